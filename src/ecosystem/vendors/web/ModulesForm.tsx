import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { ChecksField } from "#ui/form/ChecksField.tsx";
import { Form } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import type { Settings } from "../contract.ts";
import { type ModuleKey, moduleKeys, type Need, openNeed } from "../modules.ts";
import { useSettingsForm } from "./useSettingsForm.ts";
import "./words.ts";

/** Which parts of the product the vendor works with. */
export function ModulesForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const form = useSettingsForm({ modulesOff: settings.modulesOff }, settings.version);
  const { modulesOff: off } = form.values;
  const field = form.field("modulesOff");
  const need = openNeed(off);
  const goes = off.filter((module) => !settings.modulesOff.includes(module));
  const words = useModuleWords();
  const why = useNeedWords();
  const isOn = (module: ModuleKey) => !off.includes(module);
  return (
    <Form form={form} submit={t`Save modules`} edits onCancel={form.changed ? form.reset : undefined}>
      <FormSection
        title={t`What you work with`}
        note={
          <Trans>People, partners, customers, products, opportunities and imports are always there.</Trans>
        }
      >
        <ChecksField
          {...field}
          optional={false}
          label={t`Modules`}
          error={need === null ? field.error : why(need)}
          options={moduleKeys.map((key) => ({ value: key, ...words[key] }))}
          value={moduleKeys.filter(isOn)}
          onChange={(on) => field.onChange(moduleKeys.filter((key) => !on.includes(key)))}
        />
        {goes.length > 0 && need === null && (
          <Note tone="warn" title={t`What goes with it`}>
            <Trans>
              Its pages, cards, notices and addresses are gone for everybody here and for all partners, and
              its jobs stop. What was entered stays: switched on again, it is all back. What happens meanwhile
              is not made up for.
            </Trans>
          </Note>
        )}
      </FormSection>
    </Form>
  );
}

function useModuleWords(): Record<ModuleKey, { label: string; hint: string }> {
  const { t } = useLingui();
  return {
    registration: {
      label: t`Deal registration`,
      hint: t`Registrations, rules of engagement, protected accounts and public tenders.`,
    },
    touchpoints: { label: t`Touchpoints`, hint: t`What partners did for sales, and whose the credit is.` },
    programs: { label: t`Programs`, hint: t`Programs, tiers, benefits and specializations.` },
    incentives: { label: t`Earnings`, hint: t`Plans, runs, earnings, statements, payouts and the ledger.` },
    splits: { label: t`Pay splits`, hint: t`How partners share what a deal earns.` },
    insight: { label: t`Insight`, hint: t`Trends, boards and pace on the first page and beside the lists.` },
  };
}

/** Why something that is on cannot do without something that is off. */
function useNeedWords(): (need: Need) => string {
  const { t } = useLingui();
  return ({ module }) =>
    module === "splits"
      ? t`Pay splits need earnings: they share what a deal earns. Leave earnings on, or switch pay splits off as well.`
      : t`Earnings need programs: plans pay by a partner's tier. Leave programs on, or switch earnings off as well.`;
}
