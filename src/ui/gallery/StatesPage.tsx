import { IconReceipt2 } from "@tabler/icons-react";
import { useState } from "react";
import { problemFrom } from "../api/problem.ts";
import { EmptyState } from "../feedback/EmptyState.tsx";
import { ErrorState } from "../feedback/ErrorState.tsx";
import { FileDrop } from "../feedback/FileDrop.tsx";
import { JobProgress } from "../feedback/JobProgress.tsx";
import { BoardSkeleton, ListSkeleton, RecordSkeleton } from "../feedback/Skeletons.tsx";
import { Page } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";
import { Section } from "../page/Section.tsx";
import { Secret } from "../text/Secret.tsx";
import { Status } from "../text/Status.tsx";

const fault = problemFrom(
  500,
  JSON.stringify({
    type: "internal-error",
    status: 500,
    detail: "Something went wrong on our side. Nothing was changed.",
    requestId: "req-8d1f",
  }),
);
const conflict = problemFrom(
  409,
  JSON.stringify({
    type: "already-posted",
    status: 409,
    detail: "The run of October is posted already; ask for an adjustment run.",
  }),
);

export function StatesPage() {
  const [sent, setSent] = useState<number | null>(null);
  return (
    <Page>
      <PageHeader title="Statements" />
      <Section title="Nothing there yet">
        <EmptyState
          icon={IconReceipt2}
          title="Here your statements will stand"
          action={{ label: "Post a run", to: "/decision" }}
        >
          A statement tells a partner what a month brought, line by line. The first one can be closed once a
          run is posted.
        </EmptyState>
      </Section>
      <Section title="Something wrong">
        <ErrorState problem={fault} retry={() => {}} />
        <ErrorState problem={conflict} inline />
      </Section>
      <Section title="Under way">
        <JobProgress label="Checking the file" done={12400} total={88000} unit="rows" onCancel={() => {}} />
        <br />
        <JobProgress label="Reading" done={300} total={null} unit="rows" />
      </Section>
      <Section title="A file">
        <FileDrop
          label="A CSV file with your accounts"
          accept={{ "text/csv": [".csv"] }}
          maxUploadBytes={200 * 1024 * 1024}
          sent={sent}
          onFile={() => setSent(0.4)}
        />
      </Section>
      <Section title="To copy and keep">
        <Secret
          label="API key"
          value="hanse_k7Qz1vN0aJ3rXw8tBfLs5mYpDc2e"
          note="It is shown this once. Keep it where you keep passwords."
        />
      </Section>
      <Section title="States">
        <div style={{ display: "flex", gap: 24, flexWrap: "wrap" }}>
          <Status tone="good">Paid</Status>
          <Status tone="warn">Held</Status>
          <Status tone="bad">Returned</Status>
          <Status tone="info">On statement</Status>
          <Status tone="idle">Closed</Status>
          <Status tone="idle" hollow>
            Draft
          </Status>
        </div>
      </Section>
      <Section title="On their way" flush>
        <ListSkeleton rows={4} />
      </Section>
      <RecordSkeleton />
      <BoardSkeleton />
    </Page>
  );
}
