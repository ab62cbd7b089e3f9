import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { searchOf } from "#ui/api/url.ts";
import { AgeingBar } from "#ui/chart/AgeingBar.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { BoardSkeleton } from "#ui/feedback/Skeletons.tsx";
import { isZero } from "#ui/format/money.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Grid, Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { useSaveRows } from "#ui/table/rowsFile.ts";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { liabilities } from "../contract.ts";
import { useAgeWords } from "./ageWords.ts";
import { ControlCheck } from "./ControlCheck.tsx";

export type Owed = ResponseOf<typeof liabilities>;

/** What is owed to partners: by age, against the books, and to whom. */
export function Liabilities() {
  const owed = useEndpoint(liabilities, {});
  return (
    <Loaded query={owed} skeleton={<BoardSkeleton />}>
      {(data) => (
        <Page>
          <Grid min={400}>
            <Ageing owed={data} />
            <ControlCheck owed={data} />
          </Grid>
          <ByPartner owed={data} />
        </Page>
      )}
    </Loaded>
  );
}

/** How long what is owed has been owed; each part leads to its lines. */
export function Ageing({ owed }: { owed: Owed }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useAgeWords();
  const [total, day] = [format.money(owed.owed), format.day(owed.asOf)];
  return (
    <AgeingBar
      question={t`How long have we owed it?`}
      answer={t`${total} in all on ${day}`}
      head={t`Age`}
      measure={t`Owed`}
      parts={owed.ages.map(({ bucket, amount, lines }) => ({
        label: words[bucket],
        value: amount,
        to: lines > 0 ? `/earnings?${searchOf({ age: bucket })}` : undefined,
      }))}
    />
  );
}

/** The sum nets partners that owe us against those that we owe; nobody should have to find that out. */
function OwedNote({ owed: { asOf, owing } }: { owed: Owed }) {
  if (owing.partners === 0)
    return (
      <Trans>
        As of <DayText value={asOf} />, the largest first
      </Trans>
    );
  return (
    <Trans>
      As of <DayText value={asOf} />, the largest first.{" "}
      <Plural value={owing.partners} one="# partner owes us" other="# partners owe us" />{" "}
      <Money value={owing.amount} />, which is taken off the sum and set off against what they earn next.
    </Trans>
  );
}

type PartnerOwed = Owed["partners"][number];

function ByPartner({ owed }: { owed: Owed }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const lines = ({ partner }: PartnerOwed, age: string) =>
    `/earnings?${searchOf({ partnerId: partner.id, age })}`;
  const columns: readonly Column<PartnerOwed>[] = [
    { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
    {
      id: "held",
      header: t`Held`,
      align: "end",
      width: 160,
      cell: (row) => (isZero(row.held) ? null : <Money value={row.held} href={lines(row, "held")} />),
    },
    {
      id: "payable",
      header: t`Payable`,
      align: "end",
      width: 160,
      cell: (row) =>
        isZero(row.payable) ? null : <Money value={row.payable} href={lines(row, "released")} />,
    },
    {
      id: "owed",
      header: t`Owed`,
      align: "end",
      width: 160,
      card: "amount",
      cell: (row) => <Money value={row.owed} />,
    },
  ];
  const save = useSaveRows(t`To whom we owe it`, owed.partners, [
    { header: "partner", value: (row) => row.partner.name },
    { header: "held", value: (row) => row.held.amount },
    { header: "payable", value: (row) => row.payable.amount },
    { header: "owed", value: (row) => row.owed.amount },
    { header: "currency", value: (row) => row.owed.currency },
  ]);
  if (owed.partners.length === 0) return null;
  return (
    <Section title={t`To whom we owe it`} note={<OwedNote owed={owed} />} action={save} flush>
      <RowsTable
        label={t`To whom we owe it`}
        rows={owed.partners}
        columns={columns}
        rowKey={(row) => row.partner.id}
        rowHref={(row) => href("partner", row.partner.id)}
        totals={{
          partner: t`Together`,
          held: <Money value={owed.held} />,
          payable: <Money value={owed.payable} />,
          owed: <Money value={owed.owed} />,
        }}
      />
    </Section>
  );
}
