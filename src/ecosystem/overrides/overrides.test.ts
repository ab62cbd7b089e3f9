import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDay } from "#platform/time/day.ts";
import { program } from "../../../test/world/seed.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { overridesOf, overridesOn } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("what is approved holds from a day up to another, also for what a partner's page computes", async () => {
  const { vendors, people, admin } = world;
  await admin.query(
    `insert into program_override (vendor_id, id, program_id, scope_kind, scope_key, scope_label, parameter, value, reason,
      state, effective_from, effective_until, proposed_by, proposed_at, decided_by, decided_at)
     values ($1, gen_random_uuid(), $2, 'region', 'dach', 'DACH', 'protection-days', '{"kind": "days", "days": 120}',
      'Sales take longer.', 'approved', '2026-06-01', '2026-07-01', $3, now(), $3, now())`,
    [vendors.nordwind.uuid, program.uuid, people.admin.uuid],
  );
  const principal = await world.principal("birch-admin");
  const on = (day: string) =>
    world.hanse.door.withPrincipal(principal, (tx) => overridesOn(tx, program.uuid, parseDay(day)));
  expect((await on("2026-05-31")).length).toBe(0);
  expect((await on("2026-06-30"))[0]).toMatchObject({
    scopeLabel: "DACH",
    value: { kind: "days", days: 120 },
  });
  expect((await on("2026-07-01")).length).toBe(0);
  const all = await world.hanse.door.withPrincipal(principal, (tx) => overridesOf(tx, program.uuid));
  expect(all.map(({ from, until }) => [from, until])).toEqual([["2026-06-01", "2026-07-01"]]);
});
