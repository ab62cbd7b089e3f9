import { useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { Form } from "#ui/form/Form.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { dayAfter, dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useToday } from "#ui/format/useToday.ts";
import {
  approveOverride,
  declineOverride,
  endOverride,
  type ProgramOverride,
  withdrawOverride,
} from "../contract.ts";
import { useOverrideWords } from "./useOverrideWords.tsx";

export type OverrideTask = "approve" | "decline" | "withdraw" | "end";

interface TaskProps {
  override: ProgramOverride;
  onClose: () => void;
}

/** The dialog of what was begun; none where nothing was. */
export function OverrideDialogs({ task, ...props }: TaskProps & { task: OverrideTask | null }) {
  if (task === "approve") return <ApproveModal {...props} />;
  if (task === "withdraw") return <WithdrawModal {...props} />;
  if (task === "decline") return <DeclineDialog {...props} />;
  return task === "end" ? <EndDialog {...props} /> : null;
}

function ApproveModal({ override, onClose }: TaskProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useOverrideWords();
  const approve = useEndpointMutation(approveOverride, { onDone: onClose });
  const place = words.place(override.scope);
  const here = words.value(override.value, override.about);
  const everywhere = words.value(override.globalValue, override.about);
  const today = useToday();
  const isLate = override.from < today;
  const first = format.day(isLate ? today : override.from);
  const last = format.day(dayBefore(override.until));
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Approve it for ${place}?`}
      consequences={[
        t`In ${place} holds ${here} instead of ${everywhere}, from ${first} up to and including ${last}.`,
        t`What was computed before stands. Everything computed from then on says that it came from ${place}.`,
        t`Partners to whom it applies read the reason. It can be ended early.`,
      ]}
      confirm={t`Approve`}
      onConfirm={() => approve.mutate({ params: { overrideId: override.id } })}
      busy={approve.isPending}
      problem={approve.error}
    />
  );
}

function WithdrawModal({ override, onClose }: TaskProps) {
  const { t } = useLingui();
  const withdraw = useEndpointMutation(withdrawOverride, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Take the proposal back?`}
      consequences={[t`It never holds, and its days are free for another one.`]}
      confirm={t`Take it back`}
      onConfirm={() => withdraw.mutate({ params: { overrideId: override.id } })}
      busy={withdraw.isPending}
      problem={withdraw.error}
    />
  );
}

function DeclineDialog({ override, onClose }: TaskProps) {
  const { t } = useLingui();
  const form = useEndpointForm(declineOverride, {
    params: { overrideId: override.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Decline the override`}>
      <Form form={form} submit={t`Decline`} danger onCancel={onClose}>
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`${override.proposedBy} reads it.`}
          usual={[t`What holds for all fits there, too.`, t`The market has changed since.`]}
        />
      </Form>
    </Dialog>
  );
}

function EndDialog({ override, onClose }: TaskProps) {
  const { t } = useLingui();
  const today = useToday();
  const form = useEndpointForm(endOverride, {
    params: { overrideId: override.id },
    initial: { on: today, reason: "" },
    toBody: ({ on, reason }) => ({ on: on === "" ? "" : dayAfter(on), reason }),
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`End the override early`}>
      <Form form={form} submit={t`End it`} danger onCancel={onClose}>
        <FieldStack>
          <DayField
            {...form.field("on")}
            optional={false}
            label={t`Last day`}
            description={t`What was computed until then stands.`}
            min={today}
            max={dayBefore(dayBefore(override.until))}
          />
          <ReasonField
            {...form.field("reason")}
            optional={false}
            label={t`Reason`}
            usual={[t`What holds for all fits there, too.`, t`The market has changed since.`]}
          />
        </FieldStack>
      </Form>
    </Dialog>
  );
}
