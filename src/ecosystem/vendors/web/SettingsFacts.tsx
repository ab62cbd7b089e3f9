import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { localeNames, spoken } from "#ui/i18n/locales.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { Settings } from "../contract.ts";

/** The settings for those who do not change them. */
export function SettingsFacts({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const { month } = useFormat();
  return (
    <Section title={t`Company`} note={<Trans>A vendor administrator changes these.</Trans>}>
      <Facts
        stacked
        facts={[
          { label: t`Company`, value: settings.name },
          {
            label: t`Time zone`,
            value: settings.timezone.replaceAll("_", " "),
            hint: t`Days, months and quarters are counted in it.`,
          },
          { label: t`Currency`, value: settings.currency },
          {
            label: t`Smallest payout`,
            value: <Money value={settings.minimumPayout} />,
            hint: t`What a partner is owed below it carries forward.`,
          },
          {
            label: t`First month of our year`,
            value: month(`2026-${String(settings.fiscalYearStartMonth).padStart(2, "0")}`).replace(
              /\s*2026$/,
              "",
            ),
          },
          { label: t`Language`, value: localeNames[spoken.find((one) => one === settings.locale) ?? "en"] },
        ]}
      />
    </Section>
  );
}
