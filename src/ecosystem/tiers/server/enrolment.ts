import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { parseDay } from "#platform/time/day.ts";
import { enrolledOn } from "../../programs/index.ts";
import type { RuledVersion } from "./versions.ts";

/** Who takes part in a program. */
export interface Enrolment {
  /** Those enrolled on a day, by a version; null: everybody. */
  on(day: string, version: RuledVersion): Promise<ReadonlySet<string> | null>;
}

/** Asks as little as it can: a program that nobody is kept out of needs no list. */
export async function loadEnrolment(
  tx: Tx,
  programId: string,
  partnerIds: readonly string[] | undefined,
): Promise<Enrolment> {
  const byName = await maybe(
    tx,
    sql`select 1 from program_enrolment where vendor_id = ${tx.vendorId} and program_id = ${programId} limit 1`,
  );
  return {
    on: async (day, { document }) => {
      const { types, regions } = document.criteria;
      if (byName === null && types.length === 0 && regions.length === 0) return null;
      const wanted = { programId, day: parseDay(day), document };
      const found = await enrolledOn(tx, partnerIds === undefined ? wanted : { ...wanted, partnerIds });
      return new Set(found.keys());
    },
  };
}
