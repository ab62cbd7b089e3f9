import { Trans, useLingui } from "@lingui/react/macro";
import { IconStairs } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { useCountryNames } from "../../places/web/index.tsx";
import { useProgramNames } from "../../programs/web/index.tsx";
import { listOutlook, type NextTierReview, type Outlook, type tierViews } from "../contract.ts";
import { linesInWords } from "./standingInWords.ts";
import { useMissing } from "./TierPanel.tsx";
import classes from "./tiers.module.css";
import { useNearWords, useWhyWords } from "./tierWords.tsx";

interface OutlookTableProps {
  programId: string;
  review: NonNullable<NextTierReview["review"]>;
}

/**
 * Who moves at the next review; by choice who is near a threshold, warned, in grace or has an exception. Where the ladder
 * warns nobody, or knows no grace, nothing is said of that.
 */
export function OutlookTable({ programId, review }: OutlookTableProps) {
  const { t } = useLingui();
  const views = useViews(review);
  return (
    <Section title={t`At the next review`} flush>
      <DataTable
        id="tier-outlook"
        label={t`At the next review`}
        endpoint={listOutlook}
        params={{ programId }}
        embedded
        csv
        rowKey={(row) => `${row.partner.id} ${row.place}`}
        rowHref={(row) => `/partners/${row.partner.id}/standing`}
        filters={[{ kind: "select", name: "view", label: t`Who`, options: views }]}
        columns={useColumns(programId, review)}
        empty={
          <EmptyState icon={IconStairs} title={t`Nobody moves`}>
            <Trans>By what counts so far everybody keeps its level at the next review.</Trans>
          </EmptyState>
        }
      />
    </Section>
  );
}

function useViews({ warnedOn, graceDays }: OutlookTableProps["review"]) {
  const { t } = useLingui();
  const views: Record<(typeof tierViews)[number], string | null> = {
    moving: t`Moves`,
    near: t`Near a threshold`,
    warned: warnedOn === null ? null : t`Warned`,
    grace: graceDays === 0 ? null : t`In grace`,
    exception: t`By exception`,
    all: t`All partners`,
  };
  return Object.entries(views).flatMap(([value, label]) => (label === null ? [] : [{ value, label }]));
}

function useColumns(
  programId: string,
  { warnedOn, graceDays }: OutlookTableProps["review"],
): Column<Outlook>[] {
  const { t } = useLingui();
  const why = useWhyWords();
  const { level } = useProgramNames(programId);
  const warned: Column<Outlook> = {
    id: "warnedOn",
    header: t`Warned`,
    width: 110,
    cell: (row) => row.warnedOn && <DayText value={row.warnedOn} />,
  };
  const grace: Column<Outlook> = {
    id: "graceUntil",
    header: t`Grace until`,
    width: 120,
    cell: (row) => row.graceUntil && <DayText value={dayBefore(row.graceUntil)} />,
  };
  return [
    { id: "partner", header: t`Partner`, card: "title", wraps: true, cell: (row) => row.partner.name },
    { id: "level", header: t`Today`, width: 130, cell: (row) => level(row.level) },
    {
      id: "next",
      header: t`After the next review`,
      width: 150,
      wraps: true,
      cell: (row) => row.next && level(row.next.level),
    },
    {
      id: "why",
      header: t`Why`,
      width: 130,
      wraps: true,
      cell: (row) => row.next && <Status tone={why[row.next.why].tone}>{why[row.next.why].brief}</Status>,
    },
    {
      id: "missing",
      header: t`How far it is`,
      width: 300,
      wraps: true,
      cell: (row) =>
        row.toward === null && row.near.length + row.otherwise.length === 0 ? null : (
          <HowFar programId={programId} row={row} />
        ),
    },
    ...(warnedOn === null ? [] : [warned]),
    ...(graceDays === 0 ? [] : [grace]),
  ];
}

/**
 * What is missing to the level that it would lose or could reach, which other thresholds it is near, and whose thresholds
 * hold for it.
 */
function HowFar({ programId, row }: { programId: string; row: Outlook }) {
  const names = useProgramNames(programId);
  const missing = useMissing();
  const near = useNearWords();
  const format = useFormat();
  const nameOf = useCountryNames();
  const { toward, otherwise } = row;
  const open = toward === null ? "" : missing(linesInWords(toward.requirement, names));
  const places = otherwise.map(({ kind, key, label }) => (kind === "country" ? nameOf(key) : label));
  return (
    <span className={classes.counted}>
      {toward !== null && open !== "" && (
        <bdi>
          <Trans>
            To {names.level(toward.level)}: {open}
          </Trans>
        </bdi>
      )}
      {row.near
        .filter(({ level }) => level !== toward?.level)
        .map(({ level, key, measure, ...one }) => (
          <bdi key={`${level} ${key}`}>
            {near({ ...one, key, level: names.level(level), measure: names.measure(key, measure) })}
          </bdi>
        ))}
      {places.length > 0 && (
        <span className={classes.have}>
          <Trans>By the thresholds of {format.list(places)}</Trans>
        </span>
      )}
    </span>
  );
}
