import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { conflict, forbidden, invalid, notFound } from "#platform/problem.ts";
import { kindsOf } from "../../facts/index.ts";
import { askedOf } from "../asked.ts";
import { daysOfAward } from "../award.ts";
import {
  type Asked,
  type applyForSpecialization,
  events,
  type PartnerSpecialization,
  type SpecializationApplication,
} from "../contract.ts";
import * as applications from "./application-store.ts";
import * as awards from "./award-store.ts";
import { loadCurrent } from "./definitions.ts";
import { measuredToday } from "./measured.ts";
import { presentApplication, presentAward, presentSpecialization } from "./present.ts";
import * as store from "./store.ts";

/**
 * Applies for one's own company: anew, or to renew what ends within the days in which it is warned of.
 * @throws Problem 404, 409 where it is not open, applied for already, or held for longer
 */
export async function apply(
  tx: Tx,
  { specializationId, note }: BodyOf<typeof applyForSpecialization>,
): Promise<SpecializationApplication> {
  const { actor } = tx;
  const partnerId = actor.membershipId === null ? null : actor.partnerId;
  if (partnerId === null) throw forbidden("A company applies for itself.");
  const current = await loadCurrent(tx, specializationId);
  if (!current.open)
    throw conflict("specialization-closed", `${current.label} cannot be applied for at the moment.`);
  const of = { partnerId, specializationId: current.specialization_id };
  const held = await awards.heldUntil(tx, of);
  const opensOn = held && Temporal.PlainDate.from(held.until).subtract({ days: held.warnDays }).toString();
  if (held !== null && (held.planned || (opensOn ?? "") > tx.today().toString()))
    throw conflict(
      "held-already",
      `Your company holds it until ${held.until}. It can be renewed from ${opensOn} on.`,
    );
  const id = await applications.insertApplication(tx, { ...of, versionId: current.id, note });
  if (id === null)
    throw conflict("applied-already", "Your company has applied for it already, and nobody has decided yet.");
  const row = await load(tx, id);
  await tell(tx, row, events.specializationApplied, {});
  return detail(tx, row);
}

/** @throws Problem 404, 409 where it is decided or taken back already */
export async function withdraw(tx: Tx, publicId: string): Promise<SpecializationApplication> {
  const row = await load(tx, fromPublicId("sap", publicId, "application"));
  if (!(await applications.withdraw(tx, row.id))) throw decidedAlready();
  await tell(tx, row, events.specializationWithdrawn, {});
  return read(tx, publicId);
}

/**
 * Awards what was applied for, by the version under which it was. A renewal begins where what is held ends, so no day is
 * held twice and none is lost.
 * @throws Problem 404, 409 where it is decided already, 422 where something is missing and nobody says why it is no matter
 */
export async function award(
  tx: Tx,
  publicId: string,
  note: string | undefined,
): Promise<SpecializationApplication> {
  const row = await lockAndLoad(tx, publicId);
  const evidence = await askedNow(tx, row);
  if (!evidence.met && note === undefined)
    throw invalid("/note", "Not everything that is asked is there. Say why it is awarded all the same.");
  await decide(tx, row, { state: "granted", reason: note ?? null, evidence });
  const of = { partnerId: row.partner_id, specializationId: row.specialization_id };
  const held = await awards.heldUntil(tx, of);
  const days = daysOfAward(tx.today(), held?.until ?? null, row.valid_months);
  await awards.insertAward(tx, { ...of, ...days, versionId: row.version_id, applicationId: row.id });
  await tell(tx, row, events.specializationAwarded, { until: days.until });
  return read(tx, publicId);
}

/** @throws Problem 404, 409 where it is decided or taken back already */
export async function decline(tx: Tx, publicId: string, reason: string): Promise<SpecializationApplication> {
  const row = await lockAndLoad(tx, publicId);
  await decide(tx, row, { state: "declined", reason, evidence: await askedNow(tx, row) });
  await tell(tx, row, events.specializationDeclined, { reason });
  return read(tx, publicId);
}

async function decide(
  tx: Tx,
  row: applications.ApplicationRow,
  decision: Parameters<typeof applications.decide>[2],
): Promise<void> {
  if (!(await applications.decide(tx, row.id, decision))) throw decidedAlready();
}

function decidedAlready() {
  return conflict("decided-already", "It is decided or was taken back already.");
}

export async function read(tx: Tx, publicId: string): Promise<SpecializationApplication> {
  return detail(tx, await load(tx, fromPublicId("sap", publicId, "application")));
}

async function detail(tx: Tx, row: applications.ApplicationRow): Promise<SpecializationApplication> {
  const isOpen = row.state === "open" && row.withdrawn_at === null;
  return presentApplication(tx, row, isOpen ? await askedNow(tx, row) : row.evidence);
}

async function askedNow(tx: Tx, row: applications.ApplicationRow): Promise<Asked> {
  const kinds = await kindsOf(tx);
  const measured = await measuredToday(tx, [row.requires], kinds, [row.partner_id]);
  return askedOf(row.requires, measured.get(row.partner_id) ?? {}, kinds);
}

/** How a company stands towards every specialization. @throws Problem 404 */
export async function standingOf(
  tx: Tx,
  publicId: string,
  query: { cursor?: string; limit?: number },
): Promise<{ items: PartnerSpecialization[]; nextCursor: string | null }> {
  const partner = await store.findPartner(tx, fromPublicId("par", publicId, "partner"));
  if (partner === null) throw notFound("partner");
  const current = await store.listCurrent(tx, query);
  const kinds = await kindsOf(tx);
  const requires = current.rows.map((row) => row.requires);
  const measured = (await measuredToday(tx, requires, kinds, [partner.id])).get(partner.id) ?? {};
  const held = new Map(
    (await awards.latestAwards(tx, partner.id)).map((row) => [row.specialization_id, row]),
  );
  const open = await applications.openApplications(tx, partner.id);
  const { actor } = tx;
  const applies = actor.membershipId !== null && actor.can.has("specialization.apply");
  const items = current.rows.map((row): PartnerSpecialization => {
    const own = held.get(row.specialization_id);
    const last = own === undefined ? null : presentAward(tx, own);
    const application = open.get(row.specialization_id);
    const isFree = applies && row.open && application === undefined;
    const holdsIt = last?.state === "held" || last?.state === "planned";
    return {
      specialization: presentSpecialization(row),
      award: last,
      application: application === undefined ? null : toPublicId("sap", application),
      asked: askedOf(row.requires, measured, kinds),
      can: { apply: isFree && !holdsIt, renew: isFree && (last?.endsSoon ?? false) },
    };
  });
  return { items, nextCursor: current.nextCursor };
}

async function load(tx: Tx, id: string): Promise<applications.ApplicationRow> {
  const row = await applications.findApplication(tx, id);
  if (row === null) throw notFound("application");
  return row;
}

/** One decision about a specialization of a company at a time. */
async function lockAndLoad(tx: Tx, publicId: string): Promise<applications.ApplicationRow> {
  const row = await load(tx, fromPublicId("sap", publicId, "application"));
  await store.lock(tx, `${row.specialization_id}:${row.partner_id}`);
  return load(tx, row.id);
}

async function tell(
  tx: Tx,
  row: applications.ApplicationRow,
  type: EventType,
  said: Record<string, unknown>,
): Promise<void> {
  await record(
    tx,
    type,
    { subject: { kind: "specialization-application", id: row.id }, partnerId: row.partner_id },
    { label: row.label, ...said },
  );
}
