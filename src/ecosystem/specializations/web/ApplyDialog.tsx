import { Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { applyForSpecialization, type PartnerSpecialization } from "../contract.ts";
import { AskedList } from "./AskedList.tsx";

interface ApplyDialogProps {
  standing: PartnerSpecialization;
  renews: boolean;
  onClose: () => void;
}

/** Applies for one's own company, beside what is asked and what there is. */
export function ApplyDialog({ standing, renews, onClose }: ApplyDialogProps) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const { id, current } = standing.specialization;
  const form = useEndpointForm(applyForSpecialization, {
    initial: { specializationId: id, note: "" },
    verbatim: ["note"],
    onDone: onClose,
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={renews ? t`Apply for the renewal of ${current.label}` : t`Apply for ${current.label}`}
    >
      <Form
        form={form}
        submit={t`Apply for it`}
        onCancel={onClose}
        next={t`${vendorName} decides, and you are told.`}
      >
        <AskedList asked={standing.asked} />
        {!standing.asked.met && (
          <p>
            <Trans>Not everything is there yet. You can apply all the same and say why.</Trans>
          </p>
        )}
        <TextField {...form.field("note")} optional label={t`What whoever decides should know`} lines={3} />
      </Form>
    </Dialog>
  );
}
