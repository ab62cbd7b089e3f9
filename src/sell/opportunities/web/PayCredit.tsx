import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { decidePayCredit, type OpportunityDetail } from "../contract.ts";

interface PayCreditProps {
  record: OpportunityDetail;
}

/** Whose the pay credit is, where the holder of its registration and its owner are two partners. */
export function PayCredit({ record }: PayCreditProps) {
  const { side } = useReader();
  if (record.payCredit === null) return null;
  if (side === "partner") return <OwnPayCredit decision={record.payCredit.decision} />;
  return <VendorsPayCredit record={record} credit={record.payCredit} />;
}

type Credit = NonNullable<OpportunityDetail["payCredit"]>;

interface OwnPayCreditProps {
  decision: { isYours: boolean | null; reason: string; decidedAt: string } | null;
}

/** What was decided, as one of the two partners reads it: its own side alone. */
export function OwnPayCredit({ decision }: OwnPayCreditProps) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  if (decision === null) return null;
  const { isYours, reason, decidedAt } = decision;
  return (
    <Note
      tone={isYours ? "good" : "info"}
      title={isYours ? t`The pay credit of this deal is yours` : t`The pay credit of this deal is not yours`}
    >
      {isYours ? (
        <Trans>A win of it earns for you by your plan.</Trans>
      ) : (
        <Trans>A win of it earns nothing for you.</Trans>
      )}{" "}
      <Trans>
        {vendorName} decided that on <DateTime value={decidedAt} brief />: “{reason}”
      </Trans>
    </Note>
  );
}

function VendorsPayCredit({ record, credit }: PayCreditProps & { credit: Credit }) {
  const { t } = useLingui();
  const [deciding, setDeciding] = useState(false);
  const holder = credit.holder?.name ?? "";
  const owner = record.owner?.name ?? "";
  const decide = {
    label: credit.decision === null ? t`Decide` : t`Decide otherwise`,
    onClick: () => setDeciding(true),
  };
  return (
    <>
      <Section
        title={t`Who has the pay credit?`}
        note={
          <Trans>
            {holder} holds its registration, and {owner} owns the opportunity.
          </Trans>
        }
        action={record.can.decidePayCredit ? decide : undefined}
      >
        {credit.bySplit ? (
          <Trans>The split that its participants signed says it; there is nothing to decide.</Trans>
        ) : credit.decision === null ? (
          <Sentences>
            <Trans>Until a person has decided, no run books anything for a win of it.</Trans>
            <Trans>Administrators and channel managers decide, with a reason that both partners read.</Trans>
            <Trans>Where both worked on it, propose that they share it instead.</Trans>
          </Sentences>
        ) : (
          <Decided decision={credit.decision} />
        )}
      </Section>
      {deciding && <DecideDialog record={record} credit={credit} onClose={() => setDeciding(false)} />}
    </>
  );
}

function Decided({ decision }: { decision: NonNullable<Credit["decision"]> }) {
  const { t } = useLingui();
  const href = useRecordHref();
  return (
    <Facts
      columned
      facts={[
        {
          label: t`Pay credit`,
          value: decision.partner?.name,
          to: href("partner", decision.partner?.id),
        },
        {
          label: t`Decided by`,
          value: decision.decidedBy,
          hint: <DateTime value={decision.decidedAt} brief />,
        },
        { label: t`Reason`, value: decision.reason },
      ]}
    />
  );
}

interface DecideDialogProps extends PayCreditProps {
  credit: Credit;
  onClose: () => void;
}

function DecideDialog({ record, credit, onClose }: DecideDialogProps) {
  const { t } = useLingui();
  const form = useEndpointForm(decidePayCredit, {
    params: { opportunityId: record.id },
    initial: { partnerId: "", reason: "" },
    onDone: onClose,
  });
  const holder = credit.holder?.name ?? "";
  const owner = record.owner?.name ?? "";
  return (
    <Dialog opened onClose={onClose} title={t`Who has the pay credit of ${record.name}?`} size="lg">
      <Form form={form} submit={t`Decide`} onCancel={onClose}>
        <ChoiceField
          {...form.field("partnerId")}
          optional={false}
          label={t`The pay credit goes to`}
          options={[
            {
              value: credit.holder?.id ?? "",
              label: t`${holder}, who holds the registration`,
              hint: t`A win pays ${holder} at its own tier, and who stands above it. ${owner} earns nothing of it.`,
            },
            {
              value: record.owner?.id ?? "",
              label: t`${owner}, who owns the opportunity`,
              hint: t`A win pays ${owner} at its own tier, and who stands above it. ${holder} earns nothing of it.`,
            },
          ]}
        />
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`Both partners read it: name neither of them.`}
          usual={[
            t`The registration was approved before the deal was won.`,
            t`The work on the deal was done by its owner.`,
            t`The partners agreed on it between themselves.`,
          ]}
        />
        <Note tone="info" title={t`What follows`}>
          <Sentences>
            <Trans>
              The next preview books it; what a posted month booked otherwise is adjusted in the open month.
            </Trans>
            <Trans>Each of the two reads on its own page whether the pay credit is its own, and why.</Trans>
            <Trans>The won value that tiers are measured by stays with the owner of the opportunity.</Trans>
          </Sentences>
        </Note>
      </Form>
    </Dialog>
  );
}
