import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { MonthText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import { statementMonths } from "../contract.ts";

type Month = ResponseOf<typeof statementMonths>["items"][number];

/** Months in which money was released and that some partner has no statement of yet. */
export function MonthsToClose() {
  const { t } = useLingui();
  const months = useEndpoint(statementMonths, {});
  const open = (months.data?.items ?? []).filter((month) => month.open > 0);
  const columns: readonly Column<Month>[] = [
    { id: "period", header: t`Month`, card: "title", cell: (row) => <MonthText value={row.period} /> },
    {
      id: "open",
      header: t`To close`,
      align: "end",
      width: 120,
      cell: (row) => <Plural value={row.open} one="# partner" other="# partners" />,
    },
    {
      id: "closed",
      header: t`Closed`,
      align: "end",
      width: 100,
      cell: (row) => <Count value={row.closed} />,
    },
    { id: "state", header: t`State`, width: 280, cell: (row) => <MonthState month={row} /> },
    {
      id: "act",
      header: t`Next`,
      align: "end",
      width: 190,
      cell: (row) => (
        <ActButton
          act={{ label: row.over ? t`Look and close` : t`Look ahead`, to: `/statements/close/${row.period}` }}
          variant="default"
          size="compact-sm"
        />
      ),
    },
  ];
  return (
    <Section title={t`Months to close`} flush={months.isPending || open.length > 0}>
      <Loaded query={months} skeleton={<ListSkeleton rows={2} />}>
        {() =>
          open.length > 0 ? (
            <RowsTable
              label={t`Months to close`}
              rows={open}
              columns={columns}
              rowKey={(row) => row.period}
            />
          ) : (
            <Sentences>
              <Trans>Nothing was released since the last close.</Trans>
            </Sentences>
          )
        }
      </Loaded>
    </Section>
  );
}

function MonthState({ month: { over } }: { month: Month }) {
  return over ? (
    <Status tone="warn" hollow>
      <Trans>Waits for its close</Trans>
    </Status>
  ) : (
    <Status tone="idle" hollow>
      <Trans>The month goes on</Trans>
    </Status>
  );
}
