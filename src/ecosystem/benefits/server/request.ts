import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { forbidden, invalid } from "#platform/problem.ts";
import type { BenefitCase, requestBenefit } from "../contract.ts";
import { events } from "../events.ts";
import { countedIn, isCounted, quantityWords, readQuantity, refused } from "../quantity.ts";
import { aboutOf, told } from "./about.ts";
import { type Line, linesOf, whyNot } from "./lines.ts";
import { caseOf } from "./present.ts";
import * as store from "./store.ts";

/** How many of a partner may wait for the vendor at a time. */
const maxWaiting = 100;

/**
 * Asks for a benefit of the asking partner's own level.
 * @throws Problem 422 in a sentence: not given, given without asking, resting, more than is left besides what
 *   waits already, a number where none fits
 */
export async function request(tx: Tx, body: BodyOf<typeof requestBenefit>): Promise<BenefitCase> {
  const { actor } = tx;
  if (actor.membershipId === null || actor.partnerId === null) throw forbidden();
  const programId = fromPublicId("prg", body.programId, "program");
  await store.lockAsking(tx, actor.partnerId);
  const line = await lineFor(tx, actor.partnerId, programId, body.benefit);
  const { benefit } = line.entitlement;
  const quantity = readQuantity(benefit, body.quantity, "/quantity");
  refuseTooMuch(line, quantity);
  await refuseTooMany(tx, actor.partnerId);
  const id = newId();
  const given = { id, partnerId: actor.partnerId, programId, benefit, quantity, purpose: body.purpose };
  await store.insertRequest(tx, { ...given, countedIn: countedIn(benefit) });
  const row = { id, partner_id: actor.partnerId, ...benefit, counted_in: countedIn(benefit) };
  await record(tx, events.benefitRequested, aboutOf(row), told(row, quantity));
  return caseOf(tx, toPublicId("bnr", id));
}

async function lineFor(tx: Tx, partnerId: string, programId: string, key: string): Promise<Line> {
  const lines = await linesOf(tx, { partnerIds: [partnerId], programId });
  if (lines.length === 0) throw invalid("/programId", "There is no such program, or you are not in it.");
  const line = lines.find(({ entitlement }) => entitlement.benefit.key === key);
  if (line === undefined) throw invalid("/benefit", "The program has no such benefit.");
  const refusal = whyNot(line);
  if (refusal !== null) throw invalid("/benefit", refusal);
  return line;
}

/** What waits counts: the vendor is not asked twice for the same. */
function refuseTooMuch(line: Line, quantity: bigint): void {
  const { free, waiting } = line;
  if (quantity <= free) return;
  const { benefit } = line.entitlement;
  const detail = waiting > 0n ? askedAlready(line) : tooMuch(line);
  if (!isCounted(benefit)) throw invalid("", detail);
  const besides = "That is more than is left besides what is asked for already.";
  throw refused("/quantity", waiting > 0n ? besides : "That is more than is left.", detail);
}

function askedAlready({ entitlement: { benefit }, left, waiting, free }: Line): string {
  if (free === 0n)
    return `All that is left of ${benefit.label} is asked for already and waits for a decision.`;
  const [all, asked, rest] = [left, waiting, free].map((one) => quantityWords(one, countedIn(benefit)));
  return `${all} is left, of which ${asked} is asked for and undecided. Ask for no more than ${rest}.`;
}

/** How little is left, in a sentence. */
export function tooMuch({ entitlement: { benefit }, left, allowance }: Line): string {
  const counted = countedIn(benefit);
  if (left <= 0n) return `Nothing is left of ${benefit.label} in this period.`;
  return `${quantityWords(left, counted)} of ${quantityWords(allowance, counted)} is left. Ask for no more than that.`;
}

async function refuseTooMany(tx: Tx, partnerId: string): Promise<void> {
  const many = await maybe(
    tx,
    sql`select from benefit_request where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and state = 'requested'
      offset ${maxWaiting - 1} limit 1`,
  );
  if (many !== null)
    throw invalid("", `There are ${maxWaiting} that wait for the vendor already. Withdraw some first.`);
}
