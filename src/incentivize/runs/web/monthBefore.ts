import { searchOf } from "#ui/api/url.ts";
import type { RunRecord } from "../contract.ts";

/** The lines that were booked in the month before a run's, narrowed further; undefined where there are none. */
export function linesBefore({ lastMonth }: RunRecord) {
  return (query: Readonly<Record<string, string>>): string | undefined =>
    lastMonth === null ? undefined : `/earnings?${searchOf({ period: lastMonth.period, ...query })}`;
}
