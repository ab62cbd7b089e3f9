import { useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { type EndpointForm, useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { dayInZone } from "#ui/format/now.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useToday } from "#ui/format/useToday.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { type Payee, type PayoutRecord, payAll, payPayee, returnPayee } from "../contract.ts";

interface BatchDialogProps {
  batch: PayoutRecord;
  onClose: () => void;
}

/** Records that all payees of a batch that are still open were paid, with one reference. */
export function PayAllDialog({ batch, onClose }: BatchDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const today = useToday();
  const form = useEndpointForm(payAll, {
    initial: { reference: "", paidOn: today },
    params: { payoutId: batch.id },
    onDone: onClose,
  });
  const sum = format.money(batch.sums.open);
  return (
    <Dialog opened onClose={onClose} title={t`Record all as paid: ${sum}`}>
      <Form form={form} submit={t`Record as paid`} onCancel={onClose}>
        <PaidFields form={form} batch={batch} description={t`As your bank names it; the partners see it.`} />
      </Form>
    </Dialog>
  );
}

interface PaidFieldsProps {
  form: EndpointForm<{ reference: string; paidOn: string }>;
  batch: PayoutRecord;
  /** Who sees the reference. */
  description: string;
}

/** By what reference and when it was paid: not before the release, and not in the future. */
function PaidFields({ form, batch, description }: PaidFieldsProps) {
  const { t } = useLingui();
  const { timeZone } = useReader();
  const today = useToday();
  return (
    <>
      <TextField
        {...form.field("reference")}
        label={t`Reference of the payment`}
        description={description}
        autoFocus
      />
      <DayField
        {...form.field("paidOn")}
        optional={false}
        label={t`Paid on`}
        max={today}
        {...(batch.releasedAt && { min: dayInZone(Date.parse(batch.releasedAt), timeZone) })}
      />
    </>
  );
}

interface PayeeDialogProps extends BatchDialogProps {
  payee: Payee;
}

/** Records that one payee was paid. */
export function PayDialog({ batch, payee, onClose }: PayeeDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const today = useToday();
  const form = useEndpointForm(payPayee, {
    initial: { reference: "", paidOn: today },
    params: { payoutId: batch.id, partnerId: payee.partner.id },
    onDone: onClose,
  });
  const sum = format.money(payee.amount);
  return (
    <Dialog opened onClose={onClose} title={t`Record as paid: ${payee.partner.name}, ${sum}`}>
      <Form form={form} submit={t`Record as paid`} onCancel={onClose}>
        <PaidFields form={form} batch={batch} description={t`As your bank names it; the partner sees it.`} />
      </Form>
    </Dialog>
  );
}

/** Records that a payment came back: its lines are payable again with the next batch. */
export function ReturnDialog({ batch, payee, onClose }: PayeeDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const today = useToday();
  const form = useEndpointForm(returnPayee, {
    initial: { reason: "", returnedOn: today },
    params: { payoutId: batch.id, partnerId: payee.partner.id },
    onDone: onClose,
  });
  const sum = format.money(payee.amount);
  return (
    <Dialog opened onClose={onClose} title={t`It came back: ${payee.partner.name}, ${sum}`}>
      <Form
        form={form}
        submit={t`Record that it came back`}
        next={t`It is payable again with the next batch.`}
        onCancel={onClose}
      >
        <ReasonField
          {...form.field("reason")}
          label={t`Why it came back`}
          usual={[t`The account is closed.`, t`The account number is wrong.`, t`The payee refused it.`]}
        />
        <DayField
          {...form.field("returnedOn")}
          optional={false}
          label={t`Came back on`}
          max={today}
          {...(payee.paidOn && { min: payee.paidOn })}
        />
      </Form>
    </Dialog>
  );
}
