import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import { listOpportunities } from "../../opportunities/contract.ts";
import {
  askTouchpointAgain,
  confirmTouchpoint,
  contestTouchpoint,
  type Touchpoint,
  withdrawTouchpoint,
} from "../contract.ts";

/** What is asked for in a dialog before it is done. */
export type TouchpointTask = "confirm" | "contest" | "askAgain" | "withdraw";

interface TaskProps {
  touchpoint: Touchpoint;
  onClose: () => void;
}

interface TouchpointDialogsProps extends TaskProps {
  task: TouchpointTask | null;
  /** After the vendor has confirmed or contested it. */
  onDecided: () => void;
}

/** The dialog of what was begun; none where nothing was. */
export function TouchpointDialogs({ touchpoint, task, onClose, onDecided }: TouchpointDialogsProps) {
  const { t } = useLingui();
  if (task === "withdraw") return <Withdraw touchpoint={touchpoint} onClose={onClose} />;
  const titles = {
    confirm: t`Confirm the touchpoint`,
    contest: t`Contest the touchpoint`,
    askAgain: t`Ask again`,
  };
  return (
    <Dialog opened={task !== null} onClose={onClose} title={task === null ? "" : titles[task]} size="lg">
      {task === "confirm" && <ConfirmForm touchpoint={touchpoint} onClose={onClose} onDone={onDecided} />}
      {task === "contest" && <ContestForm touchpoint={touchpoint} onClose={onClose} onDone={onDecided} />}
      {task === "askAgain" && <AskAgainForm touchpoint={touchpoint} onClose={onClose} />}
    </Dialog>
  );
}

function ConfirmForm({ touchpoint, onClose, onDone }: TaskProps & { onDone: () => void }) {
  const { t } = useLingui();
  const form = useEndpointForm(confirmTouchpoint, {
    params: { touchpointId: touchpoint.id },
    initial: { opportunityId: "" },
    onDone,
  });
  return (
    <Form form={form} submit={t`Confirm`} onCancel={onClose}>
      <Sentences>
        <Trans>What is confirmed stands: neither you nor {touchpoint.partner.name} can change it.</Trans>
        <Trans>It counts for insight credit, which moves no money.</Trans>
      </Sentences>
      <LookupField
        {...form.field("opportunityId")}
        label={t`Counts for`}
        description={
          touchpoint.about.kind === "account"
            ? t`Each sale of the customer unless you name one. The partner is not told which.`
            : t`The sale that it names unless you choose another. The partner is not told which.`
        }
        endpoint={listOpportunities}
        searchParam="search"
        toOption={(row) => ({
          value: row.id,
          label: row.name,
          ...(row.account && { hint: row.account.name }),
        })}
      />
    </Form>
  );
}

function ContestForm({ touchpoint, onClose, onDone }: TaskProps & { onDone: () => void }) {
  const { t } = useLingui();
  const form = useEndpointForm(contestTouchpoint, {
    params: { touchpointId: touchpoint.id },
    initial: { reason: "" },
    onDone,
  });
  return (
    <Form
      form={form}
      submit={t`Contest`}
      onCancel={onClose}
      next={t`${touchpoint.partner.name} reads the reason and may ask again once.`}
    >
      <ReasonField
        {...form.field("reason")}
        label={t`Reason`}
        usual={[
          t`There is no evidence of it.`,
          t`The customer does not remember it.`,
          t`It was for another sale.`,
        ]}
      />
    </Form>
  );
}

function AskAgainForm({ touchpoint, onClose }: TaskProps) {
  const { t } = useLingui();
  const form = useEndpointForm(askTouchpointAgain, {
    params: { touchpointId: touchpoint.id },
    initial: { remark: "" },
    onDone: onClose,
  });
  return (
    <Form form={form} submit={t`Ask again`} onCancel={onClose} next={t`It can be asked again once.`}>
      <TextField {...form.field("remark")} label={t`What they should know`} lines={3} />
    </Form>
  );
}

function Withdraw({ touchpoint, onClose }: TaskProps) {
  const { t } = useLingui();
  const withdrawing = useEndpointMutation(withdrawTouchpoint, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Withdraw the touchpoint?`}
      consequences={[
        <Trans key="gone">It does not count, and it cannot be brought back. You can log it anew.</Trans>,
      ]}
      confirm={t`Withdraw`}
      danger
      onConfirm={() => withdrawing.mutate({ params: { touchpointId: touchpoint.id } })}
      busy={withdrawing.isPending}
      problem={withdrawing.error}
    />
  );
}
