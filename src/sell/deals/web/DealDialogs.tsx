import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { type DealDetail, discardDeal, requestExtension, withdrawDeal } from "../contract.ts";
import type { DealTask } from "./dealActs.ts";
import { OutcomeForm } from "./OutcomeForm.tsx";

interface TaskProps {
  deal: DealDetail;
  onClose: () => void;
}

/** The dialog of what was begun; none where nothing was. */
export function DealDialogs({ deal, task, onClose }: TaskProps & { task: DealTask | null }) {
  const { t } = useLingui();
  if (task === "discard") return <Discard deal={deal} onClose={onClose} />;
  const titles = {
    withdraw: t`Withdraw registration ${deal.number}`,
    extend: t`Ask for more time`,
    won: t`Say that it was won`,
    lost: t`Say that it was lost`,
  };
  return (
    <Dialog opened={task !== null} onClose={onClose} title={task === null ? "" : titles[task]}>
      {task === "withdraw" && <WithdrawForm deal={deal} onClose={onClose} />}
      {task === "extend" && <ExtensionForm deal={deal} onClose={onClose} />}
      {(task === "won" || task === "lost") && <OutcomeForm deal={deal} outcome={task} onClose={onClose} />}
    </Dialog>
  );
}

function Discard({ deal, onClose }: TaskProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const discard = useEndpointMutation(discardDeal, { onDone: () => void navigate({ to: "/deals" }) });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Throw the draft away?`}
      consequences={[
        <Trans key="gone">
          What was typed is gone for good. Nobody was told of it, so nobody misses it.
        </Trans>,
      ]}
      confirm={t`Throw away`}
      danger
      onConfirm={() => discard.mutate({ params: { dealId: deal.id } })}
      busy={discard.isPending}
      problem={discard.error}
    />
  );
}

function WithdrawForm({ deal, onClose }: TaskProps) {
  const { t } = useLingui();
  const form = useEndpointForm(withdrawDeal, {
    params: { dealId: deal.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Form
      form={form}
      submit={t`Withdraw`}
      danger
      onCancel={onClose}
      next={t`The place in the queue goes to the next at once; there is no way back to it.`}
    >
      <ReasonField
        {...form.field("reason")}
        label={t`Reason`}
        usual={[t`The customer does not buy.`, t`It was registered by mistake.`]}
      />
    </Form>
  );
}

function ExtensionForm({ deal, onClose }: TaskProps) {
  const { t } = useLingui();
  const form = useEndpointForm(requestExtension, {
    params: { dealId: deal.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Form
      form={form}
      submit={t`Ask for more time`}
      onCancel={onClose}
      next={t`Until it is granted the end stays as it is.`}
    >
      <ReasonField
        {...form.field("reason")}
        label={t`Why it takes longer`}
        usual={[
          t`The customer decides later than planned.`,
          t`The order is being prepared.`,
          t`The budget comes with the next year.`,
        ]}
      />
    </Form>
  );
}
