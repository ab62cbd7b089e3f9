import { Trans, useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { DealCase } from "../../contract.ts";
import { useCaseWords } from "./words.ts";

type Sale = DealCase["opportunities"][number];

/** Sales at the customer: those that count against the registration, then what is history. */
export function KnownSales({ known }: { known: DealCase }) {
  const { t } = useLingui();
  const counting = known.opportunities.filter(({ counts }) => counts);
  const history = known.opportunities.filter(({ counts }) => !counts);
  return (
    <>
      {counting.length > 0 && (
        <Section
          title={t`Open sales at this customer`}
          note={t`They were there before and active within the days of the rules: a person decides whether they are the same.`}
          flush
        >
          <Sales label={t`Open sales at this customer`} sales={counting} />
        </Section>
      )}
      {history.length > 0 && (
        <Section
          title={t`Other sales at this customer`}
          note={t`They do not count against it: closed, without recent activity, or begun later.`}
          flush
        >
          <Sales label={t`Other sales at this customer`} sales={history.slice(0, shown)} />
          {history.length > shown && (
            <Sentences inset>
              <Trans>
                {shown} of {history.length} are shown; the others stand at the account.
              </Trans>
            </Sentences>
          )}
        </Section>
      )}
    </>
  );
}

const shown = 8;

function Sales({ label, sales }: { label: string; sales: readonly Sale[] }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = useCaseWords();
  const worth: Column<Sale> = {
    id: "value",
    header: t`Value`,
    width: 105,
    align: "end",
    card: "amount",
    cell: ({ value }) => <Money value={value} />,
  };
  const columns: Column<Sale>[] = [
    {
      id: "name",
      header: t`Opportunity`,
      card: "title",
      cell: ({ opportunity }) => opportunity.name,
    },
    {
      id: "owner",
      header: t`Whose`,
      width: 155,
      cell: ({ owner, seller }) => owner?.name ?? seller?.name ?? t`ours`,
    },
    { id: "on", header: t`Matches by`, width: 190, cell: ({ on, sure }) => words.match(on, sure) },
    {
      id: "stage",
      header: t`Stage`,
      width: 120,
      cell: ({ stage, open }) => <Status tone={open ? "info" : "idle"}>{stage}</Status>,
    },
    {
      id: "active",
      header: t`Last activity`,
      width: 130,
      cell: ({ activeOn }) => <DayText value={activeOn} />,
    },
    ...(sales.some(({ value }) => value !== null) ? [worth] : []),
  ];
  return (
    <RowsTable
      label={label}
      rows={sales}
      columns={columns}
      rowKey={(row) => row.opportunity.id}
      rowHref={(row) => href("opportunity", row.opportunity.id)}
    />
  );
}
