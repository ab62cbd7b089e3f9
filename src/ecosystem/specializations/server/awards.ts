import type { Tx } from "#platform/database/tx.ts";
import { record, recordAll } from "#platform/events/record.ts";
import type { Download } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { stateOn } from "../award.ts";
import { badgeSvg } from "../badge.ts";
import { events, type SpecializationAward } from "../contract.ts";
import * as store from "./award-store.ts";
import { presentAward } from "./present.ts";
import { lock } from "./store.ts";

export async function read(tx: Tx, publicId: string): Promise<SpecializationAward> {
  return presentAward(tx, await load(tx, publicId));
}

/**
 * Revokes what a company holds from today on, and a renewal that would follow.
 * @throws Problem 404, 409 where it is not held any more
 */
export async function revoke(tx: Tx, publicId: string, reason: string): Promise<SpecializationAward> {
  const row = await load(tx, publicId);
  await lock(tx, `${row.specialization_id}:${row.partner_id}`);
  const of = { partnerId: row.partner_id, specializationId: row.specialization_id };
  const isOver = row.revoked_on !== null || row.effective_until <= tx.today().toString();
  if (isOver || (await store.revoke(tx, { ...of, reason })) === 0)
    throw conflict("not-held", "It is not held any more: it has ended or was revoked.");
  await record(
    tx,
    events.specializationRevoked,
    { subject: { kind: "specialization-award", id: row.id }, partnerId: row.partner_id },
    { label: row.label, reason },
  );
  return presentAward(tx, await load(tx, publicId));
}

/** The badge of what is held today. @throws Problem 404, 409 where it is not held */
export async function badge(tx: Tx, publicId: string): Promise<Download> {
  const row = await load(tx, publicId);
  const held = { from: row.effective_from, until: row.effective_until, revokedOn: row.revoked_on };
  if (stateOn(held, tx.today().toString()) !== "held")
    throw conflict("not-held", "There is a badge of what is held today, and this is not.");
  const lastDay = Temporal.PlainDate.from(row.effective_until).subtract({ days: 1 });
  return {
    fileName: `${row.key}.svg`,
    contentType: "image/svg+xml",
    body: badgeSvg({
      label: row.label,
      vendor: tx.vendor.name,
      partner: row.partner_name,
      lastDay: `→ ${lastDay}`,
      background: row.badge_background,
      text: row.badge_text,
    }),
  };
}

/** Tells, each once, of what ends within the days in which it is warned of, and of what has ended. */
export async function tellEnds(tx: Tx): Promise<void> {
  for (const what of ["ending", "expired"] as const) {
    const due = await store.markTold(tx, what);
    await recordAll(
      tx,
      what === "ending" ? events.specializationEnding : events.specializationExpired,
      due.map((row) => ({
        about: { subject: { kind: "specialization-award", id: row.id }, partnerId: row.partner_id },
        payload: { label: row.label, until: row.effective_until },
      })),
    );
  }
}

/** @throws Problem 404 */
async function load(tx: Tx, publicId: string): Promise<store.AwardRow> {
  const row = await store.findAward(tx, fromPublicId("saw", publicId, "award"));
  if (row === null) throw notFound("award");
  return row;
}
