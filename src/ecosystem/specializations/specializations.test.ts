import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDay } from "#platform/time/day.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { specializationsOn } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("nobody holds what nobody was awarded", async () => {
  const principal = await world.principal("channel-manager");
  const held = await world.hanse.door.withPrincipal(principal, (tx) =>
    specializationsOn(tx, parseDay("2026-06-15")),
  );
  expect(held.size).toBe(0);
});
