import type { Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { formatMinor } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import * as rules from "../change.ts";
import type {
  changeOpportunity,
  createOpportunity,
  moveOpportunity,
  OpportunityDetail,
  reverseWin,
} from "../contract.ts";
import { heldMinor, type Opportunity, sameOpportunity } from "../opportunity.ts";
import { concludeOne, refuseAny } from "./conclude.ts";
import { load, lock } from "./load.ts";
import { presentDetail } from "./present.ts";
import * as read from "./references.ts";
import * as store from "./store.ts";
import * as story from "./story.ts";
import { changedMeanwhile, insertOpportunity, writeChanges, writeConsequences } from "./write.ts";

/** Enters an opportunity; with an owner, on that partner's behalf, and then a win of it earns. */
export async function create(tx: Tx, body: BodyOf<typeof createOpportunity>): Promise<OpportunityDetail> {
  const { accountId, ownerPartnerId, sellerId } = await read.readReferences(tx, body);
  const start = await read.firstStage(tx, "open");
  const stage = body.stage === undefined ? start : await read.readStage(tx, body.stage);
  if (stage.meaning === "lost") throw invalid("/stage", "Enter it as open, then move it.");
  const reason = body.reason ?? null;
  const blank: Opportunity = {
    name: body.name,
    accountId: accountId ?? null,
    ownerPartnerId: null,
    sellerId: sellerId ?? null,
    stage: stage.meaning === "open" ? stage.key : start.key,
    meaning: "open",
    valueMinor: read.readAmount(tx, body.value, "/value") ?? null,
    engagedOn: read.readDay(body.engagedOn, "/engagedOn") ?? null,
    expectedCloseOn: read.readDay(body.expectedCloseOn, "/expectedCloseOn") ?? null,
    closedOn: null,
    lostReason: null,
    payBasis: null,
    payBasisReason: null,
    lines: await read.readLines(tx, body.lines ?? []),
    win: null,
    winCount: 0,
  };
  const entered = rules.changed(blank, { ownerPartnerId, sellerId }, reason);
  refuseAny(rules.refusalsOfChange(blank, entered, reason));
  const closedOn = read.readDay(body.closedOn, "/closedOn") ?? null;
  const after = stage.meaning === "open" ? { ...entered, closedOn } : enterWon(tx, entered, stage, closedOn);
  const id = newId();
  const entry = await concludeOne(tx, { id, version: 1, before: null, after, reason });
  await insertOpportunity(tx, id, body.externalId ?? null, entry.settlement.after);
  await writeConsequences(tx, [entry], null);
  const row = await reread(tx, id);
  await story.tellOfCreation(tx, row, entry.settlement);
  return presentDetail(tx, row);
}

/** One that is entered when it is already won moves there like any other. */
function enterWon(tx: Tx, entered: Opportunity, stage: store.StageRow, closedOn: string | null): Opportunity {
  const move = {
    stage: stage.key,
    meaning: stage.meaning,
    valueMinor: entered.valueMinor,
    closedOn,
    reason: null,
  };
  refuseAny(rules.refusalsOfWantedMove(entered, move));
  return rules.moved(entered, move, tx.today().toString());
}

/** Changes what is given. After a win the partners' won value follows on the day on which it is recorded. */
export async function change(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof changeOpportunity>,
  version: number,
): Promise<OpportunityDetail> {
  const { reason = null, ...given } = body;
  const references = await read.readReferences(tx, given);
  const wanted: rules.WantedChange = {
    name: given.name,
    ...references,
    lines: given.lines === undefined ? undefined : await read.readLines(tx, given.lines),
    valueMinor: read.readAmount(tx, given.value, "/value"),
    engagedOn: read.readDay(given.engagedOn, "/engagedOn"),
    expectedCloseOn: read.readDay(given.expectedCloseOn, "/expectedCloseOn"),
    closedOn: read.readDay(given.closedOn, "/closedOn"),
  };
  return enact(tx, publicId, { version, reason }, (before) => {
    const after = rules.changed(before, wanted, reason);
    refuseAny(rules.refusalsOfChange(before, after, reason));
    return after;
  });
}

/** Moves it to another stage: it is won, it is lost, or it is open again. */
export async function move(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof moveOpportunity>,
  version: number,
): Promise<OpportunityDetail> {
  const stage = await read.readStage(tx, body.stage);
  const wanted: rules.WantedMove = {
    stage: stage.key,
    meaning: stage.meaning,
    valueMinor: read.readAmount(tx, body.value, "/value") ?? null,
    closedOn: read.readDay(body.closedOn, "/closedOn") ?? null,
    reason: body.reason ?? null,
  };
  return enact(tx, publicId, { version, reason: wanted.reason }, (before) => {
    if (before.stage === stage.key) throw conflict("already-there", `It is in ${stage.label} already.`);
    refuseAny(rules.refusalsOfWantedMove(before, wanted));
    return rules.moved(before, wanted, tx.today().toString());
  });
}

/** Takes a win back, in part or all that is left of it. */
export async function reverse(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof reverseWin>,
): Promise<OpportunityDetail> {
  const lost = await read.firstStage(tx, "lost");
  const amount = read.readAmount(tx, body.amount, "/amount") ?? null;
  return enact(tx, publicId, { version: null, reason: body.reason }, (before) => {
    refuseReversal(tx, before, amount);
    return rules.takenBack(before, amount, { stage: lost.key, reason: body.reason }, tx.today().toString());
  });
}

function refuseReversal(tx: Tx, before: Opportunity, amountMinor: bigint | null): void {
  if (before.meaning !== "won") throw conflict("not-won", "It is not won, so there is nothing to take back.");
  if (amountMinor === null) return;
  if (amountMinor === 0n) throw invalid("/amount", "Say how much is taken back.");
  if (amountMinor > heldMinor(before)) {
    const left = formatMinor(heldMinor(before), tx.vendor.currency);
    throw invalid("/amount", `No more than ${left} ${tx.vendor.currency} is left of the win.`);
  }
}

/** One act on one opportunity: lock, apply the rule, write what follows, tell of it. */
async function enact(
  tx: Tx,
  publicId: string,
  { version, reason }: { version: number | null; reason: string | null },
  rule: (before: Opportunity) => Opportunity,
): Promise<OpportunityDetail> {
  const id = fromPublicId("opp", publicId, "opportunity");
  await lock(tx, [id]);
  const [loaded] = await load(tx, [id]);
  const earlier = await store.findOpportunity(tx, id);
  if (loaded === undefined || earlier === null) throw notFound("opportunity");
  if (version !== null && version !== loaded.version) throw changedMeanwhile();
  const before = loaded.opportunity;
  const after = rule(before);
  if (sameOpportunity(before, after)) return presentDetail(tx, earlier);
  const done = await concludeOne(tx, { id, version: loaded.version, before, after, reason });
  await writeChanges(tx, [done], null);
  const later = await reread(tx, id);
  await story.tellOfChange(tx, { earlier, later, settlement: done.settlement, reason });
  return presentDetail(tx, later);
}

async function reread(tx: Tx, id: string): Promise<store.OpportunityRow> {
  const row = await store.findOpportunity(tx, id);
  if (row === null) throw notFound("opportunity");
  return row;
}
