import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import { findPeriod, removePeriod, writePeriod } from "../../partner-types/index.ts";
import { type beginPartnerType, events, type Partner } from "../contract.ts";
import { load } from "./partners.ts";
import { present } from "./present.ts";

/* What a partner is, by date: a type begins and ends by itself, and the others go on. */

export async function begin(
  tx: Tx,
  publicId: string,
  wanted: BodyOf<typeof beginPartnerType>,
): Promise<Partner> {
  const row = await load(tx, publicId);
  const from =
    wanted.effectiveFrom === undefined ? tx.today() : parseDay(wanted.effectiveFrom, "/effectiveFrom");
  const until = wanted.effectiveUntil ? parseDay(wanted.effectiveUntil, "/effectiveUntil") : null;
  await writePeriod(tx, row.id, { id: null, type: wanted.type, from, until });
  await record(
    tx,
    events.partnerTypeBegan,
    { subject: { kind: "partner", id: row.id }, partnerId: row.id },
    { type: wanted.type, effectiveFrom: from.toString(), effectiveUntil: until?.toString() ?? null },
  );
  return present(tx, await load(tx, publicId));
}

interface Address {
  partnerId: string;
  partnerTypeId: string;
}

export async function changeEnd(tx: Tx, address: Address, until: string | null): Promise<Partner> {
  const { row, period } = await loadPeriod(tx, address);
  const end = until === null ? null : parseDay(until, "/effectiveUntil");
  await writePeriod(tx, row.id, {
    id: period.id,
    type: period.type,
    from: parseDay(period.effective_from),
    until: end,
  });
  await tellEnd(tx, row.id, period.type, end);
  return present(tx, await load(tx, address.partnerId));
}

/** Ends it today; one that never held before today goes, and one that has ended stays as it is. */
export async function endToday(tx: Tx, address: Address): Promise<null> {
  const { row, period } = await loadPeriod(tx, address);
  const today = tx.today();
  const from = parseDay(period.effective_from);
  if (period.effective_until !== null && compareDays(parseDay(period.effective_until), today) <= 0)
    return null;
  if (compareDays(from, today) < 0)
    await writePeriod(tx, row.id, { id: period.id, type: period.type, from, until: today });
  else await removePeriod(tx, period.id);
  await tellEnd(tx, row.id, period.type, today);
  return null;
}

async function loadPeriod(tx: Tx, { partnerId, partnerTypeId }: Address) {
  const row = await load(tx, partnerId);
  const period = await findPeriod(tx, row.id, fromPublicId("pty", partnerTypeId, "type"));
  if (period === null) throw notFound("type");
  return { row, period };
}

async function tellEnd(
  tx: Tx,
  partnerId: string,
  type: Partner["types"][number],
  end: Day | null,
): Promise<void> {
  await record(
    tx,
    events.partnerTypeEnded,
    { subject: { kind: "partner", id: partnerId }, partnerId },
    { type, effectiveUntil: end?.toString() ?? null },
  );
}
