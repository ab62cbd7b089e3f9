import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { forbidden, invalid } from "#platform/problem.ts";
import { compareDays, parseDay } from "#platform/time/day.ts";
import type { logTouchpoint, Touchpoint } from "../contract.ts";
import { events } from "../events.ts";
import { detailOf } from "./present.ts";
import * as store from "./store.ts";

type Given = BodyOf<typeof logTouchpoint>;

/** How many of a partner may wait for the vendor at a time. */
const maxWaiting = 1_000;

/** What a touchpoint names: one of the three, with the name that the partner knows. */
type Target = Pick<store.NewTouchpoint, "registrationId" | "opportunityId" | "accountId" | "about">;
const none = { registrationId: null, opportunityId: null, accountId: null };

/**
 * Logs what the asking partner did. What is another's, and what a partner merely looks on as one above, is answered as
 * one that does not exist.
 * @throws Problem 422
 */
export async function log(tx: Tx, body: Given): Promise<Touchpoint> {
  const { actor } = tx;
  if (actor.membershipId === null || actor.partnerId === null) throw forbidden();
  const target = await targetOf(tx, actor.partnerId, body);
  const occurredOn = parseDay(body.occurredOn, "/occurredOn");
  if (compareDays(occurredOn, tx.today()) > 0) throw invalid("/occurredOn", "The day lies in the future.");
  await refuseTooMany(tx, actor.partnerId);
  const id = newId();
  await store.insertTouchpoint(tx, {
    ...target,
    id,
    partnerId: actor.partnerId,
    kind: body.kind,
    occurredOn: occurredOn.toString(),
    withWhom: body.withWhom,
    purpose: body.purpose,
    link: body.link ?? null,
  });
  const about = { subject: { kind: "touchpoint", id }, partnerId: actor.partnerId };
  await record(tx, events.touchpointRecorded, about, {
    kind: body.kind,
    about: target.about,
    occurredOn: occurredOn.toString(),
  });
  return detailOf(tx, toPublicId("tch", id));
}

async function targetOf(tx: Tx, partnerId: string, body: Given): Promise<Target> {
  const { dealId, opportunityId, accountId } = body;
  const given = [dealId, opportunityId, accountId].filter((one) => one !== undefined);
  if (given.length !== 1) throw invalid("/accountId", "Say for which registration, opportunity or customer.");
  if (dealId !== undefined) return dealOf(tx, partnerId, dealId);
  if (opportunityId !== undefined) return opportunityOf(tx, partnerId, opportunityId);
  return accountOf(tx, partnerId, accountId ?? "");
}

async function dealOf(tx: Tx, partnerId: string, publicId: string): Promise<Target> {
  const id = fromPublicId("deal", publicId, "registration");
  const deal = await maybe(
    tx,
    sql<{ state: string; about: string | null }>`select state, customer_name as about from registration
      where vendor_id = ${tx.vendorId} and id = ${id} and partner_id = ${partnerId}`,
  );
  if (deal === null) throw invalid("/dealId", "There is no such registration, or it is not yours.");
  if (deal.state === "draft" || deal.about === null)
    throw invalid("/dealId", "It is a draft: submit it first.");
  return { ...none, registrationId: id, about: deal.about };
}

async function opportunityOf(tx: Tx, partnerId: string, publicId: string): Promise<Target> {
  const id = fromPublicId("opp", publicId, "opportunity");
  const sale = await maybe(
    tx,
    sql<{ about: string }>`select name as about from opportunity
      where vendor_id = ${tx.vendorId} and id = ${id} and owner_partner_id = ${partnerId}`,
  );
  if (sale === null) throw invalid("/opportunityId", "There is no such opportunity, or it is not yours.");
  return { ...none, opportunityId: id, about: sale.about };
}

async function accountOf(tx: Tx, partnerId: string, publicId: string): Promise<Target> {
  const id = fromPublicId("acc", publicId, "customer");
  const customer = await maybe(
    tx,
    sql<{ about: string }>`select name as about from partner_account
      where vendor_id = ${tx.vendorId} and account_id = ${id} and partner_id = ${partnerId}`,
  );
  if (customer === null) throw invalid("/accountId", "There is no such customer, or it is not yours.");
  return { ...none, accountId: id, about: customer.about };
}

async function refuseTooMany(tx: Tx, partnerId: string): Promise<void> {
  const many = await maybe(
    tx,
    sql`select from touchpoint where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and state = 'recorded'
      offset ${maxWaiting - 1} limit 1`,
  );
  if (many !== null)
    throw invalid("", `There are ${maxWaiting} that wait for the vendor already. Withdraw some first.`);
}
