import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { parseDay } from "#platform/time/day.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { kindsOf } from "../../facts/index.ts";
import { typesOn } from "../../partner-types/index.ts";
import { placesOf, regionTree } from "../index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function as<T>(who: Parameters<World["principal"]>[0], act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal(who), act);
}

test("a vendor begins without regions, and its partners without locations", async () => {
  const day = parseDay("2026-06-01");
  expect((await as("admin", regionTree)).regions.size).toBe(0);
  expect((await as("admin", (tx) => placesOf(tx, { day }))).size).toBe(0);
});

test("what partners are on a day is told as far as one may see them", async () => {
  const day = parseDay("2026-06-01");
  const { alpine, birch } = world.partners;
  const all = await as("admin", (tx) => typesOn(tx, { day }));
  expect(all.get(alpine.uuid)).toEqual(["master-agent"]);
  const own = await as("birch-admin", (tx) => typesOn(tx, { day }));
  expect([...own.keys()]).toEqual([birch.uuid]);
});

test("the product's kinds of facts are there for every vendor", async () => {
  const kinds = await as("birch-admin", kindsOf);
  expect(kinds.get("won_value")).toEqual(
    expect.objectContaining({ unit: "money", counts: "sum", recordedBy: "product" }),
  );
  expect(kinds.get("satisfaction")?.counts).toBe("latest");
});
