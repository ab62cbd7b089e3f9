import { Trans, useLingui } from "@lingui/react/macro";
import { IconGift, IconMessagePlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { UntranslatedNote } from "../../texts/web/index.tsx";
import { type BenefitEntitlement, listEntitlements } from "../contract.ts";
import { AskDialog } from "./AskDialog.tsx";
import classes from "./benefits.module.css";
import { BenefitValue } from "./benefitWords.tsx";
import { useLineInWords } from "./lineInWords.ts";
import { Whence } from "./Whence.tsx";

/** What a partner is entitled to, program by program: what it has, why, what is left, and what the next level adds. */
export function BenefitsTable({ partnerId }: { partnerId: string }) {
  const entitled = useEndpoint(listEntitlements, { params: { partnerId }, query: { limit: 200 } });
  const [asking, setAsking] = useState<BenefitEntitlement | null>(null);
  return (
    <Loaded query={entitled}>
      {({ items }) => (
        <div className={classes.parts}>
          {items.length === 0 && <NothingYet />}
          {[...Map.groupBy(items, ({ program }) => program.id).values()].map((lines) => (
            <ProgramBenefits key={lines[0]?.program.id} lines={lines} onAsk={setAsking} />
          ))}
          {asking && <AskDialog line={asking} onClose={() => setAsking(null)} />}
        </div>
      )}
    </Loaded>
  );
}

interface ProgramBenefitsProps {
  lines: readonly BenefitEntitlement[];
  onAsk: (line: BenefitEntitlement) => void;
}

function ProgramBenefits({ lines: told, onAsk }: ProgramBenefitsProps) {
  const { t } = useLingui();
  const inWords = useLineInWords(told[0]?.program.id ?? null);
  const lines = told.map(inWords);
  const columns = useColumns(onAsk, lines);
  const [first] = lines;
  if (first === undefined) return null;
  const { program, level, levelSince, track } = first;
  const rests = lines.find((line) => line.rests);
  const missing = rests?.missing.join(t`; `);
  return (
    <>
      <UntranslatedNote of={`program:${program.id}`} />
      {rests && (
        <Note tone="warn" title={t`The benefits of ${program.name} rest`}>
          <Trans>Nothing new is granted until good standing is restored. What was granted stands.</Trans>{" "}
          {rests.reviewedOn === null ? (
            <Trans>What is missing: {missing}.</Trans>
          ) : (
            <Trans>
              What was missing at the review of <DayText value={rests.reviewedOn} />: {missing}. The next one
              looks again.
            </Trans>
          )}
        </Note>
      )}
      <Section
        title={t`${program.name}: ${level}`}
        note={
          levelSince === null ? (
            <Trans>Track {track}</Trans>
          ) : (
            <Trans>
              Track {track}, at this level since <DayText value={levelSince} />
            </Trans>
          )
        }
        flush
      >
        <RowsTable
          label={t`Benefits of ${program.name}`}
          rows={lines}
          columns={columns}
          rowKey={({ key }) => key}
        />
      </Section>
    </>
  );
}

function useColumns(
  onAsk: (line: BenefitEntitlement) => void,
  lines: readonly BenefitEntitlement[],
): Column<BenefitEntitlement>[] {
  const { t } = useLingui();
  const asks = lines.some(({ canAsk }) => canAsk);
  const columns: Column<BenefitEntitlement>[] = [
    {
      id: "benefit",
      header: t`Benefit`,
      card: "title",
      width: 180,
      wraps: true,
      cell: ({ label }) => <bdi>{label}</bdi>,
    },
    {
      id: "value",
      header: t`Today`,
      width: 125,
      cell: (line) => <Has line={line} />,
    },
    {
      id: "why",
      header: t`Why`,
      cell: (line) => (
        <div className={classes.sentence}>
          <Whence of={{ ...line, levelSince: null, rests: false }} />
        </div>
      ),
    },
    {
      id: "left",
      header: t`Left`,
      width: 190,
      cell: (line) => (hasLeft(line) ? <Left line={line} /> : null),
    },
    {
      id: "next",
      header: t`The next level adds`,
      width: 150,
      cell: (line) =>
        line.next && (
          <div className={classes.sentence}>
            {line.next.level}: <BenefitValue of={line} value={line.next.value} />
          </div>
        ),
    },
  ];
  const ask: Column<BenefitEntitlement> = {
    id: "ask",
    header: t`Ask`,
    width: 150,
    cell: (line) =>
      line.canAsk ? (
        <ActButton
          act={{ label: t`Ask`, icon: IconMessagePlus, onClick: () => onAsk(line) }}
          variant="default"
          size="compact-sm"
        />
      ) : null,
  };
  const rises = lines.some(({ next }) => next !== null);
  const shown = rises ? columns : columns.filter(({ id }) => id !== "next");
  return asks ? [...shown, ask] : shown;
}

/** What it has now; what rests is said to, in place of colour alone. */
function Has({ line }: { line: BenefitEntitlement }) {
  if (line.value === null) return <Trans>Not at this level</Trans>;
  return (
    <div className={classes.sentence}>
      <BenefitValue of={line} value={line.value} />
      {line.rests && (
        <>
          {" "}
          <Status tone="warn">
            <Trans>Rests</Trans>
          </Status>
        </>
      )}
    </div>
  );
}

/** Nothing is left of what is simply there. */
function hasLeft({ left, value }: BenefitEntitlement): boolean {
  return left !== null && value !== null;
}

/** What is left of what is asked for, what of it waits, or when there is some again. */
function Left({ line }: { line: BenefitEntitlement }) {
  const { left, waiting, period } = line;
  if (left === null) return null;
  if (Number(left) === 0) return <NothingLeft line={line} />;
  const isCounted = line.unit === "count" || line.unit === "money";
  const waits = waiting !== null && Number(waiting) > 0;
  return (
    <div className={classes.sentence}>
      {isCounted ? <BenefitValue of={line} value={left} /> : <Trans>Free</Trans>}
      {period !== null && (
        <>
          {" "}
          <Trans>
            until <DayText value={dayBefore(period.until)} />
          </Trans>
        </>
      )}
      {waits && (
        <div className={classes.aside}>
          {isCounted ? (
            <Trans>
              <BenefitValue of={line} value={waiting} /> asked for, undecided
            </Trans>
          ) : (
            <Trans>Asked for, undecided</Trans>
          )}
        </div>
      )}
    </div>
  );
}

/** All of it is given: what is counted is used up, what is had or not had is had. */
function NothingLeft({ line: { unit, againOn } }: { line: BenefitEntitlement }) {
  const isCounted = unit === "count" || unit === "money";
  return (
    <div className={classes.sentence}>
      {isCounted ? <Trans>Used up</Trans> : <Trans>Granted</Trans>}
      {againOn !== null && (
        <div className={classes.aside}>
          <Trans>
            Again from <DayText value={againOn} />
          </Trans>
        </div>
      )}
    </div>
  );
}

function NothingYet() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconGift} title={t`Here benefits will stand`}>
      <Trans>
        Discounts, demo licences, support and more: what a program gives by level, what is left of it, and
        what the next level would add. It fills with the first program that gives any.
      </Trans>
    </EmptyState>
  );
}
