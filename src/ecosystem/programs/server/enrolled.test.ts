import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { parseDay } from "#platform/time/day.ts";
import { program, programVersion } from "../../../../test/world/seed.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { levelsOf, ProgramDocument } from "../contract.ts";
import { documentOf, enrolledOn, programsOn, versionOn, versionsOf } from "../index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function asStaff<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal("finance"), act);
}
const day = parseDay("2026-05-01");

test("a program of a ladder alone is for everybody, on its one track", async () => {
  const version = await asStaff((tx) => versionOn(tx, program.uuid, day));
  if (version === null) throw new Error("The sample is in force.");
  expect(ProgramDocument.parse(version.document)).toMatchObject({ label: "agent-tiers", noticeDays: 0 });
  expect(levelsOf(version.document)).toEqual(["Silver", "Gold", "Platinum"]);
  expect(await asStaff((tx) => documentOf(tx, programVersion.uuid))).toEqual(version);
  expect(await asStaff((tx) => programsOn(tx, day))).toEqual([version]);
  expect(await asStaff((tx) => versionsOf(tx, program.uuid))).toEqual([version]);
  expect(await asStaff((tx) => versionOn(tx, program.uuid, parseDay("1999-01-01")))).toBeNull();
  const enrolled = await asStaff((tx) => enrolledOn(tx, { programId: program.uuid, day }));
  const own = Object.values(world.partners).filter(({ vendor }) => vendor === "nordwind");
  expect([...enrolled.keys()].sort()).toEqual(own.map(({ uuid }) => uuid).sort());
  expect(enrolled.get(world.partners.birch.uuid)).toMatchObject({
    how: "criteria",
    track: { key: "everyone" },
  });
});
