import { useLingui } from "@lingui/react/macro";
import { useFirstWin } from "#sell/opportunities/web/index.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { NewPlanForm } from "./NewPlanForm.tsx";
import { PlanFromFile } from "./PlanFromFile.tsx";

/** A new plan, begun as a draft: by writing it here, or from a file. */
export function NewPlanPage() {
  const { t } = useLingui();
  const wins = useFirstWin();
  return (
    <Page width="reading">
      <PageHeader
        title={t`New plan`}
        crumbs={[{ label: t`Plans`, to: "/plans" }]}
        lead={t`It begins as a draft; nobody earns by it before it is published.`}
      />
      <Loaded query={wins}>
        {({ items }) => {
          const firstWinOn = items[0]?.closedOn ?? null;
          return (
            <Tabs
              label={t`Ways to begin`}
              tabs={[
                {
                  value: "here",
                  label: t`Write it here`,
                  content: () => <NewPlanForm firstWinOn={firstWinOn} />,
                },
                {
                  value: "file",
                  label: t`From a file`,
                  content: () => <PlanFromFile firstWinOn={firstWinOn} />,
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
