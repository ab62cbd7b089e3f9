import { sql } from "kysely";
import type { Tx } from "./tx.ts";

/**
 * The one declared exception to a partner's sight: reads with the vendor's eyes what a rule needs (which wins count,
 * which rates apply), so that the answer can be told without the rows. Every use is listed in docs/security.md and
 * gives back only what the partner may know; `read` must not write.
 */
export async function withRules<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  if (tx.actor.databaseRole !== "hanse_partner") return read();
  await sql`set local role hanse_vendor`.execute(tx.db);
  const back = () => sql`set local role hanse_partner`.execute(tx.db);
  try {
    const answer = await read();
    await back();
    return answer;
  } catch (error) {
    // A failed statement has ended the transaction, and with it the role.
    await back().catch(() => {});
    throw error;
  }
}
