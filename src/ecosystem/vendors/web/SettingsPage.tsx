import { useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { getSettings } from "../contract.ts";
import { SettingsFacts } from "./SettingsFacts.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

/** What holds for the whole vendor. Administrators change it, the others read it. */
export function SettingsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const query = useEndpoint(getSettings, {});
  return (
    <Page width="reading">
      <PageHeader title={t`Settings`} lead={t`What holds for everybody here and for all partners.`} />
      <Loaded
        query={query}
        skeleton={
          <Section title={t`Company`}>
            <TextSkeleton lines={6} />
          </Section>
        }
      >
        {(settings) =>
          can("settings.manage") ? (
            <SettingsForm key={settings.version} settings={settings} />
          ) : (
            <SettingsFacts settings={settings} />
          )
        }
      </Loaded>
    </Page>
  );
}
