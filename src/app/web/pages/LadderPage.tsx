import { NewLadderPage } from "#ecosystem/programs/web/index.tsx";
import { useEarliestDay, WhyLadderDay } from "#incentivize/plans/web/index.tsx";
import { useFirstWin } from "#sell/opportunities/web/index.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";

/** A new ladder, from the day on from which the wins that are here can be paid by it. */
export function LadderPage() {
  const wins = useFirstWin();
  return (
    <LoadedRecord query={wins}>
      {({ items }) => <Begun firstWinOn={items[0]?.closedOn ?? null} />}
    </LoadedRecord>
  );
}

function Begun({ firstWinOn }: { firstWinOn: string | null }) {
  const day = useEarliestDay(firstWinOn);
  return <NewLadderPage from={{ day, why: <WhyLadderDay firstWinOn={firstWinOn} /> }} />;
}
