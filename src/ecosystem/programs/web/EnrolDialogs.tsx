import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { type FieldBinding, useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import {
  type Enrolment,
  endEnrolment,
  enrolPartner,
  listPartnerPrograms,
  type ProgramRecord,
} from "../contract.ts";
import "./serverSentences.ts";

interface EnrolPartnerProps {
  program: ProgramRecord;
  partnerField: (binding: FieldBinding<string>) => ReactNode;
  onClose: () => void;
}

/** Takes a partner into the program, or leaves it out, by name. */
export function EnrolPartner({ program, partnerField, onClose }: EnrolPartnerProps) {
  const { t } = useLingui();
  const today = useToday();
  const form = useEndpointForm(enrolPartner, {
    params: { programId: program.id },
    initial: { partnerId: "", kind: "included", reason: "", effectiveFrom: today, effectiveUntil: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Take a partner in, or leave it out`}>
      <Form
        form={form}
        submit={t`Decide`}
        next={t`It holds from its day on, whatever the criteria say.`}
        onCancel={onClose}
      >
        {partnerField(form.field("partnerId"))}
        <ChoiceField
          {...form.field("kind")}
          label={t`Decision`}
          options={[
            {
              value: "included",
              label: t`Take in`,
              hint: t`It is in the program though the criteria do not say so.`,
            },
            {
              value: "excluded",
              label: t`Leave out`,
              hint: t`It is not in the program though the criteria say so.`,
            },
          ]}
        />
        <AsItIs program={program} partnerId={form.values.partnerId} kind={form.values.kind} />
        <FieldRow>
          <DayField {...form.field("effectiveFrom")} label={t`From`} />
          <DayField {...form.field("effectiveUntil")} optional label={t`Until before`} />
        </FieldRow>
        <TextField
          {...form.field("reason")}
          label={t`Why`}
          description={t`The partner can read it.`}
          lines={2}
        />
      </Form>
    </Dialog>
  );
}

interface AsItIsProps {
  program: ProgramRecord;
  partnerId: string;
  kind: string;
}

/** Where a decision would say what is so already: that it is, and what the decision would do nevertheless. */
function AsItIs({ program, partnerId, kind }: AsItIsProps) {
  const programs = useEndpoint(
    listPartnerPrograms,
    { params: { partnerId } },
    { enabled: partnerId.startsWith("par_") },
  );
  if (programs.data === undefined) return null;
  const isIn = programs.data.items.some((one) => one.program.id === program.id);
  if (isIn !== (kind === "included")) return null;
  return (
    <Note tone="info">
      {isIn ? (
        <Trans>
          It is in the program today already. The decision keeps it in when the criteria no longer fit.
        </Trans>
      ) : (
        <Trans>It is not in the program today anyway. The decision keeps it out when the criteria fit.</Trans>
      )}
    </Note>
  );
}

interface EndEnrolmentProps {
  program: ProgramRecord;
  enrolment: Enrolment;
  onClose: () => void;
}

/** Ends such a decision: the criteria hold again. */
export function EndEnrolment({ program, enrolment, onClose }: EndEnrolmentProps) {
  const { t } = useLingui();
  const { name } = enrolment.partner;
  const form = useEndpointForm(endEnrolment, {
    params: { programId: program.id, enrolmentId: enrolment.id },
    initial: { reason: "", effectiveUntil: useToday() },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`End the decision about ${name}?`}>
      <Form
        form={form}
        submit={t`End it`}
        next={t`From that day on the criteria decide again.`}
        onCancel={onClose}
      >
        <DayField {...form.field("effectiveUntil")} label={t`From which day on it no longer holds`} />
        <TextField
          {...form.field("reason")}
          label={t`Why`}
          description={t`The partner can read it.`}
          lines={2}
        />
      </Form>
    </Dialog>
  );
}
