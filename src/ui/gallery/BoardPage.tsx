import { BarsChart, LinesChart } from "../chart/charts.tsx";
import { Funnel } from "../chart/Funnel.tsx";
import { Grid, Page } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"];
const share = {
  name: "Within SLA",
  values: [81, 84, 79, 88, 90, 91, 87, 93, 94, 96],
};
const lastYear = { name: "Last year", values: [70, 72, 71, 75, 78, 80, 79, 81, 80, 82] };
const target = { name: "Target", value: 95 };
const decided = { name: "Decided", values: [31, 44, 39, 48, 60, 71, 67, 83, 94, 106] };

export function BoardPage() {
  return (
    <Page>
      <PageHeader title="Is the programme working?" />
      <Grid min={420}>
        <LinesChart
          question="Are registrations decided within SLA?"
          head="Month"
          categories={months}
          series={[share, lastYear]}
          target={target}
        />
        <BarsChart
          question="How many registrations are decided each month?"
          head="Month"
          categories={months}
          now={decided}
        />
        <Funnel
          question="Where do deals get lost?"
          answer="Half of what is engaged is won."
          head="Stage"
          measure="Deals"
          steps={[
            { label: "Registered", value: 1240, to: "/opportunities" },
            { label: "Approved", value: 1011 },
            { label: "Engaged", value: 844 },
            { label: "Won", value: 423 },
          ]}
        />
      </Grid>
    </Page>
  );
}
