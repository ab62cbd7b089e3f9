import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";

/** That somebody left a partner out of a program by name, as it holds on a day; the partner may read why. */
export interface LeftOut {
  programId: string;
  since: string;
  /** The first day on which it does not hold any more; null while nobody says when. */
  until: string | null;
  reason: string;
}

/** The programs that a partner is left out of today by name, whatever their criteria say. */
export async function leftOutOf(tx: Tx, partnerId: string): Promise<LeftOut[]> {
  const today = sql`${tx.today().toString()}::date`;
  return rows(
    tx,
    sql<LeftOut>`select program_id as "programId", effective_from::text as since, effective_until::text as until, reason
      from program_enrolment where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and kind = 'excluded'
        and effective_from <= ${today} and (effective_until is null or effective_until > ${today})`,
  );
}
