import { useLingui } from "@lingui/react/macro";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { MonthsToClose } from "./MonthsToClose.tsx";
import { StatementsTable } from "./StatementsTable.tsx";

/** The months that wait for their close, and every statement that was closed. */
export function StatementsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <Page>
      <PageHeader
        title={t`Statements`}
        lead={t`What was released to each partner in a month, what was paid, and what is still owed.`}
      />
      {can("statement.prepare") && <MonthsToClose />}
      <StatementsTable />
    </Page>
  );
}
