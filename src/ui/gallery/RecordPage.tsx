import { IconMail, IconUserPlus } from "@tabler/icons-react";
import { AppLink } from "../link/AppLink.tsx";
import { Facts } from "../page/Facts.tsx";
import { Page, WithAside } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";
import { Section } from "../page/Section.tsx";
import { Tabs } from "../page/Tabs.tsx";
import { Timeline } from "../page/Timeline.tsx";
import type { Column } from "../table/column.ts";
import { RowsTable } from "../table/RowsTable.tsx";
import { DayText, MonthText } from "../text/dates.tsx";
import { Share } from "../text/Figure.tsx";
import { Money } from "../text/Money.tsx";
import { Status } from "../text/Status.tsx";
import { TreeList } from "../tree/TreeList.tsx";

const usd = (amount: string) => ({ amount, currency: "USD" });

interface Line {
  id: string;
  period: string;
  kind: string;
  rate: string;
  amount: string;
  paid: boolean;
}

const lines: readonly Line[] = [
  { id: "1", period: "2025-11", kind: "Commission", rate: "0.088", amount: "482.50", paid: false },
  { id: "2", period: "2025-11", kind: "Override", rate: "0.02", amount: "1240.00", paid: false },
  { id: "3", period: "2025-10", kind: "Commission", rate: "0.088", amount: "12097.64", paid: true },
  { id: "4", period: "2025-10", kind: "Reversal", rate: "0.088", amount: "-318.75", paid: true },
];

const columns: readonly Column<Line>[] = [
  { id: "kind", header: "Component", cell: (line) => line.kind },
  { id: "period", header: "Month", width: 140, cell: (line) => <MonthText value={line.period} short /> },
  { id: "rate", header: "Rate", align: "end", width: 90, cell: (line) => <Share value={line.rate} /> },
  {
    id: "status",
    header: "State",
    width: 110,
    cell: (line) => (line.paid ? <Status tone="good">Paid</Status> : <Status tone="warn">Held</Status>),
  },
  {
    id: "amount",
    header: "Amount",
    align: "end",
    width: 150,
    card: "amount",
    cell: (line) => <Money value={usd(line.amount)} href={`/receipts/${line.id}`} />,
  },
];

export function RecordPage() {
  return (
    <Page>
      <PageHeader
        title="Melvin Marxen"
        crumbs={[{ label: "Partners", to: "/opportunities" }]}
        status={
          <Status tone="good" badge>
            Active
          </Status>
        }
        lead={
          <>
            Master agent in the Central office, with Northwind since <DayText value="2023-02-01" />
          </>
        }
        action={{ label: "Invite a person", icon: IconUserPlus, to: "/form" }}
        menu={[
          { label: "Write to them", icon: IconMail },
          { label: "End the partnership", danger: true },
        ]}
      />
      <Facts
        facts={[
          { label: "Tier this quarter", value: "Gold", hint: "from 60,000 won last quarter", to: "/states" },
          {
            label: "Won this year",
            value: <Money value={usd("882148.00")} />,
            to: "/opportunities",
            hint: "1,224 deals",
          },
          {
            label: "Earned, held",
            value: <Money value={usd("1722.50")} href="/states" />,
            hint: "until 30 days after close",
          },
          {
            label: "Owed",
            value: <Money value={usd("12097.64")} href="/states" />,
            hint: "on the October statement",
          },
          { label: "Agents below", value: "5", to: "/opportunities" },
        ]}
      />
      <Tabs
        label="Parts of this partner"
        tabs={[
          { value: "overview", label: "Overview", content: () => <Overview /> },
          { value: "deals", label: "Deals", count: 1224, content: () => <p>The list of deals.</p> },
          { value: "earnings", label: "Earnings", count: 48, content: () => <p>The list of earnings.</p> },
          { value: "people", label: "People", count: 3, content: () => <p>The list of people.</p> },
        ]}
      />
    </Page>
  );
}

function Overview() {
  return (
    <WithAside
      aside={
        <Section title="What happened">
          <Timeline
            items={[
              {
                id: "1",
                at: new Date(performance.timeOrigin - 7_200_000).toISOString(),
                who: "Dana Kim",
                what: "Statement of October closed",
                tone: "good",
              },
              {
                id: "2",
                at: "2025-11-14T09:30:00Z",
                who: "Ana Oliveira",
                what: (
                  <>
                    Tier set to Gold for <AppLink to="/states">Q4 2025</AppLink>
                  </>
                ),
              },
              {
                id: "3",
                at: "2025-10-02T11:12:00Z",
                who: "Dana Kim",
                what: "A win of $3,622.00 reversed in part",
                note: "The customer returned two of seven units.",
                tone: "warn",
              },
              { id: "4", at: "2023-02-01T08:00:00Z", what: "Partner created by import" },
            ]}
          />
        </Section>
      }
    >
      <Section
        title="Earnings of the last months"
        action={{ label: "All earnings", to: "/opportunities" }}
        flush
      >
        <RowsTable
          label="Earnings of the last months"
          rows={lines}
          columns={columns}
          rowKey={(line) => line.id}
          totals={{ kind: "Sum", amount: <Money value={usd("13501.39")} /> }}
        />
      </Section>
      <Section title="Who stands below" note="Deals are seen in full, money only through overrides.">
        <TreeList
          label="Partners below Melvin Marxen"
          nodes={[
            {
              id: "m",
              label: "Melvin Marxen",
              current: true,
              note: "master agent",
              aside: <Money value={usd("882148.00")} whole />,
              children: [
                {
                  id: "a",
                  label: <AppLink to="/partner">Darcel Schlecht</AppLink>,
                  note: "since 1 Feb 2023",
                  aside: <Money value={usd("382110.00")} whole />,
                },
                {
                  id: "b",
                  label: <AppLink to="/partner">Gladys Colclough</AppLink>,
                  aside: <Money value={usd("210442.00")} whole />,
                },
                {
                  id: "c",
                  label: <AppLink to="/partner">Kami Bicknell</AppLink>,
                  aside: <Money value={usd("174003.00")} whole />,
                  children: [
                    { id: "d", label: "Niesha Huffines", aside: <Money value={usd("18220.00")} whole /> },
                  ],
                },
              ],
            },
          ]}
        />
      </Section>
    </WithAside>
  );
}
