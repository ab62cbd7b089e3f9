import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { searchOf } from "#ui/api/url.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { type Filter, listValues } from "#ui/table/filters.ts";
import { Money } from "#ui/text/Money.tsx";
import { earningStatuses, totalEarnings } from "../contract.ts";
import { StatusMeaning, useStatusWords } from "./EarningStatus.tsx";

interface EarningsTotalsProps {
  filters: readonly Filter[];
  /** What the list is narrowed to for good. */
  fixed?: Readonly<Record<string, string>>;
  /** Where the list stands whose filters these are. */
  path: string;
}

/** What the lines of the list below come to, in all and by where they stand; each leads to its lines. */
export function EarningsTotals({ filters, fixed, path }: EarningsTotalsProps) {
  const { t } = useLingui();
  const words = useStatusWords();
  const [urlValues] = useUrlValues();
  const values = listValues(urlValues, filters);
  const { sort: _, ...query } = values;
  const totals = useEndpoint(totalEarnings, { query: { ...query, ...fixed } });
  const data = totals.data;
  const listOf = (change: Readonly<Record<string, string>>) =>
    `${path}${path.includes("?") ? "&" : "?"}${searchOf({ ...values, ...change })}`;
  const all: Fact = {
    label: t`All that is listed`,
    value: data ? <Money value={data.amount} /> : "…",
    hint: data && <Plural value={data.lines} one="# line" other="# lines" />,
  };
  const some = data
    ? earningStatuses.filter((one) => data.statuses.some(({ status }) => status === one))
    : earningStatuses;
  const parts = some.map((status): Fact => {
    const found = data?.statuses.find((one) => one.status === status);
    return {
      label: words[status],
      value: found && <Money value={found.amount} />,
      to: found && listOf({ status }),
      hint: found && (
        <Trans>
          <Plural value={found.lines} one="# line" other="# lines" />: <StatusMeaning status={status} />
        </Trans>
      ),
    };
  });
  return <Facts facts={[all, ...parts]} />;
}
