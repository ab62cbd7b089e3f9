import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { call } from "#ui/api/call.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { PlanRules } from "../contract.ts";
import { createPlan, getPlan, listPlans, type PlanSummary } from "../wire.ts";
import { WhyPlanDay } from "./FirstDays.tsx";

interface NewPlanFormProps {
  /** The day on which the first win closed. */
  firstWinOn: string | null;
}

/** A plan that is named, dated, and begun with the rules of another plan or the simplest ones there are. */
export function NewPlanForm({ firstWinOn }: NewPlanFormProps) {
  const plans = useEndpoint(listPlans, { query: { limit: 200 } });
  return (
    <Loaded query={plans}>
      {({ items }) => (
        <Fields plans={items.filter(({ latestVersion }) => latestVersion !== null)} firstWinOn={firstWinOn} />
      )}
    </Loaded>
  );
}

const simplest = "simplest";

function Fields({ plans, firstWinOn }: NewPlanFormProps & { plans: readonly PlanSummary[] }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const navigate = useNavigate();
  const today = useToday();
  const fresh = simplestRules(currency, t`Commission`);
  const form = useEndpointForm(createPlan, {
    initial: { name: "", effectiveFrom: today, like: simplest, rules: fresh },
    toBody: ({ name, effectiveFrom, rules }) => ({ name, effectiveFrom, rules }),
    onDone: (plan) => void navigate({ to: `/plans/${plan.id}/draft` }),
  });
  async function takeFrom(planId: string) {
    form.set({ like: planId });
    if (planId === simplest) return form.set({ rules: fresh });
    const { versions } = await call(getPlan, { params: { planId } });
    if (versions[0]) form.set({ rules: versions[0].rules });
  }
  return (
    <Section title={t`What it is`}>
      <Form form={form} submit={t`Begin the draft`} next={t`Then write its rates and terms.`}>
        <TextField {...form.field("name")} label={t`Name`} autoFocus />
        <FieldRow>
          <DayField
            {...form.field("effectiveFrom")}
            label={t`For wins that close from`}
            description={<WhyPlanDay firstWinOn={firstWinOn} />}
          />
          <SelectField
            {...form.field("like")}
            onChange={(planId) => void takeFrom(planId)}
            optional={false}
            label={t`Begin with`}
            options={[
              { value: simplest, label: t`One commission of 10 % for everything` },
              ...plans.map(({ id, name }) => ({ value: id, label: t`The rules of ${name}` })),
            ]}
          />
        </FieldRow>
      </Form>
    </Section>
  );
}

/** The smallest plan that pays somebody. */
function simplestRules(currency: string, label: string): PlanRules {
  return {
    format: "hanse-plan/1",
    currency,
    payCredit: [{ to: "owner", share: "1" }],
    components: [
      {
        key: "commission",
        label,
        beneficiary: { who: "owner" },
        basis: "opportunity value",
        rate: { kind: "flat", rate: "0.1" },
        rounding: { mode: "half-even", to: "minor-unit", once: "after all factors" },
      },
    ],
    hold: { days: 30, after: "close" },
  };
}
