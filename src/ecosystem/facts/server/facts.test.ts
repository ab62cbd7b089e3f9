import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { money } from "#platform/money/money.ts";
import { parseDay } from "#platform/time/day.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { builtInKinds, wonValue } from "../contract.ts";
import { recordFact, recordFacts, sumFacts } from "./facts.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const year2030 = { from: parseDay("2030-01-01"), until: parseDay("2031-01-01") };
const source = { kind: "win", id: "01900000-0000-7000-8000-000000000001" };

async function as<T>(who: Parameters<World["principal"]>[0], act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal(who), act);
}

test("sums count the days of the period alone, per partner and currency, corrections included", async () => {
  const { elm, fir } = world.partners;
  await as("channel-manager", async (tx) => {
    const add = (partnerId: string, day: string, minor: bigint, currency = "USD") =>
      recordFact(tx, {
        kind: wonValue,
        partnerId,
        countsOn: parseDay(day),
        amount: money(minor, currency),
        source,
      });
    await add(elm.uuid, "2029-12-31", 1n);
    await add(elm.uuid, "2030-01-01", 10n);
    await add(elm.uuid, "2030-12-31", 100n);
    await add(elm.uuid, "2030-06-01", -30n);
    await add(elm.uuid, "2031-01-01", 1_000n);
    await add(elm.uuid, "2030-06-01", 7n, "EUR");
    await add(fir.uuid, "2030-06-01", -5n);
  });
  const sums = await as("finance", (tx) => sumFacts(tx, { kind: wonValue, days: year2030, currency: "USD" }));
  expect(sums).toEqual(
    new Map([
      [elm.uuid, money(80n, "USD")],
      [fir.uuid, money(-5n, "USD")],
    ]),
  );
  const some = await as("finance", (tx) =>
    sumFacts(tx, { kind: wonValue, days: year2030, currency: "EUR", partnerIds: [elm.uuid, fir.uuid] }),
  );
  expect(some).toEqual(new Map([[elm.uuid, money(7n, "EUR")]]));
});

test("many facts are recorded in one statement", async () => {
  const { alpine } = world.partners;
  const recorded = await as("channel-manager", (tx) =>
    recordFacts(
      tx,
      { kind: wonValue, sourceKind: "win" },
      sql`select ${alpine.uuid}::uuid, '2040-01-01'::date, n::bigint, 'USD'::text, ${source.id}::uuid, null::text, null::date from generate_series(1, 100) as n`,
    ),
  );
  expect(recorded).toBe(100);
  const days = { from: parseDay("2040-01-01"), until: parseDay("2040-01-02") };
  const sums = await as("admin", (tx) => sumFacts(tx, { kind: wonValue, days, currency: "USD" }));
  expect(sums.get(alpine.uuid)).toEqual(money(5050n, "USD"));
});

test("a partner's facts are its money: its sellers and its master do not see them", async () => {
  const { birch } = world.partners;
  const days = { from: parseDay("2026-04-01"), until: parseDay("2026-07-01") };
  const seen = (who: Parameters<World["principal"]>[0]) =>
    as(who, (tx) => sumFacts(tx, { kind: wonValue, days, currency: "USD" }));
  expect([...(await seen("birch-admin")).keys()]).toEqual([birch.uuid]);
  expect((await seen("birch-seller")).size).toBe(0);
  expect((await seen("alpine-admin")).has(birch.uuid)).toBe(false);
});

test("each kind of the product has a key of its own, which no vendor's kind can have", () => {
  const keys = builtInKinds.map((kind) => kind.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => key.startsWith("x_") || !/^[a-z_]+$/.test(key))).toEqual([]);
});
