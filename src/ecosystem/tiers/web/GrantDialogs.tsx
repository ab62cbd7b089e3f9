import { useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useProgramNames } from "../../programs/web/index.tsx";
import { grantClause, grantException, type Standing } from "../contract.ts";
import "./serverSentences.ts";

/** Gives a partner a level for a time. */
export function ExceptionDialog({
  partnerId,
  standing,
  onClose,
}: {
  partnerId: string;
  standing: Standing;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const names = useProgramNames(standing.program.id);
  const form = useEndpointForm(grantException, {
    params: { programId: standing.program.id },
    initial: { partnerId, level: "", reason: "", from: "", until: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Grant an exception in ${names.label(standing.program.label)}`}>
      <Form form={form} submit={t`Grant`} onCancel={onClose} next={t`The partner is told, with the reason.`}>
        <SelectField
          {...form.field("level")}
          label={t`Level`}
          options={standing.levels.map((level) => ({ value: level, label: names.level(level) }))}
        />
        <DayField {...form.field("from")} optional label={t`From`} description={t`Today unless told.`} />
        <DayField
          {...form.field("until")}
          label={t`Until`}
          description={t`From this day on the numbers decide again.`}
        />
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`The partner reads it, too.`}
          usual={[t`It opens a new country for us.`, t`A large deal moved into the next quarter.`]}
        />
      </Form>
    </Dialog>
  );
}

/** Promises everyone who has a level that they keep it for a time. */
export function ClauseDialog({
  programId,
  levels,
  onClose,
}: {
  programId: string;
  levels: readonly string[];
  onClose: () => void;
}) {
  const { t } = useLingui();
  const names = useProgramNames(programId);
  const form = useEndpointForm(grantClause, {
    params: { programId },
    initial: { level: "", reason: "", until: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Promise a level to those who have it`}>
      <Form
        form={form}
        submit={t`Promise it`}
        onCancel={onClose}
        next={t`Everyone who has at least this level today keeps it until the day, and is told.`}
      >
        <SelectField
          {...form.field("level")}
          label={t`Level`}
          options={levels.slice(1).map((level) => ({ value: level, label: names.level(level) }))}
        />
        <DayField {...form.field("until")} label={t`Until`} />
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          usual={[t`The program asks more from now on.`]}
        />
      </Form>
    </Dialog>
  );
}
