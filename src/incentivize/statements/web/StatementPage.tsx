import { Trans, useLingui } from "@lingui/react/macro";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { saveCsv } from "#ui/api/exports.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { notifyProblem } from "#ui/feedback/notify.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { PaperOnly } from "#ui/page/Paper.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { listEarnings } from "../../earnings/contract.ts";
import { getStatement, type StatementRecord } from "../contract.ts";
import { PayoutWord } from "./PayoutWord.tsx";
import { StatementBalance } from "./StatementBalance.tsx";
import { StatementBeside } from "./StatementBeside.tsx";
import { StatementLines } from "./StatementLines.tsx";
import { StatementPayments } from "./StatementPayments.tsx";

/** A closed statement: the balance, and each line and payment that it is made of. It prints as a document. */
export function StatementPage({ statementId }: { statementId: string }) {
  const statement = useEndpoint(getStatement, { params: { statementId } });
  return (
    <LoadedRecord query={statement}>
      {(record) => (
        <Page>
          <StatementHead statement={record} />
          <StatementBeside statement={record} />
          <StatementBalance statement={record} />
          <StatementLines statement={record} />
          <StatementPayments statement={record} />
        </Page>
      )}
    </LoadedRecord>
  );
}

function StatementHead({ statement }: { statement: StatementRecord }) {
  const { t } = useLingui();
  const { side } = useReader();
  const format = useFormat();
  const { number, partner, period, vendor, payout } = statement;
  const month = format.month(period);
  const fileName = `${partner.name} ${period}.csv`;
  const save = () =>
    saveCsv(listEarnings, { query: { statementId: statement.id } }, fileName).catch(notifyProblem);
  return (
    <>
      <PageHeader
        title={side === "partner" ? t`Statement of ${month}` : t`${partner.name}, ${month}`}
        crumbs={[{ label: t`Statements`, to: "/statements" }]}
        status={<PayoutWord payout={payout} />}
        lead={<Closed statement={statement} />}
        action={{ label: t`Print or save as PDF`, icon: IconPrinter, onClick: () => window.print() }}
        menu={[{ label: t`Save the lines as CSV`, icon: IconDownload, onClick: () => void save() }]}
      />
      <PaperOnly>
        <Trans>
          Statement {number} of {vendor.name} for {partner.name}
        </Trans>
      </PaperOnly>
    </>
  );
}

function Closed({ statement: { number, closedAt, closedBy } }: { statement: StatementRecord }) {
  return closedBy === null ? (
    <Trans>
      Statement {number}, closed <DateTime value={closedAt} />
    </Trans>
  ) : (
    <Trans>
      Statement {number}, closed by {closedBy}, <DateTime value={closedAt} />
    </Trans>
  );
}
