import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { enrolledOn } from "./enrolled.ts";
import * as store from "./store.ts";

/** A program that the actor may see: on the partner's side one that its company is in. @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.ProgramRow> {
  const row = await store.findProgramRow(tx, fromPublicId("prg", publicId, "program"));
  const own = await ownPrograms(tx);
  if (row === null || (own !== null && !own.includes(row.id))) throw notFound("program");
  return row;
}

/** The programs that the actor's partners are in today; null on the vendor's side, which sees all. */
export async function ownPrograms(tx: Tx): Promise<string[] | null> {
  const { actor } = tx;
  if (actor.databaseRole !== "hanse_partner") return null;
  const wanted = { day: tx.today(), partnerIds: actor.reach.own };
  const { rows } = await store.listProgramRows(tx, { limit: 200 });
  const own: string[] = [];
  for (const { id } of rows) {
    if ((await enrolledOn(tx, { ...wanted, programId: id })).size > 0) own.push(id);
  }
  return own;
}
