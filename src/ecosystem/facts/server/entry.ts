import { sql } from "kysely";
import { isCountry } from "#platform/countries.ts";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { maxMinor } from "#platform/money/money.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import { type correctFact, type enterFact, events, type Fact } from "../contract.ts";
import type { FactKindSpec } from "../kinds.ts";
import { type Kept, readNumber, writeNumber } from "../number.ts";
import { enteredKind, kindsOf } from "./kinds.ts";
import { enteredSources, type FactRow, findFactRow, present } from "./list.ts";

/** Writes down a number that the product does not see happen, with who says so and from where. */
export async function enter(tx: Tx, wanted: BodyOf<typeof enterFact>): Promise<Fact> {
  const partnerId = await partnerNamed(tx, wanted.partnerId);
  const kind = await enteredKind(tx, wanted.kind);
  const kept = readNumber(kind, { value: wanted.value, currency: wanted.currency ?? null });
  const countsOn = wanted.countsOn === undefined ? tx.today() : parseDay(wanted.countsOn, "/countsOn");
  const validUntil = endOf(wanted.validUntil ?? null, countsOn);
  if (wanted.country && !isCountry(wanted.country))
    throw invalid("/country", `"${wanted.country}" is not the code of a country. Write one such as DE.`);
  const locationId = wanted.locationId ? await locationNamed(tx, partnerId, wanted.locationId) : null;
  await refuseTooLarge(tx, { partnerId, kind, ...kept });
  const row = await insert(tx, {
    partnerId,
    kind: kind.key,
    ...kept,
    countsOn: countsOn.toString(),
    validUntil: validUntil?.toString() ?? null,
    country: wanted.country ?? null,
    locationId,
    note: wanted.note,
    correctsId: null,
  });
  await tell(tx, events.factEntered, row, kind, {});
  return present(tx, row, await kindsOf(tx));
}

/**
 * Says what a fact that was entered should have said. Of a sum the difference is recorded, for the same day; of what
 * counts by its latest the right one takes its place, and null means that it was never so.
 * @throws Problem 409 where it is corrected already, or was not entered by people
 */
export async function correct(tx: Tx, publicId: string, wanted: BodyOf<typeof correctFact>): Promise<Fact> {
  const id = fromPublicId("fct", publicId, "fact");
  const before = await findFactRow(tx, id);
  if (before === null) throw notFound("fact");
  const kind = (await kindsOf(tx)).get(before.kind);
  if (kind === undefined || !enteredSources.some((one) => one === before.source_kind))
    throw conflict("not-entered", "The product recorded it and corrects it itself.");
  const right =
    wanted.value === null ? null : readNumber(kind, { value: wanted.value, currency: before.currency });
  const isSum = kind.counts === "sum";
  const was = isSum ? await standingSum(tx, id) : before.amount_minor;
  const amountMinor = isSum ? (right?.amountMinor ?? 0n) - was : (right?.amountMinor ?? 0n);
  if (isSum && amountMinor === 0n) throw invalid("/value", "That is what it says already.");
  const countsOn = parseDay(before.counts_on);
  const until = wanted.validUntil === undefined ? before.valid_until : wanted.validUntil;
  const validUntil = !isSum && right === null ? countsOn : endOf(until, countsOn);
  await refuseTooLarge(tx, { partnerId: before.partner_id, kind, amountMinor, currency: before.currency });
  const row = await insert(tx, {
    partnerId: before.partner_id,
    kind: before.kind,
    amountMinor,
    currency: before.currency,
    countsOn: before.counts_on,
    validUntil: validUntil?.toString() ?? null,
    country: before.country,
    locationId: before.location_id,
    note: wanted.note,
    correctsId: id,
  });
  const said = { was: writeNumber({ amountMinor: was, currency: before.currency }) };
  await tell(tx, events.factCorrected, row, kind, said);
  return present(tx, row, await kindsOf(tx));
}

