import { Trans, useLingui } from "@lingui/react/macro";
import { IconClockCheck } from "@tabler/icons-react";
import { usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { type DealBreach, listBreaches } from "../../contract.ts";
import { placeToDecide } from "./queue.ts";

/** What came too late or is owed still: which registration, which clock, by how many business hours, and whose. */
export function Breaches() {
  const { t } = useLingui();
  const format = useFormat();
  const partner = usePartnerFilter();
  const clocks: Readonly<Record<DealBreach["clock"], string>> = {
    answer: t`First answer`,
    decision: t`Decision`,
  };
  const columns: Column<DealBreach>[] = [
    { id: "customer", header: t`Customer`, card: "title", cell: ({ deal }) => deal.customer },
    { id: "partner", header: t`Partner`, width: 150, cell: ({ deal }) => deal.partner.name },
    {
      id: "number",
      header: t`Number`,
      width: 90,
      align: "end",
      optional: true,
      cell: ({ deal }) => deal.number,
    },
    { id: "clock", header: t`What was owed`, width: 125, cell: ({ clock }) => clocks[clock] },
    { id: "due", header: t`Due`, width: 150, cell: ({ dueAt }) => <DateTime value={dueAt} brief /> },
    {
      id: "met",
      header: t`Given`,
      width: 150,
      cell: ({ metAt, running }) =>
        running ? <Status tone="bad">{t`owed still`}</Status> : <DateTime value={metAt} brief />,
    },
    {
      id: "late",
      header: t`Business hours late`,
      width: 145,
      align: "end",
      card: "amount",
      cell: ({ lateHours }) => format.number(lateHours),
    },
    { id: "whose", header: t`Whose`, width: 135, cell: ({ whose }) => whose?.name ?? t`nobody yet` },
  ];
  return (
    <DataTable
      id="deal-breaches"
      label={t`Too late`}
      endpoint={listBreaches}
      columns={columns}
      filters={[
        {
          kind: "select",
          name: "status",
          label: t`State`,
          options: [
            { value: "running", label: t`Owed still` },
            { value: "over", label: t`Given too late` },
          ],
        },
        {
          kind: "select",
          name: "clock",
          label: t`What was owed`,
          options: Object.entries(clocks).map(([value, label]) => ({ value, label })),
        },
        partner,
        { kind: "days", name: "dueFrom", toName: "dueUntil", label: t`Due` },
      ]}
      rowKey={({ deal, clock }) => `${deal.id} ${clock}`}
      rowHref={({ deal }) => placeToDecide(deal.id)}
      csv
      empty={
        <EmptyState icon={IconClockCheck} title={t`Everything came in time`}>
          <Trans>
            Here a registration stands whose first answer or decision came later than the rules of engagement
            promise, with the business hours and whose it was.
          </Trans>
        </EmptyState>
      }
    />
  );
}
