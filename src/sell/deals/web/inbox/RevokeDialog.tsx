import { Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type DealDetail, revokeDeal } from "../../contract.ts";

/** Ends a protection before its time. */
export function RevokeDialog({ deal, onClose }: { deal: DealDetail; onClose: () => void }) {
  const { t } = useLingui();
  const form = useEndpointForm(revokeDeal, {
    params: { dealId: deal.id },
    ifMatch: deal.version,
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Revoke the protection of ${deal.partner.name}`}>
      <Form form={form} submit={t`Revoke the protection`} danger onCancel={onClose}>
        <Sentences>
          <Trans>The place goes to the next in order. The opportunity stays as it is.</Trans>
          <Trans>It can be taken back until the partner is told; after that it cannot.</Trans>
        </Sentences>
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`The partner can read it.`}
          usual={[
            t`The customer has asked for another partner.`,
            t`There was no activity for a long time.`,
            t`What was submitted was not right.`,
          ]}
        />
      </Form>
    </Dialog>
  );
}
