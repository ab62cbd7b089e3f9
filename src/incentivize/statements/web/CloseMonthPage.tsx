import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconReceipt2 } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { type Consequence, Decision } from "#ui/decision/Decision.tsx";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { notifyDone } from "#ui/feedback/notify.ts";
import { RecordSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Money } from "#ui/text/Money.tsx";
import { closeStatements, openStatements } from "../contract.ts";
import { OpenStatements } from "./OpenStatements.tsx";

type Month = ResponseOf<typeof openStatements>;

/** What closing a month would put on each partner's statement. */
export function CloseMonthPage({ period }: { period: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const month = useEndpoint(openStatements, { query: { period } });
  const name = format.month(period);
  return (
    <Page>
      <PageHeader
        title={t`Close ${name}`}
        crumbs={[{ label: t`Statements`, to: "/statements" }]}
        lead={t`Closing fixes each partner’s balance of the month and publishes it to them.`}
      />
      <Loaded query={month} skeleton={<RecordSkeleton />}>
        {(data) => (data.items.length > 0 ? <CloseDecision month={data} /> : <NothingToClose month={data} />)}
      </Loaded>
    </Page>
  );
}

function NothingToClose({ month }: { month: Month }) {
  const { t } = useLingui();
  return (
    <Section title={t`Statements of the month`}>
      <EmptyState
        icon={IconReceipt2}
        title={t`There is nothing to close`}
        action={{ label: t`See the closed ones`, to: `/statements?period=${month.period}` }}
      >
        <Plural
          value={month.closed}
          _0="No money was released or paid in this month."
          one="# statement of this month is closed already, and nothing came since."
          other="# statements of this month are closed already, and nothing came since."
        />
      </EmptyState>
    </Section>
  );
}

function CloseDecision({ month }: { month: Month }) {
  const { t } = useLingui();
  const { can } = useReader();
  const format = useFormat();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const count = month.items.length;
  const closing = useEndpointMutation(closeStatements, {
    onDone: ({ closed, period }) => {
      notifyDone(closed === 1 ? t`1 statement closed` : t`${closed} statements closed`);
      void navigate({ to: `/statements?period=${period}` });
    },
  });
  const label = count === 1 ? t`Close 1 statement` : t`Close ${count} statements`;
  const name = format.month(month.period);

  function whyNot(): string | undefined {
    if (month.earlier !== null) return t`${format.month(month.earlier)} is closed first.`;
    if (!month.over) return t`A month is closed when it is over.`;
    return can("statement.close") ? undefined : t`Finance closes statements.`;
  }

  return (
    <Decision
      wide
      consequences={useConsequences(month)}
      verdicts={[{ key: "c", label, main: true, onDecide: () => setAsking(true), notNow: whyNot() }]}
      problem={asking ? null : closing.error}
    >
      {month.earlier !== null && <EarlierFirst month={month} earlier={month.earlier} />}
      <OpenStatements month={month} />
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Close ${name}?`}
        consequences={[
          <Plural
            key="who"
            value={count}
            one="# partner gets its statement and sees it at once."
            other="# partners get their statements and see them at once."
          />,
          <Trans key="next">What they owe can then be paid with the next batch.</Trans>,
          <Trans key="back">A closed statement stays; what comes later stands on the next.</Trans>,
        ]}
        confirm={label}
        onConfirm={() => closing.mutate({ body: { period: month.period } })}
        busy={closing.isPending}
        problem={closing.error}
      />
    </Decision>
  );
}

/** Two months in one preview would say of each what neither says. */
function EarlierFirst({ month, earlier }: { month: Month; earlier: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const [name, before] = [format.month(month.period), format.month(earlier)];
  return (
    <Note
      tone="warn"
      title={t`${before} is still open`}
      action={{ label: t`Go to ${before}`, to: `/statements/close/${earlier}` }}
    >
      <Trans>
        Until it is closed, the sums below hold what happened since the last close, in both months. What{" "}
        {name} alone comes to stands here afterwards.
      </Trans>
    </Note>
  );
}

function useConsequences({ items, totals, closed }: Month): Consequence[] {
  const { t } = useLingui();
  return [
    { label: t`Closed`, value: <Plural value={items.length} one="# statement" other="# statements" /> },
    ...(closed > 0
      ? [{ label: t`Closed before`, value: <Plural value={closed} one="# statement" other="# statements" /> }]
      : []),
    { label: t`Released`, value: <Money value={totals.released} /> },
    { label: t`Adjusted`, value: <Money value={totals.adjusted} /> },
    { label: t`Paid`, value: <Money value={totals.paid} /> },
    { label: t`Owed at the close`, value: <Money value={totals.closing} /> },
    { label: t`Seen by`, value: <Trans>the partners, at once</Trans> },
    { label: t`Can be undone`, value: <Trans>no</Trans> },
  ];
}
