import { useLingui } from "@lingui/react/macro";
import { OwnPayments } from "#incentivize/payouts/web/index.tsx";
import { StatementsTable } from "#incentivize/statements/web/index.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";

/** A partner's own statements, and the payments that settled them. */
export function OwnStatementsPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader title={t`Statements`} lead={t`What each month brought, and what was paid.`} />
      <Tabs
        label={t`Statements and payments`}
        tabs={[
          { value: "statements", label: t`Statements`, content: () => <StatementsTable /> },
          { value: "payments", label: t`Payments`, content: () => <OwnPayments /> },
        ]}
      />
    </Page>
  );
}
