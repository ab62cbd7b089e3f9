import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { listStages, type Meaning, moveOpportunity, moves, type OpportunityDetail } from "../contract.ts";

interface DialogProps {
  record: OpportunityDetail;
  opened: boolean;
  onClose: () => void;
}

/** Moves a sale to another stage, and asks for what that stage needs: a value and a day, or a reason. */
export function MoveDialog({ record, opened, onClose }: DialogProps) {
  const { t } = useLingui();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={
        record.stage.meaning === "open"
          ? t`Close or move ${record.name}`
          : t`Change the stage of ${record.name}`
      }
    >
      <MoveForm record={record} onClose={onClose} />
    </Dialog>
  );
}

function MoveForm({ record, onClose }: Omit<DialogProps, "opened">) {
  const { t } = useLingui();
  const { currency } = useReader();
  const stages = useEndpoint(listStages, {});
  const form = useEndpointForm(moveOpportunity, {
    params: { opportunityId: record.id },
    ifMatch: record.version,
    initial: { stage: "", value: record.value ?? { amount: "", currency }, closedOn: "", reason: "" },
    toBody: ({ stage, value, closedOn, reason }) => {
      const asks = needsOf(stage);
      return {
        stage,
        ...(asks?.value === "needed" && { value }),
        ...(asks && asks.closedOn !== "refused" && { closedOn }),
        ...(asks && asks.reason !== "refused" && { reason }),
      };
    },
    onDone: onClose,
  });
  const needsOf = (key: string) => {
    const meaning: Meaning | undefined = stages.data?.items.find((stage) => stage.key === key)?.meaning;
    return meaning && moves[record.stage.meaning][meaning];
  };
  const needs = needsOf(form.values.stage);
  const leavesWon = record.stage.meaning === "won" && needs !== undefined && needs.reason === "needed";
  const target = stages.data?.items.find(({ key }) => key === form.values.stage);
  const submit =
    target?.meaning === "won" ? t`Record the win` : target?.meaning === "lost" ? t`Record the loss` : t`Move`;
  const options = (stages.data?.items ?? [])
    .filter(({ key }) => key !== record.stage.key)
    .map(({ key, label }) => ({ value: key, label }));
  return (
    <Form form={form} submit={submit} onCancel={onClose}>
      <ChoiceField {...form.field("stage")} label={t`Where it goes`} options={options} />
      {needs?.value === "needed" && (
        <MoneyField {...form.field("value")} optional={false} label={t`Value it was won with`} />
      )}
      {needs && needs.closedOn !== "refused" && (
        <DayField
          {...form.field("closedOn")}
          optional={needs.closedOn !== "needed"}
          label={t`Day of close`}
        />
      )}
      {needs?.reason === "needed" && (
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          description={t`Its partner can read it.`}
          usual={[
            t`The customer chose another vendor.`,
            t`The customer has no budget.`,
            t`The customer does not answer.`,
          ]}
        />
      )}
      {needs?.value === "needed" && record.owner && (
        <Note tone="info" title={t`What it earns`}>
          {record.payBasis === null ? (
            <Trans>This win will earn nothing: it was not entered on the partner's behalf.</Trans>
          ) : (
            <Trans>
              {record.owner.name} earns by the plan that is in force on the day of close, with the next run of
              that month.
            </Trans>
          )}
        </Note>
      )}
      {leavesWon && (
        <Note tone="warn" title={t`What happens to the money`}>
          <Trans>
            This takes the win back. What was booked for it comes back with an adjustment run, in the open
            month.
          </Trans>
        </Note>
      )}
    </Form>
  );
}
