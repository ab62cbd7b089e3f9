import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { sql } from "kysely";
import { maybe, type Tx } from "../database/tx.ts";
import { conflict, Problem } from "../problem.ts";
import { toDocument } from "./problems.ts";

export interface Answer {
  status: number;
  body: unknown;
}

interface Kept {
  body_hash: Buffer;
  status: number | null;
  response: string | null;
}

/**
 * Runs `act` once per key: its first answer, a success or a refusal, is kept in the same transaction and given again
 * to whoever repeats the request; a twin that comes at the same time waits for it. The same key with another body is
 * refused. Keys live for a day.
 */
export async function once(
  tx: Tx,
  request: { route: string; key: string; body: unknown; requestId: string },
  act: () => Promise<Answer>,
): Promise<Answer> {
  const membershipId = tx.actor.membershipId;
  const hash = createHash("sha256")
    .update(canonicalize(request.body ?? null) ?? "null")
    .digest();
  const where = sql`vendor_id = ${tx.vendorId} and membership_id = ${membershipId} and route = ${request.route} and key = ${request.key}`;
  const claimed = await maybe<{ key: string }>(
    tx,
    sql`insert into idempotent_request (vendor_id, membership_id, route, key, body_hash)
        values (${tx.vendorId}, ${membershipId}, ${request.route}, ${request.key}, ${hash})
        on conflict do nothing returning key`,
  );
  if (claimed === null) {
    const kept = await maybe<Kept>(
      tx,
      sql`select body_hash, status, response from idempotent_request where ${where}`,
    );
    if (kept === null || kept.status === null)
      throw conflict("busy", "The same request is being worked on. Try again in a moment.");
    if (!kept.body_hash.equals(hash)) {
      throw conflict(
        "idempotency-key-reused",
        "This Idempotency-Key was used for another request. Use a new one.",
      );
    }
    return { status: kept.status, body: JSON.parse(kept.response ?? "null") };
  }
  const answer = await guarded(tx, request.requestId, act);
  await sql`update idempotent_request set status = ${answer.status}, response = ${JSON.stringify(answer.body ?? null)}
            where ${where}`.execute(tx.db);
  return answer;
}

/** A refusal undoes what the act has done so far, and is an answer like any other. */
async function guarded(tx: Tx, requestId: string, act: () => Promise<Answer>): Promise<Answer> {
  await sql`savepoint act`.execute(tx.db);
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    await sql`rollback to savepoint act`.execute(tx.db);
    return { status: error.status, body: toDocument(error, requestId) };
  }
}
