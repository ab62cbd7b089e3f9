import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { allEnrolledOn, enrolledOn } from "./enrolled.ts";
import * as store from "./store.ts";

/** A program that the actor may see: on the partner's side one that its company is in. @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.ProgramRow> {
  const row = await store.findProgramRow(tx, fromPublicId("prg", publicId, "program"));
  if (row === null) throw notFound("program");
  const own = ownOf(tx);
  if (own !== null && (await enrolledOn(tx, { ...own, programId: row.id })).size === 0)
    throw notFound("program");
  return row;
}

/** The programs that the actor's partners are in today; null on the vendor's side, which sees all. */
export async function ownPrograms(tx: Tx): Promise<string[] | null> {
  const own = ownOf(tx);
  if (own === null) return null;
  const inForce = await allEnrolledOn(tx, own);
  return inForce.flatMap(({ version, enrolled }) => (enrolled.size > 0 ? [version.programId] : []));
}

/** The actor's own partners today; null on the vendor's side. */
function ownOf(tx: Tx) {
  const { actor } = tx;
  return actor.databaseRole === "hanse_partner" ? { day: tx.today(), partnerIds: actor.reach.own } : null;
}
