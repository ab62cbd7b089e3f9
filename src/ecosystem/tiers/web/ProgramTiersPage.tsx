import { Trans, useLingui } from "@lingui/react/macro";
import { IconFlask, IconShieldCheck, IconStairs } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useProgramNames } from "../../programs/web/index.tsx";
import { endException, getNextReview, type NextTierReview, type TierException } from "../contract.ts";
import { ClauseDialog } from "./GrantDialogs.tsx";
import { ClausesTable, ExceptionsTable } from "./GrantTables.tsx";
import { NextReview } from "./NextReview.tsx";
import { OutlookTable } from "./OutlookTable.tsx";

/** A program's tiers: its next review and who moves at it, whoever is near, warned or in grace, and what people granted. */
export function ProgramTiersPage({ programId }: { programId: string }) {
  const review = useEndpoint(getNextReview, { params: { programId } });
  return <LoadedRecord query={review}>{(data) => <Review review={data} />}</LoadedRecord>;
}

function Review({ review }: { review: NextTierReview }) {
  const { t } = useLingui();
  const [ending, setEnding] = useState<TierException | null>(null);
  const [promises, setPromises] = useState(false);
  const { can, hasTiers } = review;
  const { label } = useProgramNames(review.program.id);
  const program = { ...review.program, label: label(review.program.label) };
  const tryIt = { label: t`Try a draft`, icon: IconFlask, to: `/programs/${program.id}/back-test` };
  const promise = { label: t`Promise a level`, icon: IconShieldCheck, onClick: () => setPromises(true) };
  return (
    <Page>
      <PageHeader
        title={t`Tiers of ${program.label}`}
        crumbs={[
          { label: t`Programs`, to: "/programs" },
          { label: program.label, to: `/programs/${program.id}` },
        ]}
        lead={<Trans>Who moves at the next review by what counts so far, and why.</Trans>}
        action={can.backTest && hasTiers ? tryIt : undefined}
      />
      {review.review === null ? (
        <NoTiers />
      ) : (
        <>
          <NextReview about={review} review={review.review} />
          <OutlookTable programId={program.id} review={review.review} />
        </>
      )}
      <ExceptionsTable programId={program.id} onEnd={setEnding} />
      <Section title={t`Promised levels`} action={can.except && hasTiers ? promise : undefined} flush>
        <ClausesTable programId={program.id} />
      </Section>
      {ending && <EndModal exception={ending} onClose={() => setEnding(null)} />}
      {promises && (
        <ClauseDialog
          programId={program.id}
          levels={review.levels.map(({ level }) => level)}
          onClose={() => setPromises(false)}
        />
      )}
    </Page>
  );
}

function NoTiers() {
  const { t } = useLingui();
  return (
    <Section title={t`The next review`}>
      <EmptyState icon={IconStairs} title={t`No review is planned`}>
        <Trans>As soon as a version with a ladder is in force, its reviews stand here with who moves.</Trans>
      </EmptyState>
    </Section>
  );
}

function EndModal({ exception, onClose }: { exception: TierException; onClose: () => void }) {
  const { t } = useLingui();
  const end = useEndpointMutation(endException, { onDone: onClose });
  const { partner } = exception;
  const level = useProgramNames(exception.program.id).level(exception.level);
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`End the exception of ${partner.name}?`}
      consequences={[
        t`From today on the level of ${partner.name} follows from its numbers instead of ${level}.`,
        t`Its people are told.`,
      ]}
      confirm={t`End it`}
      onConfirm={() => end.mutate({ params: { exceptionId: exception.id } })}
      busy={end.isPending}
      problem={end.error}
    />
  );
}
