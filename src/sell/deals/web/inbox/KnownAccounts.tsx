import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { useEngagementWords } from "../../../engagement/web/index.tsx";
import type { DealCase } from "../../contract.ts";
import { useCaseWords } from "./words.ts";

type Account = DealCase["accounts"][number];

/** Accounts that the vendor keeps for itself and that may be the customer. */
export function NamedAccountsHere({ known }: { known: DealCase }) {
  return known.namedAccounts.map((named) => <NamedHere key={named.account.id} named={named} />);
}

function NamedHere({ named }: { named: DealCase["namedAccounts"][number] }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const { account, seller, publishedAt, counts, on, sure } = named;
  const title =
    sure === "certain"
      ? t`${account.name} is a named account`
      : t`${account.name}, a named account, may be this customer`;
  return (
    <Note tone={counts ? "warn" : "info"} title={title}>
      {counts ? (
        <Trans>
          It was published <DateTime value={publishedAt} />, before this registration, and counts against it.
        </Trans>
      ) : (
        <Trans>
          It was published <DateTime value={publishedAt} />, after this registration, and does not count
          against it.
        </Trans>
      )}{" "}
      <Trans>Matches by {words.match(on, sure)}.</Trans> {seller && <Trans>{seller.name} knows more.</Trans>}
    </Note>
  );
}

/** The vendor's accounts that may be the customer, with how surely. */
export function MatchingAccounts({ known }: { known: DealCase }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = useCaseWords();
  const { country } = useEngagementWords();
  if (known.accounts.length === 0) return null;
  const columns: Column<Account>[] = [
    {
      id: "account",
      header: t`Account`,
      card: "title",
      cell: ({ account }) => (
        <RecordLink noun="account" id={account.id} plain>
          {account.name}
        </RecordLink>
      ),
    },
    {
      id: "country",
      header: t`Country`,
      width: 160,
      cell: (row) => row.country && country(row.country),
    },
    { id: "on", header: t`Matches by`, width: 240, cell: ({ on, sure }) => words.match(on, sure) },
  ];
  return (
    <Section title={t`Our accounts that may be this customer`} flush>
      <RowsTable
        label={t`Our accounts that may be this customer`}
        rows={known.accounts}
        columns={columns}
        rowKey={(row) => row.account.id}
        rowHref={(row) => href("account", row.account.id)}
      />
    </Section>
  );
}
