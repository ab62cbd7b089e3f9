import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconScale, IconShieldCheck, IconStairs } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import {
  listClauses,
  listExceptions,
  listOutlook,
  type Outlook,
  type TierException,
  type tierViews,
} from "../contract.ts";
import { useAmounts, useWhyWords } from "./tierWords.tsx";

/** Who moves at the next review; by choice who is near a threshold, warned, in grace or has an exception. */
export function OutlookTable({ programId }: { programId: string }) {
  const { t } = useLingui();
  const why = useWhyWords();
  const views: Record<(typeof tierViews)[number], string> = {
    moving: t`Moves`,
    near: t`Near a threshold`,
    warned: t`Warned`,
    grace: t`In grace`,
    exception: t`By exception`,
    all: t`All partners`,
  };
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
        filters={[
          {
            kind: "select",
            name: "view",
            label: t`Who`,
            options: Object.entries(views).map(([value, label]) => ({ value, label })),
          },
        ]}
        columns={[
          { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
          { id: "level", header: t`Today`, width: 120, cell: (row) => row.level },
          {
            id: "next",
            header: t`After the next review`,
            width: 170,
            cell: (row) => row.next?.level,
          },
          {
            id: "why",
            header: t`Why`,
            width: 190,
            cell: (row) =>
              row.next && <Status tone={why[row.next.why].tone}>{why[row.next.why].brief}</Status>,
          },
          { id: "near", header: t`Near a threshold`, cell: (row) => <NearText row={row} /> },
          {
            id: "warnedOn",
            header: t`Warned`,
            width: 110,
            cell: (row) => row.warnedOn && <DayText value={row.warnedOn} />,
          },
          {
            id: "graceUntil",
            header: t`Grace until`,
            width: 120,
            cell: (row) => row.graceUntil && <DayText value={dayBefore(row.graceUntil)} />,
          },
        ]}
        empty={
          <EmptyState icon={IconStairs} title={t`Nobody moves`}>
            <Trans>By what counts so far everybody keeps its level at the next review.</Trans>
          </EmptyState>
        }
      />
    </Section>
  );
}

/** What a partner only just missed or only just reached. */
function NearText({ row: { near } }: { row: Pick<Outlook, "near"> }) {
  const { t } = useLingui();
  const amounts = useAmounts();
  return near
    .map(({ side, level, measure, by }) => {
      const much = amounts(by, "or");
      return side === "below"
        ? t`${level}: ${measure}, ${much} missing`
        : t`${level}: ${measure}, ${much} above`;
    })
    .join(t`; `);
}

/** Levels that somebody gave for a time. */
export function ExceptionsTable({
  programId,
  onEnd,
}: {
  programId: string;
  onEnd: (exception: TierException) => void;
}) {
  const { t } = useLingui();
  const states = { planned: t`Planned`, "in-force": t`In force`, over: t`Over` };
  return (
    <Section title={t`Exceptions`} flush>
      <DataTable
        id="tier-exceptions"
        label={t`Exceptions`}
        endpoint={listExceptions}
        params={{ programId }}
        embedded
        csv
        rowKey={(row) => row.id}
        columns={[
          { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
          { id: "level", header: t`Level`, width: 110, cell: (row) => row.level },
          {
            id: "state",
            header: t`State`,
            width: 120,
            cell: (row) => (
              <Status tone={row.state === "in-force" ? "info" : "idle"} hollow={row.state !== "in-force"}>
                {states[row.state]}
              </Status>
            ),
          },
          { id: "from", header: t`From`, width: 110, cell: (row) => <DayText value={row.from} /> },
          { id: "until", header: t`Until`, width: 110, cell: (row) => <DayText value={row.until} /> },
          { id: "reason", header: t`Reason`, cell: (row) => row.reason },
          { id: "grantedBy", header: t`Granted by`, width: 150, cell: (row) => row.grantedBy },
          {
            id: "end",
            header: "",
            width: 90,
            cell: (row) =>
              row.can.end && (
                <Button variant="default" size="compact-sm" onClick={() => onEnd(row)}>
                  <Trans>End</Trans>
                </Button>
              ),
          },
        ]}
        empty={
          <EmptyState icon={IconScale} title={t`Nobody has a level by exception`}>
            <Trans>
              To give a partner a level for a time, open its standing and grant an exception there.
            </Trans>
          </EmptyState>
        }
      />
    </Section>
  );
}

/** Promises that whoever had a level keeps it for a time. */
export function ClausesTable({ programId }: { programId: string }) {
  const { t } = useLingui();
  return (
    <DataTable
      id="grandfather-clauses"
      label={t`Promised levels`}
      endpoint={listClauses}
      params={{ programId }}
      embedded
      csv
      rowKey={(row) => row.id}
      columns={[
        { id: "level", header: t`Level`, card: "title", cell: (row) => row.level },
        { id: "partners", header: t`Partners`, align: "end", width: 110, cell: (row) => row.partners },
        { id: "from", header: t`From`, width: 120, cell: (row) => <DayText value={row.from} /> },
        { id: "until", header: t`Until`, width: 120, cell: (row) => <DayText value={row.until} /> },
        { id: "reason", header: t`Reason`, cell: (row) => row.reason },
        { id: "grantedBy", header: t`Granted by`, width: 150, cell: (row) => row.grantedBy },
      ]}
      empty={
        <EmptyState icon={IconShieldCheck} title={t`No level is promised`}>
          <Trans>
            Before a program asks more, whoever has a level can be promised to keep it for a time.
          </Trans>
        </EmptyState>
      }
    />
  );
}
