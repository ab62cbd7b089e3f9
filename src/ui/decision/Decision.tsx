import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Kbd } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ProblemError } from "../api/problem.ts";
import { ErrorState } from "../feedback/ErrorState.tsx";
import { useHotkey } from "../keys/Hotkeys.tsx";
import classes from "./decision.module.css";

/** One way to decide. */
export interface Verdict {
  /** The key that does it: `a`. */
  key: string;
  /** A verb: `Approve`, `Reject`. */
  label: string;
  /** The one most cases end with. */
  main?: boolean;
  danger?: boolean;
  onDecide: () => void;
  busy?: boolean;
  /** Why it is not open now. */
  notNow?: string | undefined;
}

/** What will happen if it is decided so: to whom, when, what it costs. */
export interface Consequence {
  label: string;
  value: ReactNode;
}

interface DecisionProps {
  /** The case and its evidence, side by side with what follows from it. */
  children: ReactNode;
  consequences: readonly Consequence[];
  /** A field for the reason, or another thing that is asked before. */
  reason?: ReactNode;
  verdicts: readonly Verdict[];
  problem?: ProblemError | null;
  /** Goes to the next case without deciding; `n`. */
  onSkip?: (() => void) | undefined;
  /** `3 of 14` */
  position?: string;
  /** For evidence that needs the page's width: the decision stands above it instead of beside. */
  wide?: boolean;
}

/** The case beside its consequences; a key decides, and the caller goes on to the next. */
export function Decision(props: DecisionProps) {
  const { children, consequences, reason, verdicts, problem, onSkip, position, wide = false } = props;
  const { t } = useLingui();
  useHotkey(onSkip ? { key: "n", label: t`Next without deciding`, act: onSkip } : null);
  const panel = (
    <section className={classes.panel} aria-label={t`Decision`}>
      <h2 className={classes.heading}>
        <Trans>What will happen</Trans>
        {position && <span className={classes.position}>{position}</span>}
      </h2>
      <dl className={classes.consequences}>
        {consequences.map(({ label, value }) => (
          <div key={label} className={classes.consequence}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reason}
      {problem && <ErrorState problem={problem} inline />}
      <div className={classes.verdicts}>
        {verdicts.map((verdict) => (
          <VerdictButton key={verdict.key} verdict={verdict} />
        ))}
        {onSkip && (
          <Button
            variant="subtle"
            color="gray"
            onClick={onSkip}
            rightSection={<Kbd>n</Kbd>}
            leftSection={<IconArrowRight size={16} className={classes.mirrored} />}
          >
            <Trans>Next without deciding</Trans>
          </Button>
        )}
      </div>
    </section>
  );
  const evidence = <div className={classes.case}>{children}</div>;
  return (
    <div className={classes.decision} data-wide={wide || undefined}>
      {wide && panel}
      {evidence}
      {!wide && panel}
    </div>
  );
}

function VerdictButton({ verdict }: { verdict: Verdict }) {
  const { key, label, main, danger, onDecide, busy = false, notNow } = verdict;
  useHotkey(notNow === undefined && !busy ? { key, label, act: onDecide } : null);
  return (
    <div className={classes.verdict}>
      <Button
        variant={main ? "filled" : "default"}
        fullWidth
        onClick={onDecide}
        loading={busy}
        disabled={notNow !== undefined}
        title={notNow}
        rightSection={<Kbd className={main ? classes.mainKey : undefined}>{key}</Kbd>}
        {...(danger && main && { color: "red" })}
      >
        {label}
      </Button>
      {main && notNow && <p className={classes.notNow}>{notNow}</p>}
    </div>
  );
}
