import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useReader } from "#ui/reader/reader.tsx";
import {
  confirmPaySplit,
  type PaySplit,
  refusePaySplit,
  signPaySplit,
  withdrawPaySplit,
} from "../contract.ts";

export type SplitTask = "sign" | "refuse" | "withdraw" | "confirm";

interface TaskProps {
  split: PaySplit;
  onClose: () => void;
}

/** The dialog of what was begun; none where nothing was. */
export function SplitDialogs({ split, task, onClose }: TaskProps & { task: SplitTask | null }) {
  if (task === "sign") return <SignModal split={split} onClose={onClose} />;
  if (task === "confirm") return <ConfirmSplitModal split={split} onClose={onClose} />;
  if (task === null) return null;
  return <EndDialog split={split} refuses={task === "refuse"} onClose={onClose} />;
}

function SignModal({ split, onClose }: TaskProps) {
  const { t } = useLingui();
  const { partner: own, vendorName } = useReader();
  const format = useFormat();
  const sign = useEndpointMutation(signPaySplit, { onDone: onClose });
  const mine = split.participants.find(({ partner }) => partner.id === own?.id)?.shareBasisPoints ?? 0;
  const share = format.share(mine / 10_000);
  const company = own?.name ?? "";
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Sign for ${company}?`}
      consequences={[
        t`${share} of the pay credit of ${split.opportunity.name} is yours, at your own tier.`,
        t`It comes into force when all participants have signed and ${vendorName} has confirmed.`,
        t`Your name and the time are kept. It cannot be changed any more, only refused until it is in force.`,
      ]}
      confirm={t`Sign`}
      onConfirm={() => sign.mutate({ params: { paySplitId: split.id } })}
      busy={sign.isPending}
      problem={sign.error}
    />
  );
}

function ConfirmSplitModal({ split, onClose }: TaskProps) {
  const { t } = useLingui();
  const confirm = useEndpointMutation(confirmPaySplit, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Bring the split into force?`}
      consequences={[
        t`Runs from now on pay each participant its share, at its own tier, and who stands above it.`,
        t`What a posted month booked otherwise is adjusted in the open month.`,
        t`It does not change any more; only another split that all sign takes its place.`,
      ]}
      confirm={t`Confirm the split`}
      onConfirm={() => confirm.mutate({ params: { paySplitId: split.id } })}
      busy={confirm.isPending}
      problem={confirm.error}
    />
  );
}

function EndDialog({ split, refuses, onClose }: TaskProps & { refuses: boolean }) {
  const { t } = useLingui();
  const form = useEndpointForm(refuses ? refusePaySplit : withdrawPaySplit, {
    params: { paySplitId: split.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  const { vendorName } = useReader();
  return (
    <Dialog opened onClose={onClose} title={refuses ? t`Refuse the split` : t`Withdraw the split`}>
      <Form
        form={form}
        submit={refuses ? t`Refuse` : t`Withdraw`}
        danger
        onCancel={onClose}
        next={t`The proposal is over for all participants.`}
      >
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={
            refuses ? t`${vendorName} reads it, the other participants do not.` : t`The participants read it.`
          }
          usual={
            refuses
              ? [t`The share does not fit the work.`, t`We did not agree to share it.`]
              : [t`The shares were not right.`, t`Another partner takes part.`]
          }
        />
        <p>
          <Trans>What a run pays stays as it is now.</Trans>
        </p>
      </Form>
    </Dialog>
  );
}
