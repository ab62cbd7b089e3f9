import { Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { awardSpecialization, declineApplication, type SpecializationApplication } from "../contract.ts";

interface DecideProps {
  application: SpecializationApplication;
  onClose: () => void;
}

/** Awards or declines; what follows stands before the button. */
export function DecideDialog({ task, ...props }: DecideProps & { task: "award" | "decline" }) {
  return task === "award" ? <AwardDialog {...props} /> : <DeclineDialog {...props} />;
}

function AwardDialog({ application, onClose }: DecideProps) {
  const { t } = useLingui();
  const { specialization, partner, asked, renews } = application;
  const isMissing = asked !== null && !asked.met;
  const form = useEndpointForm(awardSpecialization, {
    params: { applicationId: application.id },
    initial: { note: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Award ${specialization.label} to ${partner.name}`}>
      <Form form={form} submit={t`Award`} onCancel={onClose}>
        <p>
          {renews ? (
            <Trans>It goes on from the day on which what is held ends.</Trans>
          ) : (
            <Trans>It is held from today on, and its badge can be downloaded.</Trans>
          )}
        </p>
        <TextField
          {...form.field("note")}
          optional={!isMissing}
          label={isMissing ? t`Why it is awarded although something is missing` : t`A word to the partner`}
          description={t`The partner reads it.`}
          lines={2}
        />
      </Form>
    </Dialog>
  );
}

function DeclineDialog({ application, onClose }: DecideProps) {
  const { t } = useLingui();
  const form = useEndpointForm(declineApplication, {
    params: { applicationId: application.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Decline the application`}>
      <Form form={form} submit={t`Decline`} danger onCancel={onClose}>
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`The partner reads it.`}
          usual={[t`Not everything that is asked is there.`, t`The audit was not passed.`]}
        />
      </Form>
    </Dialog>
  );
}
