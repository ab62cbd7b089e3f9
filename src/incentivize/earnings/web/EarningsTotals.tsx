import { Plural, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { searchOf } from "#ui/api/url.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Grid } from "#ui/page/Page.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import { type Filter, listValues } from "#ui/table/filters.ts";
import { Money } from "#ui/text/Money.tsx";
import { earningStatuses, totalEarnings } from "../contract.ts";
import { StatusMeaning, useStatusWords } from "./EarningStatus.tsx";

interface EarningsTotalsProps {
  filters: readonly Filter[];
  /** Where the list stands whose filters these are. */
  path: string;
}

/** What the lines of the list below come to, in all and by where they stand; each leads to its lines. */
export function EarningsTotals({ filters, path }: EarningsTotalsProps) {
  const { t } = useLingui();
  const words = useStatusWords();
  const [urlValues] = useUrlValues();
  const values = listValues(urlValues, filters);
  const { sort: _, ...query } = values;
  const totals = useEndpoint(totalEarnings, { query });
  const data = totals.data;
  const toStatus = (status: string) => `${path}?${searchOf({ ...values, status })}`;
  return (
    <Grid min={170}>
      <Stat
        label={t`All lines listed`}
        value={data ? <Money value={data.amount} /> : "…"}
        note={data && <Plural value={data.lines} one="# line" other="# lines" />}
      />
      {earningStatuses.map((status) => {
        const found = data?.statuses.find((one) => one.status === status);
        if (!found) return null;
        return (
          <Stat
            key={status}
            label={words[status]}
            value={<Money value={found.amount} />}
            note={
              <>
                <Plural value={found.lines} one="# line" other="# lines" />, <StatusMeaning status={status} />
              </>
            }
            to={toStatus(status)}
          />
        );
      })}
    </Grid>
  );
}
