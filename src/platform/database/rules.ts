import { sql } from "kysely";
import type { RequestRole } from "../principal.ts";
import type { Tx } from "./tx.ts";

/**
 * The one declared exception to a partner's sight: reads with the vendor's eyes what a rule needs (which wins count,
 * which rates apply), so that the answer can be told without the rows. Every use is listed in docs/security.md and
 * gives back only what the partner may know; `read` must not write.
 */
export async function withRules<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  return roleOf(tx) === "hanse_partner" ? inRole(tx, "hanse_vendor", read) : read();
}

/**
 * The other declared exception: what follows from somebody's act but is not theirs to see or to write (taking a place
 * in a queue, counting a number), done as the system in the act's own transaction. Every use is listed in
 * docs/security.md and gives back nothing that the actor may not know.
 */
export async function asSystem<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  return roleOf(tx) === "hanse_job" ? act() : inRole(tx, "hanse_job", act);
}

/** The role that a transaction has taken, where it is another than its actor's: an exception may lie within another. */
const taken = new WeakMap<Tx, RequestRole>();

function roleOf(tx: Tx): RequestRole {
  return taken.get(tx) ?? tx.actor.databaseRole;
}

async function inRole<T>(tx: Tx, role: "hanse_vendor" | "hanse_job", act: () => Promise<T>): Promise<T> {
  const before = roleOf(tx);
  await sql`set local role ${sql.raw(role)}`.execute(tx.db);
  taken.set(tx, role);
  const back = async () => {
    taken.set(tx, before);
    await sql`set local role ${sql.raw(before)}`.execute(tx.db);
  };
  try {
    const answer = await act();
    await back();
    return answer;
  } catch (error) {
    // A failed statement has ended the transaction, and with it the role.
    await back().catch(() => {});
    throw error;
  }
}
