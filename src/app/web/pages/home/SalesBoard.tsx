import { useLingui } from "@lingui/react/macro";
import { partnerTrends, wonByMonth } from "#insight/sales/contract.ts";
import {
  PartneredStats,
  TopPartners,
  TurningPartners,
  WonByMonth,
  WonStats,
} from "#insight/sales/web/index.tsx";
import type { DealsToClose } from "#insight/work/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { BoardSkeleton, ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Grid } from "#ui/page/Page.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { OwedByAge, OwedStat } from "./Owed.tsx";

/** How it goes: what was won, what is owed, who wins most and who turned. */
export function SalesBoard({ open }: { open: DealsToClose | null }) {
  const { t } = useLingui();
  const { can } = useReader();
  const won = useEndpoint(wonByMonth, {});
  return (
    <>
      <Loaded query={won} skeleton={<BoardSkeleton />}>
        {(data) => (
          <>
            <Grid min={150}>
              <WonStats won={data} />
              {open && (
                <Stat
                  label={t`Open deals`}
                  value={<Count value={open.open} />}
                  to="/opportunities?meaning=open"
                />
              )}
              {can("liability.read") && <OwedStat />}
              {can("trend.read") && <PartneredStats />}
            </Grid>
            <Grid min={420}>
              <WonByMonth won={data} own={!can("trend.read")} />
              {can("liability.read") && <OwedByAge />}
            </Grid>
          </>
        )}
      </Loaded>
      {can("trend.read") && <Trends />}
    </>
  );
}

function Trends() {
  const trends = useEndpoint(partnerTrends, {});
  return (
    <Loaded query={trends} skeleton={<ListSkeleton rows={5} />}>
      {(data) => (
        <>
          <TopPartners trends={data} />
          <Grid min={420}>
            <TurningPartners trends={data} />
          </Grid>
        </>
      )}
    </Loaded>
  );
}
