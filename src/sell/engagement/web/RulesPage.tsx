import { Trans, useLingui } from "@lingui/react/macro";
import { IconPencil } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { type EngagementRules, getEngagementRules } from "../contract.ts";
import { CompareVersions } from "./CompareVersions.tsx";
import { NamedAccounts } from "./NamedAccounts.tsx";
import { RulesText } from "./RulesText.tsx";
import { RulesVersions } from "./RulesVersions.tsx";
import { Tenders } from "./Tenders.tsx";

/** Who may register what, who wins, how long, and what is told: the rules that run, for both sides alike. */
export function RulesPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const [{ version }] = useUrlValues();
  const rules = useEndpoint(getEngagementRules, { query: version ? { version: Number(version) } : {} });
  const publish = { label: t`Change the rules`, icon: IconPencil, to: "/rules-of-engagement/new" };
  return (
    <LoadedRecord query={rules}>
      {(record) => (
        <Page>
          <PageHeader
            title={t`Rules of engagement`}
            status={
              <Status tone={version ? "idle" : "good"} badge>
                {t`Version ${record.version}`}
              </Status>
            }
            lead={t`The settings that decide about registrations, in plain words. They are the same for every partner.`}
            action={can("engagement.publish") && !version ? publish : undefined}
          />
          <Tabs
            label={t`Parts of the rules`}
            tabs={[
              {
                value: "rules",
                label: t`Rules`,
                content: () => <Rules rules={record} isEarlier={!!version} />,
              },
              { value: "versions", label: t`Versions`, content: () => <RulesVersions /> },
              { value: "compare", label: t`Compare`, content: () => <CompareVersions /> },
              ...(can("tender.read")
                ? [{ value: "tenders", label: t`Public tenders`, content: () => <Tenders /> }]
                : []),
              ...(can("named-account.read")
                ? [{ value: "named", label: t`Named accounts`, content: () => <NamedAccounts /> }]
                : []),
            ]}
          />
        </Page>
      )}
    </LoadedRecord>
  );
}

function Rules({ rules, isEarlier }: { rules: EngagementRules; isEarlier: boolean }) {
  const { t } = useLingui();
  return (
    <Page width="reading">
      {isEarlier ? (
        <Note
          tone="info"
          title={t`This is how version ${rules.version} reads`}
          action={{ label: t`The rules in force`, to: "/rules-of-engagement" }}
        >
          <WhatIsNew rules={rules} />
        </Note>
      ) : (
        rules.note !== null && (
          <Note tone="info" title={t`What is new`}>
            <WhatIsNew rules={rules} />
          </Note>
        )
      )}
      <RulesText settings={rules.settings} />
    </Page>
  );
}

function WhatIsNew({ rules: { note, publishedAt, publishedBy } }: { rules: EngagementRules }) {
  return (
    <>
      {note !== null && (
        <>
          <bdi>{note}</bdi>{" "}
        </>
      )}
      {publishedBy === null ? (
        <Trans>
          In force since <DateTime value={publishedAt} />.
        </Trans>
      ) : (
        <Trans>
          Published by {publishedBy}, <DateTime value={publishedAt} brief />.
        </Trans>
      )}
    </>
  );
}
