import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { Icon } from "../act/Act.tsx";
import type { Selection } from "./selection.ts";
import classes from "./table.module.css";

/** Something that can be done with several rows; it shows what will happen before it does (a `ConfirmModal`). */
export interface BulkAct<Row> {
  /** A verb: `Release`. */
  label: string;
  icon?: Icon;
  danger?: boolean;
  /** Gets the marked rows, and takes the marks away when called. */
  onAct: (rows: readonly Row[], clear: () => void) => void;
}

interface BulkBarProps<Row> {
  acts: readonly BulkAct<Row>[];
  selection: Selection<Row>;
}

/** Stands over the page while rows are marked: how many, and what can be done with them. */
export function BulkBar<Row>({ acts, selection }: BulkBarProps<Row>) {
  const { t } = useLingui();
  const count = selection.rows.length;
  if (count === 0) return null;
  return (
    <section className={classes.bulk} aria-label={t`What to do with the marked rows`} aria-live="polite">
      <strong className={classes.bulkCount}>
        <Plural value={count} one="# row marked" other="# rows marked" />
      </strong>
      {acts.map((act) => (
        <Button
          key={act.label}
          size="compact-sm"
          leftSection={act.icon && <act.icon size={16} stroke={1.75} />}
          onClick={() => act.onAct(selection.rows, selection.clear)}
          {...(act.danger && { color: "red" })}
        >
          {act.label}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.clear}>
        <Trans>Take the marks away</Trans>
      </Button>
    </section>
  );
}
