import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { getSettings, type Settings } from "../contract.ts";
import { BrandForm } from "./BrandForm.tsx";
import { ModulesForm } from "./ModulesForm.tsx";
import { SettingsFacts } from "./SettingsFacts.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

/** What holds for the whole vendor. Administrators change it, the others read it. */
export function SettingsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <Page width="reading">
      <PageHeader title={t`Settings`} lead={t`What holds for everybody here and for all partners.`} />
      {can("settings.manage") ? (
        <Tabs
          label={t`Parts of the settings`}
          tabs={[
            { value: "company", label: t`Company`, content: () => <Read>{SettingsForm}</Read> },
            { value: "brand", label: t`Brand`, content: () => <Read>{BrandForm}</Read> },
            { value: "modules", label: t`Modules`, content: () => <Read>{ModulesForm}</Read> },
          ]}
        />
      ) : (
        <Read>{SettingsFacts}</Read>
      )}
    </Page>
  );
}

function Read({ children: Part }: { children: (props: { settings: Settings }) => ReactNode }) {
  const { t } = useLingui();
  const query = useEndpoint(getSettings, {});
  return (
    <Loaded
      query={query}
      skeleton={
        <Section title={t`Company`}>
          <TextSkeleton lines={6} />
        </Section>
      }
    >
      {(settings) => <Part key={settings.version} settings={settings} />}
    </Loaded>
  );
}
