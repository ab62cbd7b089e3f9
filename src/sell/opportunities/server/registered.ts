import { sql } from "kysely";
import { changed, type Tx } from "#platform/database/tx.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import { money, toJson } from "#platform/money/money.ts";
import { conflict, notFound } from "#platform/problem.ts";
import type { WantedMove } from "../change.ts";
import type { Line, Opportunity } from "../opportunity.ts";
import { move } from "./acts.ts";
import { concludeOne } from "./conclude.ts";
import { load, lock } from "./load.ts";
import { firstStage } from "./references.ts";
import * as store from "./store.ts";
import * as story from "./story.ts";
import { insertOpportunity, writeChanges, writeConsequences } from "./write.ts";

/** A sale that a registration was approved for. Amounts are minor units, days `YYYY-MM-DD`. */
export interface RegisteredSale {
  name: string;
  accountId: string;
  /** The holder of the registration: the pay credit is its. */
  holderId: string;
  /** Key of an open stage; the first one where the partner said none. */
  stage: string | null;
  valueMinor: bigint | null;
  /** The day on which it was registered. */
  engagedOn: string;
  expectedCloseOn: string | null;
  lines: readonly Line[];
  /** Why it earns; its partner can read it. */
  reason: string;
}

/** Enters the sale that an approved registration is about; answers its id. */
export async function enterRegistered(tx: Tx, sale: RegisteredSale): Promise<string> {
  const stage = sale.stage ?? (await firstStage(tx, "open")).key;
  const after: Opportunity = {
    name: sale.name,
    accountId: sale.accountId,
    ownerPartnerId: sale.holderId,
    sellerId: null,
    stage,
    meaning: "open",
    valueMinor: sale.valueMinor,
    engagedOn: sale.engagedOn,
    expectedCloseOn: sale.expectedCloseOn,
    closedOn: null,
    lostReason: null,
    payBasis: "registration",
    payBasisReason: sale.reason,
    lines: sale.lines,
    win: null,
    winCount: 0,
  };
  const id = newId();
  const entry = await concludeOne(tx, { id, version: 1, before: null, after, reason: sale.reason });
  await insertOpportunity(tx, id, null, entry.settlement.after);
  await keepHolder(tx, id, sale.holderId);
  await writeConsequences(tx, [entry], null);
  const row = await store.findOpportunity(tx, id);
  if (row === null) throw notFound("opportunity");
  await story.tellOfCreation(tx, row, entry.settlement);
  return id;
}

/**
 * Links a registration to a sale that is there already. One that belongs to nobody comes to the holder; one that
 * belongs to another partner stays with it, and at its win a person decides whose the pay credit is.
 * @throws Problem 404, 409 when it is not open any more or is another registration's
 */
export async function linkRegistered(
  tx: Tx,
  id: string,
  { holderId, reason }: { holderId: string; reason: string },
): Promise<void> {
  await lock(tx, [id]);
  const [loaded] = await load(tx, [id]);
  const earlier = await store.findOpportunity(tx, id);
  if (loaded === undefined || earlier === null) throw notFound("opportunity");
  const before = loaded.opportunity;
  // Its owner reads why it earns, and does not learn whose the registration is.
  const isAnothers = before.ownerPartnerId !== null && before.ownerPartnerId !== holderId;
  const told = isAnothers ? "A registration was approved for it." : reason;
  if (before.meaning !== "open") throw conflict("not-open", `${before.name} is not open any more.`);
  const after: Opportunity = {
    ...before,
    ownerPartnerId: before.ownerPartnerId ?? holderId,
    sellerId: before.ownerPartnerId === null ? null : before.sellerId,
    payBasis: "registration",
    payBasisReason: told,
  };
  const done = await concludeOne(tx, { id, version: loaded.version, before, after, reason: told });
  await writeChanges(tx, [done], null);
  await keepHolder(tx, id, holderId);
  const later = await store.findOpportunity(tx, id);
  if (later === null) throw notFound("opportunity");
  await story.tellOfChange(tx, { earlier, later, settlement: done.settlement, reason: told });
}

/** Moves the sale of a registration to won or lost, as any move: with its win, its won value and its event. */
export async function concludeRegistered(
  tx: Tx,
  id: string,
  outcome: Pick<WantedMove, "valueMinor" | "closedOn" | "reason"> & { meaning: "won" | "lost" },
): Promise<void> {
  const stage = await firstStage(tx, outcome.meaning);
  const value =
    outcome.valueMinor === null ? undefined : toJson(money(outcome.valueMinor, tx.vendor.currency));
  const [loaded] = await load(tx, [id]);
  if (loaded === undefined) throw notFound("opportunity");
  await move(
    tx,
    toPublicId("opp", id),
    { stage: stage.key, value, closedOn: outcome.closedOn ?? undefined, reason: outcome.reason ?? undefined },
    loaded.version,
  );
}

async function keepHolder(tx: Tx, id: string, holderId: string): Promise<void> {
  const kept = await changed(
    tx,
    sql`update opportunity set holder_partner_id = ${holderId}
      where vendor_id = ${tx.vendorId} and id = ${id} and (holder_partner_id is null or holder_partner_id = ${holderId})`,
  );
  if (kept !== 1) throw conflict("registered-already", "Another registration stands for this opportunity.");
}
