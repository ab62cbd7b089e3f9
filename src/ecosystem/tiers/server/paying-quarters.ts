import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { parseDay } from "#platform/time/day.ts";
import { fiscalQuarterOf } from "#platform/time/quarter.ts";
import { calendarYear } from "../../ladders/contract.ts";
import { publishedVersions, versionOnDay } from "./versions.ts";

/**
 * The first day of the quarter by whose tiers a day pays, for any day: of the vendor's year, or of the calendar where the
 * ladder in force says so. A quarter that a posted run has paid by keeps its days, whichever year the vendor has now.
 */
export async function payingQuarters(tx: Tx, programId: string): Promise<(day: string) => string> {
  const versions = await publishedVersions(tx, programId);
  const paid = await rows(
    tx,
    sql<{
      from: string;
      until: string;
    }>`select distinct quarter_start as "from", (quarter_start + interval '3 months')::date as until
      from tier_standing where vendor_id = ${tx.vendorId} and program_id = ${programId} order by 1`,
  );
  /** The quarter of a day by the year of the ladder that is in force on another. */
  const quarterBy = (on: string, day: string) => {
    const { fiscalYearStartMonth } = versionOnDay(versions, on)?.rules.calendar ?? calendarYear;
    return fiscalQuarterOf(parseDay(day), fiscalYearStartMonth).from.toString();
  };
  const startIn = (day: string): string => {
    const kept = paid.find(({ from, until }) => from <= day && day < until);
    // One that begins under an earlier ladder is of that ladder's year.
    return kept?.from ?? quarterBy(quarterBy(day, day), day);
  };
  const known = new Map<string, string>();
  return (day) => {
    const start = known.get(day) ?? startIn(day);
    known.set(day, start);
    return start;
  };
}
