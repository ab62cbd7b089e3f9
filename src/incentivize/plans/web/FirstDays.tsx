import { Trans } from "@lingui/react/macro";
import { quarterStart } from "#ui/format/time.ts";
import { useToday } from "#ui/format/useToday.ts";
import { DayText } from "#ui/text/dates.tsx";

/**
 * The earliest day that makes sense for what wins are paid by: the first of the quarter in which the first win closed,
 * since a quarter goes by the ladder in force on its first day; this quarter's where nothing was won yet.
 */
export function useEarliestDay(firstWinOn: string | null): string {
  const today = useToday();
  return quarterStart(firstWinOn !== null && firstWinOn < today ? firstWinOn : today);
}

/** What a ladder's first day decides, and why that day is offered. */
export function WhyLadderDay({ firstWinOn }: { firstWinOn: string | null }) {
  if (firstWinOn === null) {
    return <Trans>A quarter goes by the ladder that is in force on its first day.</Trans>;
  }
  return (
    <Trans>
      A quarter goes by the ladder that is in force on its first day. The first win here closed on{" "}
      <DayText value={firstWinOn} />, in the quarter that began on{" "}
      <DayText value={quarterStart(firstWinOn)} />.
    </Trans>
  );
}

/** What a plan's first day decides. */
export function WhyPlanDay({ firstWinOn }: { firstWinOn: string | null }) {
  if (firstWinOn === null) return <Trans>Wins that close before earn nothing by it.</Trans>;
  return (
    <Trans>
      Wins that close before earn nothing by it. The first win here closed on <DayText value={firstWinOn} />.
    </Trans>
  );
}
