import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { SidePanel } from "#ui/feedback/SidePanel.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Why } from "../../plans/web/index.tsx";
import { dealExpectedEarning, type ExpectedEarning, listExpectedEarnings } from "../contract.ts";

type Line = ExpectedEarning["lines"][number];

interface DealExpectationProps {
  dealId: string;
}

/** What a registration would earn the reader's company if it closed today, each line with why. */
export function DealExpectation({ dealId }: DealExpectationProps) {
  const { t } = useLingui();
  const [why, setWhy] = useState<Line | null>(null);
  const expected = useEndpoint(dealExpectedEarning, { params: { dealId } });
  // What is over, or not the reader's to see, expects nothing.
  if (expected.data === undefined) return null;
  const { amount, asOf, condition, lines } = expected.data;
  return (
    <Section
      title={condition === "if-approved" ? t`Expected earning, if it is approved` : t`Expected earning`}
      note={
        amount && (
          <Trans>
            As if it were won on <DayText value={asOf} /> at the value that is known now, at the tier of that
            day. Both are settled on the day of close.
          </Trans>
        )
      }
      flush={lines.length > 0}
    >
      {amount === null ? (
        <NothingExpected condition={condition} />
      ) : (
        <>
          <Lines lines={lines} total={amount} onWhy={setWhy} />
          <Sentences inset>
            {lines[0] && (
              <Plural
                value={lines[0].holdDays}
                _0="Paid out as soon as its month is run and stated."
                one="Held for # day from the day of close, then released."
                other="Held for # days from the day of close, then released."
              />
            )}
          </Sentences>
        </>
      )}
      {why && (
        <SidePanel opened onClose={() => setWhy(null)} title={t`Why ${why.label} would be this much`}>
          <Why
            explanation={{ sentences: why.sentences }}
            about={{ partnerId: "", opportunityId: null, opportunityName: "", planId: why.planId }}
            currency={why.amount.currency}
          />
        </SidePanel>
      )}
    </Section>
  );
}

function NothingExpected({ condition }: { condition: ExpectedEarning["condition"] }) {
  const { vendorName } = useReader();
  if (condition === "undecided")
    return (
      <Trans>
        It cannot be said yet: {vendorName} has still to decide whose the pay credit of this deal is.
      </Trans>
    );
  return (
    <Trans>
      Nothing can be said yet. It follows from the products and their amounts, by the plan that pays them.
    </Trans>
  );
}

interface LinesProps {
  lines: readonly Line[];
  total: NonNullable<ExpectedEarning["amount"]>;
  onWhy: (line: Line) => void;
}

function Lines({ lines, total, onWhy }: LinesProps) {
  const { t } = useLingui();
  return (
    <RowsTable
      label={t`Expected earning`}
      rows={lines}
      rowKey={({ planId, label }) => `${planId} ${label}`}
      columns={[
        { id: "label", header: t`Line`, card: "title", cell: ({ label }) => label },
        {
          id: "amount",
          header: t`Would earn`,
          align: "end",
          width: 190,
          card: "amount",
          cell: (line) => <Money value={line.amount} />,
        },
        {
          id: "why",
          header: "",
          align: "end",
          width: 110,
          cell: (line) => (
            <ActButton
              act={{ label: t`Why?`, onClick: () => onWhy(line) }}
              variant="default"
              size="compact-sm"
            />
          ),
        },
      ]}
      {...(lines.length > 1 && { totals: { label: t`Sum`, amount: <Money value={total} /> } })}
    />
  );
}

/** A column of a list of registrations: what each would earn. One question for the whole list. */
export function useExpectationColumn<Row extends { id: string }>(isShown: boolean): Column<Row>[] {
  const { t } = useLingui();
  const expected = useEndpoint(listExpectedEarnings, {}, { enabled: isShown });
  if (!isShown) return [];
  const amounts = new Map(expected.data?.items.map(({ dealId, amount }) => [dealId, amount]));
  return [
    {
      id: "expected",
      header: t`Would earn`,
      align: "end",
      width: 108,
      cell: (row) => <Money value={amounts.get(row.id) ?? null} />,
    },
  ];
}