async function tell(
  tx: Tx,
  type: EventType,
  row: FactRow,
  kind: Pick<FactKindSpec, "label">,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const value = writeNumber({ amountMinor: row.amount_minor, currency: row.currency });
  await record(
    tx,
    type,
    { subject: { kind: "fact", id: row.id }, partnerId: row.partner_id },
    { kind: kind.label, value, currency: row.currency, countsOn: row.counts_on, note: row.note, ...more },
  );
}

interface Entry extends Kept {
  partnerId: string;
  kind: string;
  countsOn: string;
  validUntil: string | null;
  country: string | null;
  locationId: string | null;
  note: string;
  correctsId: string | null;
}

async function insert(tx: Tx, entry: Entry): Promise<FactRow> {
  const id = newId();
  const done = await maybe(
    tx,
    sql`insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, valid_until, country,
        location_id, source_kind, source_id, note, entered_by, corrects_id, recorded_at)
      values (${tx.vendorId}, ${id}, ${entry.partnerId}, ${entry.kind}, ${entry.countsOn}, ${entry.amountMinor},
        ${entry.currency}, ${entry.validUntil}, ${entry.country}, ${entry.locationId}, 'entry', ${id}, ${entry.note},
        ${tx.actor.membershipId}, ${entry.correctsId}, ${tx.now().toString()})
      on conflict (vendor_id, corrects_id) where corrects_id is not null do nothing returning id`,
  );
  if (done === null) throw conflict("corrected-already", "It is corrected already. Correct the correction.");
  const row = await findFactRow(tx, id);
  if (row === null) throw new Error("A fact that was written is not there.");
  return row;
}

/** What a fact that sums up says together with the ones that it corrects. */
async function standingSum(tx: Tx, id: string): Promise<bigint> {
  const { sum } = await one(
    tx,
    sql<{ sum: bigint }>`with recursive chain as (
        select id, amount_minor, corrects_id from fact where vendor_id = ${tx.vendorId} and id = ${id}
        union all
        select f.id, f.amount_minor, f.corrects_id from chain c join fact f on f.vendor_id = ${tx.vendorId} and f.id = c.corrects_id
      ) select sum(amount_minor)::bigint as sum from chain`,
  );
  return sum;
}

/**
 * What a partner's facts of a kind come to has to fit into a number of the database, whichever of them are counted. One
 * after the other, so that two people cannot pass the bound together.
 */
async function refuseTooLarge(
  tx: Tx,
  fact: Kept & { partnerId: string; kind: Pick<FactKindSpec, "key" | "label" | "counts"> },
): Promise<void> {
  if (fact.kind.counts === "latest") return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`facts:${tx.vendorId}:${fact.partnerId}`}, 0))`.execute(
    tx.db,
  );
  const { total } = await one(
    tx,
    sql<{ total: string }>`select coalesce(sum(abs(amount_minor::numeric)), 0)::text as total from fact
      where vendor_id = ${tx.vendorId} and partner_id = ${fact.partnerId} and kind = ${fact.kind.key}
        and currency is not distinct from ${fact.currency}`,
  );
  const size = fact.amountMinor < 0n ? -fact.amountMinor : fact.amountMinor;
  if (BigInt(total) + size > maxMinor)
    throw invalid("/value", `With this, ${fact.kind.label} would come to more than can be counted.`);
}

async function partnerNamed(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("par", publicId, "partner");
  const found = await maybe(tx, sql`select id from partner where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (found === null) throw invalid("/partnerId", "There is no such partner.");
  return id;
}

async function locationNamed(tx: Tx, partnerId: string, publicId: string): Promise<string> {
  const id = fromPublicId("loc", publicId, "location");
  const found = await maybe(
    tx,
    sql`select id from partner_location where vendor_id = ${tx.vendorId} and partner_id = ${partnerId} and id = ${id}`,
  );
  if (found === null) throw invalid("/locationId", "The partner has no such location.");
  return id;
}

function endOf(until: string | null, countsOn: Day): Day | null {
  if (until === null) return null;
  const day = parseDay(until, "/validUntil");
  if (compareDays(day, countsOn) <= 0)
    throw invalid("/validUntil", `It would end before it begins on ${countsOn}. Choose a later day.`);
  return day;
}
