import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconTargetArrow } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { daysBetween } from "#ui/format/time.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { DealsToClose as Deals, DealToClose } from "../contract.ts";

interface DealsToCloseProps {
  deals: Deals;
  /** The day it is in the vendor's calendar. */
  today: string;
  /** What the company column is called; without it the deals are all of one company. */
  company?: string | undefined;
  /** What stands here while there is no open deal. */
  empty: ReactNode;
}

/** The open deals that should close next, then those that are open longest. */
export function DealsToClose({ deals, today, company, empty }: DealsToCloseProps) {
  const { t } = useLingui();
  const href = useRecordHref();
  const columns = useColumns(today, company, deals.next);
  const all = { label: t`All open deals`, to: "/opportunities?meaning=open" };
  return (
    <Section
      title={t`Deals to close next`}
      note={
        deals.open > 0 && (
          <>
            <Plural value={deals.open} one="# open deal" other="# open deals" />
            {deals.overdue > 0 && (
              <>
                {", "}
                <Plural
                  value={deals.overdue}
                  one="# past its expected close"
                  other="# past their expected close"
                />
              </>
            )}
          </>
        )
      }
      action={deals.open > deals.next.length ? all : undefined}
      flush
    >
      {deals.next.length === 0 ? (
        <EmptyState icon={IconTargetArrow} title={t`No deal is open`}>
          {empty}
        </EmptyState>
      ) : (
        <RowsTable
          label={t`Deals to close next`}
          rows={deals.next}
          columns={columns}
          rowKey={(deal) => deal.id}
          rowHref={(deal) => href("opportunity", deal.id)}
        />
      )}
    </Section>
  );
}

/** Columns that would be empty in every row are left out. */
function useColumns(
  today: string,
  company: string | undefined,
  deals: readonly DealToClose[],
): Column<DealToClose>[] {
  const { t } = useLingui();
  const isDated = deals.some((deal) => deal.expectedCloseOn !== null);
  const value: Column<DealToClose> = {
    id: "value",
    header: t`Value`,
    width: 140,
    align: "end",
    card: "amount",
    cell: (deal) => deal.value && <Money value={deal.value} />,
  };
  return [
    { id: "name", header: t`Deal`, card: "title", cell: (deal) => deal.name },
    ...(company
      ? [{ id: "company", header: company, width: 190, cell: (deal: DealToClose) => deal.partner?.name }]
      : []),
    {
      id: "stage",
      header: t`Stage`,
      width: 130,
      cell: (deal) => <Status tone="info">{deal.stage.label}</Status>,
    },
    {
      id: "when",
      header: isDated ? t`Should close` : t`Open for`,
      width: 200,
      cell: (deal) => <When deal={deal} today={today} bare={!isDated} />,
    },
    ...(deals.some((deal) => deal.value !== null) ? [value] : []),
  ];
}

interface WhenProps {
  deal: DealToClose;
  today: string;
  /** The column says already that it tells how long deals are open. */
  bare: boolean;
}

/** When it should close; where nobody said, how long it has been open. */
function When({ deal: { expectedCloseOn, engagedOn }, today, bare }: WhenProps) {
  if (expectedCloseOn !== null) {
    return expectedCloseOn < today ? (
      <Status tone="warn">
        <DayText value={expectedCloseOn} />
      </Status>
    ) : (
      <DayText value={expectedCloseOn} />
    );
  }
  if (engagedOn === null) return null;
  if (bare) return <Count value={daysBetween(engagedOn, today)} unit="day" />;
  return (
    <Trans>
      open for <Count value={daysBetween(engagedOn, today)} unit="day" />
    </Trans>
  );
}
