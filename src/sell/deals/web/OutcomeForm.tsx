import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { cacheKey } from "#ui/api/query.ts";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { type DealDetail, getDeal, proposeOutcome } from "../contract.ts";
import { EvidenceField } from "./DealFiles.tsx";

interface OutcomeFormProps {
  deal: DealDetail;
  outcome: "won" | "lost";
  onClose: () => void;
}

/** Says how a deal ended; the vendor takes it over, and then a win earns. */
export function OutcomeForm({ deal, outcome, onClose }: OutcomeFormProps) {
  const { t } = useLingui();
  const { currency, vendorName } = useReader();
  const today = useToday();
  const isWon = outcome === "won";
  const client = useQueryClient();
  const [before] = useState(() => new Set(deal.files.map(({ id }) => id)));
  const documents = deal.files.filter(({ id }) => !before.has(id));
  const form = useEndpointForm(proposeOutcome, {
    params: { dealId: deal.id },
    initial: { value: deal.value ?? { amount: "", currency }, closedOn: today, reason: "" },
    toBody: ({ value, closedOn, reason }) => ({
      outcome,
      closedOn,
      ...(isWon ? { value } : { reason }),
      documents: documents.map(({ id }) => id),
    }),
    onDone: onClose,
  });
  return (
    <Form
      form={form}
      submit={isWon ? t`Say that it was won` : t`Say that it was lost`}
      onCancel={onClose}
      next={
        isWon
          ? t`${vendorName} confirms it; then it earns with the next run of that month.`
          : t`${vendorName} confirms it; then the protection ends.`
      }
    >
      {isWon && <MoneyField {...form.field("value")} optional={false} label={t`Value it was won with`} />}
      <DayField {...form.field("closedOn")} optional={false} label={t`Day of close`} max={today} />
      {!isWon && (
        <ReasonField
          {...form.field("reason")}
          optional={false}
          label={t`Reason`}
          usual={[
            t`The customer chose another vendor.`,
            t`The customer has no budget.`,
            t`The customer does not answer.`,
          ]}
        />
      )}
      <EvidenceField
        label={isWon ? t`Add the order or the contract` : t`Add what shows it`}
        files={documents}
        dealId={async () => deal.id}
        onChanged={(answer) => client.setQueryData(cacheKey(getDeal, { dealId: deal.id }), answer)}
      />
    </Form>
  );
}
