import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconCash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { type Consequence, Decision } from "#ui/decision/Decision.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { RecordSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Money } from "#ui/text/Money.tsx";
import { makePayout, previewPayout } from "../contract.ts";
import { useSinceConsequence } from "./evidence.tsx";
import { Carried, PayeesToBe } from "./PayoutPreview.tsx";

type Preview = ResponseOf<typeof previewPayout>;

/** Whom a batch made now would pay, and who carries forward and why. */
export function NewPayoutPage() {
  const { t } = useLingui();
  const preview = useEndpoint(previewPayout, {});
  return (
    <Page>
      <PageHeader
        title={t`Make a payout batch`}
        crumbs={[{ label: t`Payouts`, to: "/payouts" }]}
        lead={t`It gathers everything that closed statements owe and no other batch has taken.`}
      />
      <Loaded query={preview} skeleton={<RecordSkeleton />}>
        {(data) =>
          data.payees.length > 0 || data.carried.length > 0 ? (
            <MakeDecision preview={data} />
          ) : (
            <NothingOwed />
          )
        }
      </Loaded>
    </Page>
  );
}

function NothingOwed() {
  const { t } = useLingui();
  return (
    <Section title={t`Who is paid`}>
      <EmptyState
        icon={IconCash}
        title={t`No closed statement owes anything`}
        action={{ label: t`Go to the statements`, to: "/statements" }}
      >
        <Trans>What was released is payable once its month is closed.</Trans>
      </EmptyState>
    </Section>
  );
}

function MakeDecision({ preview }: { preview: Preview }) {
  const { t } = useLingui();
  const { can } = useReader();
  const navigate = useNavigate();
  const href = useRecordHref();
  const count = preview.payees.length;
  const making = useEndpointMutation(makePayout, {
    onDone: (batch) => void navigate({ to: href("payout", batch.id) ?? "/payouts" }),
  });

  function whyNot(): string | undefined {
    if (!can("payout.make")) return t`Finance makes batches.`;
    return count === 0 ? t`Nobody is owed the smallest payout.` : undefined;
  }

  return (
    <Decision
      wide
      consequences={useConsequences(preview)}
      verdicts={[
        {
          key: "m",
          label: count === 1 ? t`Make the batch for 1 payee` : t`Make the batch for ${count} payees`,
          main: true,
          onDecide: () => making.mutate({}),
          busy: making.isPending,
          notNow: whyNot(),
        },
      ]}
      problem={making.error}
    >
      <PayeesToBe preview={preview} />
      <Carried preview={preview} />
    </Decision>
  );
}

function useConsequences({ payees, carried, total, minimum, since }: Preview): Consequence[] {
  const { t } = useLingui();
  const later = useSinceConsequence(since);
  return [
    { label: t`To be paid`, value: <Money value={total} /> },
    { label: t`To`, value: <Plural value={payees.length} one="# partner" other="# partners" /> },
    ...later,
    {
      label: t`Carried forward`,
      value: <Plural value={carried.length} one="# partner" other="# partners" />,
    },
    { label: t`Smallest payout`, value: <Money value={minimum} /> },
    { label: t`Released by`, value: <Trans>another person than you</Trans> },
    { label: t`Can be undone`, value: <Trans>until it is released</Trans> },
  ];
}
