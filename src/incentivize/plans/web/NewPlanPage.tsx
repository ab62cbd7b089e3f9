import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { call } from "#ui/api/call.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { dayOf, useNow } from "#ui/format/now.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { PlanRules } from "../contract.ts";
import { createPlan, getPlan, listPlans, type PlanSummary } from "../wire.ts";

/** A new plan, begun as a draft: named, dated, and with the rules of another plan or the simplest ones there are. */
export function NewPlanPage() {
  const plans = useEndpoint(listPlans, { query: { limit: 200 } });
  return (
    <LoadedRecord query={plans}>
      {({ items }) => <NewPlanForm plans={items.filter(({ latestVersion }) => latestVersion !== null)} />}
    </LoadedRecord>
  );
}

const simplest = "simplest";

function NewPlanForm({ plans }: { plans: readonly PlanSummary[] }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const navigate = useNavigate();
  const today = dayOf(useNow());
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
    <Page width="reading">
      <PageHeader
        title={t`New plan`}
        crumbs={[{ label: t`Plans`, to: "/plans" }]}
        lead={t`It begins as a draft; nobody earns by it before it is published.`}
      />
      <Section title={t`What it is`}>
        <Form form={form} submit={t`Begin the draft`} next={t`Then write its rates and terms.`}>
          <TextField {...form.field("name")} label={t`Name`} autoFocus />
          <FieldRow>
            <DayField {...form.field("effectiveFrom")} label={t`For wins that close from`} />
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
    </Page>
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
