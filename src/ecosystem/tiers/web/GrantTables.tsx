import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconScale, IconShieldCheck } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { useProgramNames } from "../../programs/web/index.tsx";
import { type GrandfatherClause, listClauses, listExceptions, type TierException } from "../contract.ts";

/** What every level has that somebody gave: from when until when, why, and by whom. */
function useGrantColumns(): Column<TierException | GrandfatherClause>[] {
  const { t } = useLingui();
  return [
    { id: "from", header: t`From`, width: 120, cell: (row) => <DayText value={row.from} /> },
    { id: "until", header: t`Last day`, width: 120, cell: (row) => <DayText value={dayBefore(row.until)} /> },
    { id: "reason", header: t`Reason`, cell: (row) => row.reason },
    { id: "grantedBy", header: t`Granted by`, width: 150, cell: (row) => row.grantedBy },
  ];
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
  const { level } = useProgramNames(programId);
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
          { id: "level", header: t`Level`, width: 110, cell: (row) => level(row.level) },
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
          ...useGrantColumns(),
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
  const { level } = useProgramNames(programId);
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
        { id: "level", header: t`Level`, card: "title", cell: (row) => level(row.level) },
        { id: "partners", header: t`Partners`, align: "end", width: 110, cell: (row) => row.partners },
        ...useGrantColumns(),
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
