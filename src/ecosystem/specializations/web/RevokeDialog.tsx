import { Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { revokeAward, type SpecializationAward } from "../contract.ts";

interface RevokeDialogProps {
  award: SpecializationAward;
  title: string;
  onClose: () => void;
}

/** Takes a specialization away from today on, with a reason that the partner reads. */
export function RevokeDialog({ award, title, onClose }: RevokeDialogProps) {
  const { t } = useLingui();
  const form = useEndpointForm(revokeAward, {
    params: { awardId: award.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form form={form} submit={t`Revoke`} danger onCancel={onClose}>
        <p>
          <Trans>
            {award.partner.name} holds it no more from today on; a renewal that would follow is revoked with
            it. Tracks that ask for it do not fit any more.
          </Trans>
        </p>
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`The partner reads it.`}
          usual={[t`Certified people have left.`, t`The audit was not passed.`]}
        />
      </Form>
    </Dialog>
  );
}
