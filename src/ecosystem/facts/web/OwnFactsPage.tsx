import { Trans, useLingui } from "@lingui/react/macro";
import { IconRulerMeasure } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Surface } from "#ui/page/Section.tsx";
import { FactsTable } from "./FactsTable.tsx";

/** What one's own company is measured by. */
export function OwnFactsPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Facts`}
        lead={t`What your tier is measured by, each number with its day and its source.`}
      />
      <Surface>
        <FactsTable
          empty={
            <EmptyState icon={IconRulerMeasure} title={t`Here the facts about your company will stand`}>
              <Trans>Sales that you won, certificates, satisfaction: what tiers can ask for.</Trans>
            </EmptyState>
          }
        />
      </Surface>
    </Page>
  );
}
