import { Trans, useLingui } from "@lingui/react/macro";
import { IconFlask, IconShieldCheck, IconStairs } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { endException, getNextReview, type NextTierReview, type TierException } from "../contract.ts";
import { ClauseDialog } from "./GrantDialogs.tsx";
import { ClausesTable, ExceptionsTable, OutlookTable } from "./programTables.tsx";

/** A program's tiers: its next review and who moves at it, whoever is near, warned or in grace, and what people granted. */
export function ProgramTiersPage({ programId }: { programId: string }) {
  const review = useEndpoint(getNextReview, { params: { programId } });
  return <LoadedRecord query={review}>{(data) => <Review review={data} />}</LoadedRecord>;
}

function Review({ review }: { review: NextTierReview }) {
  const { t } = useLingui();
  const [ending, setEnding] = useState<TierException | null>(null);
  const [promises, setPromises] = useState(false);
  const { program, can, hasTiers } = review;
  const tryIt = { label: t`Try a draft`, icon: IconFlask, to: `/programs/${program.id}/back-test` };
  const promise = { label: t`Promise a level`, icon: IconShieldCheck, onClick: () => setPromises(true) };
  return (
    <Page>
      <PageHeader
        title={t`Tiers of ${program.label}`}
        crumbs={[{ label: t`Tiers`, to: "/plans/tiers" }]}
        lead={<Trans>Who moves at the next review by what counts so far, and why.</Trans>}
        action={can.backTest && hasTiers ? tryIt : undefined}
      />
      {hasTiers ? <NextReview review={review} /> : <NoTiers />}
      {hasTiers && <OutlookTable programId={program.id} />}
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

function NextReview({ review: { review, last, levels, counts } }: { review: NextTierReview }) {
  const { t } = useLingui();
  if (review === null) return null;
  return (
    <Section
      title={t`The next review`}
      note={
        <Trans>
          Counts what happens through <DayText value={dayBefore(review.on)} />, is decided on{" "}
          <DayText value={review.decidedOn} /> and in force from <DayText value={review.inForceFrom} />.
        </Trans>
      }
    >
      <Facts
        columned
        facts={[
          { label: t`Would rise`, value: <Count value={counts.up} /> },
          { label: t`Would fall`, value: <Count value={counts.down} /> },
          { label: t`Near a threshold`, value: <Count value={counts.near} /> },
          {
            label: t`Warned`,
            value: <Count value={counts.warned} />,
            hint: (
              <Trans>
                from <DayText value={review.warnedOn} /> on
              </Trans>
            ),
          },
          { label: t`In grace`, value: <Count value={counts.grace} /> },
          {
            label: t`The last review`,
            value: last ? <DayText value={last.decidedOn} /> : null,
            hint: last && <Trans>{last.partners} partners</Trans>,
          },
        ]}
      />
      <RowsTable
        label={t`Levels`}
        rows={levels}
        rowKey={({ level }) => level}
        columns={[
          { id: "level", header: t`Level`, card: "title", cell: ({ level }) => level },
          { id: "now", header: t`Today`, align: "end", width: 140, cell: ({ now }) => <Count value={now} /> },
          {
            id: "next",
            header: t`After the next review`,
            align: "end",
            width: 200,
            cell: ({ next }) => <Count value={next} />,
          },
        ]}
      />
    </Section>
  );
}

function EndModal({ exception, onClose }: { exception: TierException; onClose: () => void }) {
  const { t } = useLingui();
  const end = useEndpointMutation(endException, { onDone: onClose });
  const { partner, level } = exception;
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
