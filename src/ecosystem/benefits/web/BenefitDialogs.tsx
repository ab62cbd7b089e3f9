import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import {
  type BenefitCase,
  declineBenefit,
  grantBenefit,
  useBenefit as recordUse,
  reverseBenefit,
  withdrawBenefitRequest,
} from "../contract.ts";
import { useBenefitValueText } from "./benefitWords.tsx";
import { QuantityField } from "./QuantityField.tsx";

/** What is asked for in a dialog before it is done. */
export type BenefitTask = "grant" | "decline" | "reverse" | "use" | "withdraw";

interface TaskProps {
  request: BenefitCase;
  onClose: () => void;
}

/** The dialog of what was begun; none where nothing was. */
export function BenefitDialogs({ request, task, onClose }: TaskProps & { task: BenefitTask | null }) {
  const { t } = useLingui();
  if (task === "withdraw") return <Withdraw request={request} onClose={onClose} />;
  const titles = {
    grant: t`Grant ${request.label}`,
    decline: t`Decline ${request.label}`,
    reverse: t`Take the grant back`,
    use: t`Record a use`,
  };
  const forms = { grant: GrantForm, decline: DeclineForm, reverse: ReverseForm, use: UseForm };
  const TaskForm = task === null ? null : forms[task];
  return (
    <Dialog opened={task !== null} onClose={onClose} title={task === null ? "" : titles[task]} size="lg">
      {TaskForm && <TaskForm request={request} onClose={onClose} />}
    </Dialog>
  );
}

const isCounted = ({ unit }: BenefitCase) => unit === "count" || unit === "money";

function GrantForm({ request, onClose }: TaskProps) {
  const { t } = useLingui();
  const text = useBenefitValueText();
  const asked = text(request, request.quantity);
  const left = request.today?.left ?? null;
  const form = useEndpointForm(grantBenefit, {
    params: { requestId: request.id },
    initial: { quantity: isCounted(request) ? request.quantity : "", reason: "" },
    verbatim: isCounted(request) ? ["quantity"] : [],
    onDone: onClose,
  });
  return (
    <Form
      form={form}
      submit={t`Grant`}
      onCancel={onClose}
      next={t`${request.partner.name} is told at once. It stands until it expires, also when the level falls.`}
    >
      {isCounted(request) && (
        <QuantityField
          {...form.field("quantity")}
          of={request}
          label={t`How much`}
          description={left === null ? undefined : t`${asked} asked for, ${text(request, left)} left.`}
        />
      )}
      <TextField {...form.field("reason")} label={t`A word to it`} lines={2} />
    </Form>
  );
}

function DeclineForm({ request, onClose }: TaskProps) {
  const { t } = useLingui();
  const form = useEndpointForm(declineBenefit, {
    params: { requestId: request.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Form
      form={form}
      submit={t`Decline`}
      onCancel={onClose}
      next={t`${request.partner.name} reads the reason and may ask again.`}
    >
      <ReasonField
        {...form.field("reason")}
        label={t`Reason`}
        usual={[
          t`The allowance of this period is used up.`,
          t`The purpose is not what the benefit is for.`,
          t`What was granted before is not used yet.`,
        ]}
      />
    </Form>
  );
}

function ReverseForm({ request, onClose }: TaskProps) {
  const { t } = useLingui();
  const form = useEndpointForm(reverseBenefit, {
    params: { requestId: request.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Form form={form} submit={t`Take it back`} onCancel={onClose}>
      <Sentences>
        <Trans>This is for a grant that was a mistake.</Trans>
        <Trans>What is used stays used; the rest returns to the allowance of {request.partner.name}.</Trans>
      </Sentences>
      <TextField {...form.field("reason")} label={t`Reason`} lines={3} />
    </Form>
  );
}

function UseForm({ request, onClose }: TaskProps) {
  const { t } = useLingui();
  const text = useBenefitValueText();
  const today = useToday();
  const form = useEndpointForm(recordUse, {
    params: { requestId: request.id },
    initial: { quantity: "", usedOn: today, note: "" },
    verbatim: isCounted(request) ? ["quantity"] : [],
    onDone: onClose,
  });
  return (
    <Form form={form} submit={t`Record it`} onCancel={onClose} next={t`Both sides see what was recorded.`}>
      {isCounted(request) && (
        <QuantityField
          {...form.field("quantity")}
          of={request}
          label={t`How much`}
          description={request.left === null ? undefined : t`${text(request, request.left)} is left.`}
        />
      )}
      <DayField {...form.field("usedOn")} label={t`Day`} max={today} />
      <TextField {...form.field("note")} label={t`For whom or what`} lines={2} />
    </Form>
  );
}

function Withdraw({ request, onClose }: TaskProps) {
  const { t } = useLingui();
  const withdrawing = useEndpointMutation(withdrawBenefitRequest, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Withdraw the request?`}
      consequences={[<Trans key="gone">Nobody decides it. You can ask anew.</Trans>]}
      confirm={t`Withdraw`}
      danger
      onConfirm={() => withdrawing.mutate({ params: { requestId: request.id } })}
      busy={withdrawing.isPending}
      problem={withdrawing.error}
    />
  );
}
