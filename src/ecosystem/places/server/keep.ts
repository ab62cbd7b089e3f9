import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { conflict } from "#platform/problem.ts";
import { countNowhere, type RegionTree, type RegionUse } from "../contract.ts";
import { regionTree } from "./tree.ts";

/** What a lower feature cannot know by itself: who names these regions, today or from a day ahead. */
export interface PlaceServices {
  usesOf: (tx: Tx, keys: readonly string[]) => Promise<RegionUse[]>;
}

const lock = (tx: Tx) => sql`hashtextextended(${`regions:${tx.vendorId}`}, 0)`;

/** One change of a vendor's regions at a time, until the transaction ends: two halves of a circle do not pass together. */
export async function lockRegions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock(tx)})`.execute(tx.db);
}

/** Keeps the regions as they are until the transaction ends, for what is about to name one. */
export async function keepRegions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${lock(tx)})`.execute(tx.db);
}

/**
 * Refuses a change after which a region counts nowhere although something names it; the caller holds the lock.
 * @param before the regions before the change, which is written already
 * @throws Problem 409 `region-named`, with what names it and what to change
 */
export async function refuseNamed(tx: Tx, { usesOf }: PlaceServices, before: RegionTree): Promise<void> {
  const keys = countNowhere(before, await regionTree(tx));
  const uses = keys.length === 0 ? [] : await usesOf(tx, keys);
  const [first] = uses;
  if (first === undefined) return;
  const name = before.regions.get(first.region)?.name ?? first.region;
  const named = uses.filter(({ region }) => region === first.region);
  throw conflict(
    "region-named",
    `${name} would count nowhere, and it is still named: by ${named.map(inWords).join("; by ")}. ${whatToChange(named)}`,
    { namedBy: named },
  );
}

function inWords({ by, program, track, override }: RegionUse): string {
  if (by === "override") return `an override of ${program.name} until ${override && lastDay(override.until)}`;
  return by === "criteria" ? `the criteria of ${program.name}` : `the track ${track} of ${program.name}`;
}

function lastDay(until: string): string {
  return Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
}

function whatToChange(uses: readonly RegionUse[]): string {
  const overrides = uses.some(({ by }) => by === "override");
  const versions = uses.some(({ by }) => by !== "override");
  const [end, publish] = ["end or decline the override", "publish a version that does not name it"];
  const what = overrides && versions ? `${end}, and ${publish}` : overrides ? end : publish;
  return `First ${what}.`;
}
