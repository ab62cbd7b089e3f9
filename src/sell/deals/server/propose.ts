import { sql } from "kysely";
import { changed, maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { parseMoney } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { concludeRegistered } from "../../opportunities/index.ts";
import type { DealDetail, decideOutcome, proposeOutcome } from "../contract.ts";
import { events } from "../events.ts";
import { aboutOf, namesOf } from "./about.ts";
import { loadFor } from "./load.ts";
import { detailOf } from "./present.ts";

/** The partner says what became of its deal; it moves nothing until the vendor takes it over. */
export async function propose(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof proposeOutcome>,
): Promise<DealDetail> {
  const row = await loadFor(tx, "proposeOutcome", publicId, null);
  const isWon = body.outcome === "won";
  if (isWon && body.value === undefined) throw invalid("/value", "Write the value it was won with.");
  if (!isWon && body.reason === undefined) throw invalid("/reason", "Say why it was lost.");
  const closedOn = parseDay(body.closedOn, "/closedOn");
  if (Temporal.PlainDate.compare(closedOn, tx.today()) > 0)
    throw invalid("/closedOn", "The day of close lies in the future.");
  const id = newId();
  const done = await maybe(
    tx,
    sql`insert into registration_outcome (vendor_id, id, registration_id, partner_id, outcome, value_minor, closed_on, reason, proposed_by, proposed_at)
      values (${tx.vendorId}, ${id}, ${row.id}, ${row.partner_id}, ${body.outcome}, ${isWon ? amountOf(tx, body) : null},
        ${closedOn.toString()}, ${isWon ? null : body.reason}, ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict (vendor_id, registration_id) where decided_at is null do nothing returning id`,
  );
  if (done === null)
    throw conflict("proposed-already", "What became of it is said already, and waits for the vendor.");
  await attach(tx, { ...row, outcomeId: id }, body.documents ?? []);
  await record(tx, events.dealOutcomeProposed, aboutOf(row), { ...namesOf(row), outcome: body.outcome });
  return detailOf(tx, publicId);
}

/** Names files of the registration as what shows the outcome. @throws Problem 422 where one is no file of it */
async function attach(
  tx: Tx,
  { id, partner_id, outcomeId }: { id: string; partner_id: string; outcomeId: string },
  documents: readonly string[],
): Promise<void> {
  const files = [...new Set(documents.map((one) => fromPublicId("dfl", one, "file")))];
  if (files.length === 0) return;
  const attached = await changed(
    tx,
    sql`insert into registration_outcome_document (vendor_id, outcome_id, file_id, partner_id)
      select f.vendor_id, ${outcomeId}, f.id, ${partner_id} from registration_file f
      where f.vendor_id = ${tx.vendorId} and f.registration_id = ${id} and f.id = any (${files}::uuid[])`,
  );
  if (attached !== files.length) throw invalid("/documents", "This is no file of the registration.");
}

function amountOf(tx: Tx, { value }: BodyOf<typeof proposeOutcome>): bigint {
  if (value === undefined) throw invalid("/value", "Write the value it was won with.");
  const amount = parseMoney(value, "/value");
  if (amount.currency !== tx.vendor.currency)
    throw invalid("/value/currency", `Amounts are in the vendor's currency, ${tx.vendor.currency}.`);
  if (amount.minor < 0n) throw invalid("/value/amount", "An amount cannot be below zero.");
  return amount.minor;
}

/** Takes over what the partner said, by moving the opportunity; or does not, with a reason. */
export async function decide(
  tx: Tx,
  publicId: string,
  outcomeId: string,
  { accepted, note }: BodyOf<typeof decideOutcome>,
): Promise<DealDetail> {
  const row = await loadFor(tx, "decideOutcome", publicId, null);
  if (!accepted && note === undefined) throw invalid("/note", "Say why it is not taken over.");
  const id = fromPublicId("out", outcomeId, "proposal");
  const proposal = await maybe(
    tx,
    sql<{ outcome: "won" | "lost"; value_minor: bigint | null; closed_on: string; reason: string | null }>`
      select outcome, value_minor, closed_on, reason from registration_outcome
      where vendor_id = ${tx.vendorId} and id = ${id} and registration_id = ${row.id} and decided_at is null`,
  );
  if (proposal === null) throw notFound("open proposal");
  await changed(
    tx,
    sql`update registration_outcome set accepted = ${accepted}, decision_note = ${note ?? null},
        decided_by = ${tx.actor.membershipId}, decided_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${id} and decided_at is null`,
  );
  await record(tx, events.dealOutcomeDecided, aboutOf(row), {
    ...namesOf(row),
    outcome: proposal.outcome,
    accepted,
    note: note ?? null,
  });
  if (accepted && row.opportunity_id !== null)
    await concludeRegistered(tx, row.opportunity_id, {
      meaning: proposal.outcome,
      valueMinor: proposal.value_minor,
      closedOn: proposal.closed_on,
      reason: proposal.reason,
    });
  return detailOf(tx, publicId);
}
