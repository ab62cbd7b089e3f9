import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus, IconTargetArrow } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { OpportunitiesTable } from "./OpportunitiesTable.tsx";

/** All sales that the reader may see: a vendor's opportunities, a partner's deals. */
export function OpportunitiesPage() {
  const { t } = useLingui();
  const { side, can, vendorName } = useReader();
  const manages = can("opportunity.manage");
  return (
    <Page>
      <PageHeader
        title={side === "partner" ? t`Deals` : t`Opportunities`}
        action={manages ? { label: t`New opportunity`, icon: IconPlus, to: "/opportunities/new" } : undefined}
      />
      <OpportunitiesTable
        empty={
          side === "partner" ? (
            <EmptyState icon={IconTargetArrow} title={t`Here your deals will stand`}>
              <Trans>
                As soon as {vendorName} enters or imports one of yours, you see its stage and what it earns
                you.
              </Trans>
            </EmptyState>
          ) : (
            <EmptyState
              icon={IconTargetArrow}
              title={t`Here your opportunities will stand`}
              action={can("import.manage") ? { label: t`Import from your CRM`, to: "/imports" } : undefined}
            >
              <Trans>
                Every sale, who brought it and how it ended. Most come from a CRM export; each can be entered
                too.
              </Trans>
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
