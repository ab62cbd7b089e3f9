import { IconCash, IconFileImport, IconTargetArrow } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmModal } from "../feedback/ConfirmModal.tsx";
import { EmptyState } from "../feedback/EmptyState.tsx";
import { Page } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";
import type { Column } from "../table/column.ts";
import { DataTable } from "../table/DataTable.tsx";
import type { Filter } from "../table/filters.ts";
import { DayText } from "../text/dates.tsx";
import { Money } from "../text/Money.tsx";
import { Status, type Tone } from "../text/Status.tsx";
import { listOpportunities, type Opportunity } from "./world.ts";

const tones: Record<Opportunity["stage"], Tone> = {
  prospecting: "idle",
  engaging: "info",
  won: "good",
  lost: "bad",
};
const words = { prospecting: "Prospecting", engaging: "Engaging", won: "Won", lost: "Lost" };

const columns: readonly Column<Opportunity>[] = [
  { id: "account", header: "Account", cell: (row) => row.account, card: "title", sort: "account" },
  { id: "product", header: "Product", cell: (row) => row.product, width: 160 },
  { id: "agent", header: "Agent", cell: (row) => row.agent, width: 170 },
  {
    id: "stage",
    header: "Stage",
    width: 130,
    cell: (row) => (
      <Status tone={tones[row.stage]} hollow={row.stage === "prospecting"}>
        {words[row.stage]}
      </Status>
    ),
  },
  {
    id: "value",
    header: "Value",
    align: "end",
    width: 140,
    sort: "value",
    card: "amount",
    cell: (row) => <Money value={row.value} href={row.value ? `/receipts/${row.id}` : undefined} />,
  },
  {
    id: "engaged",
    header: "Engaged",
    width: 130,
    optional: true,
    cell: (row) => <DayText value={row.engagedOn} />,
  },
  {
    id: "closed",
    header: "Closed",
    width: 130,
    sort: "closedOn",
    cell: (row) => <DayText value={row.closedOn} />,
  },
];

const filters: readonly Filter[] = [
  { kind: "search", name: "search", label: "Account or agent" },
  {
    kind: "select",
    name: "stage",
    label: "Stage",
    options: Object.entries(words).map(([value, label]) => ({ value, label })),
  },
  { kind: "month", name: "closedIn", label: "Closed in" },
  { kind: "amount", name: "valueFrom", toName: "valueTo", label: "Value", currency: "USD" },
];

export function ListPage() {
  const [marked, setMarked] = useState<{ rows: readonly Opportunity[]; clear: () => void } | null>(null);
  return (
    <Page>
      <PageHeader
        title="Opportunities"
        lead="What your partners are selling, and what came of it."
        action={{ label: "New opportunity", icon: IconTargetArrow, to: "/form" }}
        menu={[{ label: "Import opportunities", icon: IconFileImport, to: "/form" }]}
      />
      <DataTable
        id="gallery"
        label="Opportunities"
        endpoint={listOpportunities}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        rowHref={() => "/partner"}
        bulk={[{ label: "Move to won", icon: IconCash, onAct: (rows, clear) => setMarked({ rows, clear }) }]}
        csv
        empty={
          <EmptyState
            icon={IconTargetArrow}
            title="Here your partners' opportunities will stand"
            action={{ label: "Import opportunities", to: "/form" }}
          >
            Bring them in from your CRM once; from then on what is won here earns.
          </EmptyState>
        }
      />
      <ConfirmModal
        opened={marked !== null}
        onClose={() => setMarked(null)}
        title={`Move ${marked?.rows.length ?? 0} opportunities to won?`}
        consequences={[
          "They close today, at the value they have.",
          "Their agents earn by the Agent programme in the run of this month.",
          "A win can be reversed, which books a reversal; it cannot be unsaid.",
        ]}
        confirm="Move to won"
        onConfirm={() => {
          marked?.clear();
          setMarked(null);
        }}
      />
    </Page>
  );
}
