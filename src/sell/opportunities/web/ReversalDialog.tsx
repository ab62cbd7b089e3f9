import { Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { Form } from "#ui/form/Form.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { type OpportunityDetail, reverseWin } from "../contract.ts";

interface DialogProps {
  record: OpportunityDetail;
  opened: boolean;
  onClose: () => void;
}

/** Takes a win back, in part or all of it, with a reason that its partner reads. */
export function ReversalDialog({ record, opened, onClose }: DialogProps) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Take the win back`}>
      <ReversalForm record={record} onClose={onClose} />
    </Dialog>
  );
}

function ReversalForm({ record, onClose }: Omit<DialogProps, "opened">) {
  const { t } = useLingui();
  const { currency } = useReader();
  const form = useEndpointForm(reverseWin, {
    params: { opportunityId: record.id },
    initial: { amount: { amount: "", currency: record.value?.currency ?? currency }, reason: "" },
    onDone: onClose,
  });
  return (
    <Form form={form} submit={t`Take back`} danger onCancel={onClose}>
      <MoneyField
        {...form.field("amount")}
        label={t`Amount taken back`}
        description={t`Leave it empty to take back all that is left; the opportunity is lost then.`}
        autoFocus
      />
      <ReasonField
        {...form.field("reason")}
        label={t`Reason`}
        description={t`Its partner can read it.`}
        usual={[t`The customer returned the goods.`, t`The customer withdrew.`, t`The invoice was not paid.`]}
      />
      <Note tone="warn" title={t`What happens to the money`}>
        <Trans>
          The partner's money follows with the next adjustment run: each line in proportion, booked in the
          open month. What was paid already is set off against the next payout.
        </Trans>
      </Note>
    </Form>
  );
}
