import { Trans, useLingui } from "@lingui/react/macro";
import { IconHistory } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { useProgramNames } from "../../programs/web/index.tsx";
import { listTierDecisions, type TierDecision } from "../contract.ts";
import classes from "./tiers.module.css";
import { useCounted, useWhyWords } from "./tierWords.tsx";

function Level({ of: { program, level } }: { of: TierDecision }) {
  return <bdi>{useProgramNames(program.id).level(level)}</bdi>;
}

function ProgramName({ of: { program } }: { of: TierDecision }) {
  return <bdi>{useProgramNames(program.id).label(program.name)}</bdi>;
}

function CountedThen({ of: { program, measures } }: { of: TierDecision }) {
  const names = useProgramNames(program.id);
  const counted = useCounted();
  return (
    <span className={classes.counted}>
      {measures.map((measure) => (
        <bdi key={measure.key}>
          {names.measure(measure.key, measure.label)}: {counted(measure)}
        </bdi>
      ))}
    </span>
  );
}

/** A review is decided again where facts of its days came late: then the last of its decisions holds. */
function HowDecided({ of: { n, replaced }, brief }: { of: TierDecision; brief: string }) {
  if (replaced) return <Trans>{brief}; decided again since</Trans>;
  return n === 1 ? brief : <Trans>{brief}, after late facts</Trans>;
}

/** A partner's past reviews, each with its three dates, what was counted and why it came so. */
export function HistoryTable({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const why = useWhyWords();
  return (
    <Section title={t`Past reviews`} flush>
      <DataTable
        id="tier-decisions"
        label={t`Past reviews`}
        endpoint={listTierDecisions}
        params={{ partnerId }}
        embedded
        csv
        rowKey={(row) => row.id}
        columns={[
          { id: "level", header: t`Level`, card: "title", width: 130, cell: (row) => <Level of={row} /> },
          {
            id: "program",
            header: t`Program`,
            width: 140,
            wraps: true,
            cell: (row) => <ProgramName of={row} />,
          },
          {
            id: "why",
            header: t`Why`,
            width: 170,
            wraps: true,
            cell: (row) => (
              <Status tone={row.replaced ? "idle" : why[row.why].tone} hollow={row.replaced}>
                <HowDecided of={row} brief={why[row.why].brief} />
              </Status>
            ),
          },
          {
            id: "measured",
            header: t`Counted`,
            cell: (row) => <CountedThen of={row} />,
          },
          {
            id: "until",
            header: t`Happened through`,
            width: 130,
            cell: (row) => <DayText value={dayBefore(row.reviewOn)} />,
          },
          {
            id: "decidedOn",
            header: t`Decided`,
            width: 120,
            cell: (row) => <DayText value={row.decidedOn} />,
          },
          {
            id: "inForceFrom",
            header: t`In force from`,
            width: 130,
            cell: (row) => <DayText value={row.inForceFrom} />,
          },
        ]}
        empty={
          <EmptyState icon={IconHistory} title={t`No review has been yet`}>
            <Trans>After each review it stands here what was counted, which level it gave, and why.</Trans>
          </EmptyState>
        }
      />
    </Section>
  );
}
