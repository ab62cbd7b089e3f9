import { AgeingBar } from "../chart/AgeingBar.tsx";
import { BarsChart } from "../chart/charts.tsx";
import { Grid, Page } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";
import { Section } from "../page/Section.tsx";
import { Stat } from "../page/Stat.tsx";
import type { Column } from "../table/column.ts";
import { RowsTable } from "../table/RowsTable.tsx";
import { DateTime } from "../text/dates.tsx";
import { Count, Share } from "../text/Figure.tsx";
import { Money } from "../text/Money.tsx";
import { Status } from "../text/Status.tsx";

const usd = (amount: string) => ({ amount, currency: "USD" });
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const now = {
  name: "2025",
  values: [210, 264, 312, 240, 355, 402, 388, 298, 441, 472, 130, null].map((k) =>
    k ? usd(`${k}210.50`) : null,
  ),
};
const before = {
  name: "2024",
  values: [190, 205, 288, 262, 301, 344, 330, 312, 360, 381, 402, 455].map((k) => usd(`${k}000.00`)),
};
const target = { name: "Target", value: usd("400000.00") };

interface Waiting {
  id: string;
  what: string;
  who: string;
  due: string;
  late: boolean;
}

const waiting: readonly Waiting[] = [
  {
    id: "1",
    what: "Release the payout batch of October",
    who: "Dana Kim",
    due: new Date(performance.timeOrigin + 10_800_000).toISOString(),
    late: false,
  },
  {
    id: "2",
    what: "Post the run of November",
    who: "–",
    due: new Date(performance.timeOrigin + 200_000_000).toISOString(),
    late: false,
  },
  {
    id: "3",
    what: "Map 3 new values of the CRM import",
    who: "Ana Oliveira",
    due: new Date(performance.timeOrigin - 100_000_000).toISOString(),
    late: true,
  },
];

const columns: readonly Column<Waiting>[] = [
  { id: "what", header: "What waits", cell: (row) => row.what },
  { id: "who", header: "From", width: 160, cell: (row) => row.who },
  {
    id: "due",
    header: "Due",
    width: 220,
    cell: (row) => (
      <Status tone={row.late ? "bad" : "idle"}>
        <DateTime value={row.due} />
      </Status>
    ),
  },
];

export function HomePage() {
  return (
    <Page>
      <PageHeader title="Good morning, Ana" lead="Three things wait for you; one is late." />
      <Section title="Waiting for you" flush>
        <RowsTable
          label="Waiting for you"
          rows={waiting}
          columns={columns}
          rowKey={(row) => row.id}
          rowHref={() => "/decision"}
        />
      </Section>
      <Grid min={160}>
        <Stat
          label="Won this quarter"
          value={<Money value={usd("1043210.50")} whole />}
          comparison={{ direction: "up", text: "12 % on the same quarter last year", tone: "good" }}
          to="/opportunities"
        />
        <Stat
          label="What we owe"
          value={<Money value={usd("48211.07")} whole />}
          note="of which 12,097 is older than 30 days"
          to="/board"
        />
        <Stat
          label="Active partners"
          value={<Count value={34} />}
          unit="of 41"
          comparison={{ direction: "same", text: "as last month" }}
          to="/partner"
        />
        <Stat
          label="Win rate"
          value={<Share value={0.63} digits={0} />}
          comparison={{ direction: "down", text: "4 points on last quarter", tone: "bad" }}
        />
      </Grid>
      <Grid min={420}>
        <BarsChart
          question="How much do partners win each month?"
          answer="October brought 24 % more than the year before."
          head="Month"
          categories={months}
          now={now}
          before={before}
          target={target}
        />
        <AgeingBar
          question="How long have we owed it?"
          answer="All of it stands on closed statements."
          head="Age"
          measure="Owed"
          parts={[
            { label: "Held", value: usd("18400.00"), to: "/opportunities" },
            { label: "Up to 30 days", value: usd("17713.43"), to: "/opportunities" },
            { label: "31 to 60 days", value: usd("9820.14"), to: "/opportunities" },
            { label: "Over 60 days", value: usd("2277.50"), to: "/opportunities" },
          ]}
        />
      </Grid>
    </Page>
  );
}
