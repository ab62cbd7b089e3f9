import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { benefits } from "../../../../test/world/program-benefits.ts";
import { tellEverybody } from "../../../../test/world/told.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { listNotices } from "../../notices/contract.ts";
import * as programs from "../../programs/contract.ts";
import * as contract from "../contract.ts";
import { decide, fact, type Published, programWith } from "./programs.fixture.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-06-15T09:00:00Z");
  await world.admin.query("delete from fact");
  await world.admin.query("delete from notice");
});

type Reader = "birch-admin" | "cedar-admin" | "birch-seller" | "channel-manager";

/** What somebody was told since the last test, the latest first. */
async function told(who: Reader, kind?: string) {
  await tellEverybody(world);
  const { items } = await world.as(who).call(listNotices, { query: {} });
  return items.filter((one) => kind === undefined || one.kind === kind);
}

/** High in force since April by what was managed in winter, and nothing since. */
async function fading(ladder: Parameters<typeof programWith>[1]): Promise<Published> {
  const measures = [
    {
      key: "managed",
      label: "Managed value",
      kind: "fact" as const,
      fact: "managed_value",
      window: { kind: "previous-quarter" as const },
    },
  ];
  const own = await programWith(world, { measures, ...ladder });
  await fact(world, "birch", { amount: 70_000_00n });
  await decide(world);
  return own;
}

describe("a partner's people who see its money are told", () => {
  test("that it is promoted, and later that it is demoted, each once", async () => {
    await fading({});
    world.clock.set("2026-07-01T06:00:00Z");
    await decide(world);
    await decide(world);
    const [demoted, ...others] = await told("birch-admin", "tier.demoted");
    expect(demoted).toMatchObject({
      title: expect.stringMatching(/^Base instead of High in p-/),
      link: "/standing",
      said: { before: "High", level: "Base", from: "2026-07-01" },
    });
    expect(others).toEqual([]);
    expect(await told("birch-seller")).toEqual([]);
    expect(await told("cedar-admin", "tier.demoted")).toEqual([]);
    await fact(world, "birch", { day: "2026-08-01", amount: 70_000_00n });
    world.clock.set("2026-10-01T06:00:00Z");
    await decide(world);
    expect((await told("birch-admin", "tier.promoted"))[0]?.said).toMatchObject({
      level: "High",
      from: "2026-10-01",
    });
  });

  test("that a grace begins and until when, and not again while it lasts", async () => {
    await fading({ graceDays: 120 });
    for (const day of ["2026-07-01", "2026-07-02", "2026-10-01"]) {
      world.clock.set(`${day}T06:00:00Z`);
      await decide(world);
    }
    const grace = await told("birch-admin", "tier.grace_began");
    expect(grace.map(({ said, severity }) => [said, severity])).toEqual([
      [{ program: expect.any(String), level: "High", until: "2026-10-28" }, "warn"],
    ]);
    expect(await told("birch-admin", "tier.demoted")).toEqual([]);
  });

  test("the warning days before it would fall, and not before that", async () => {
    await fading({ warnDays: 10 });
    world.clock.set("2026-06-20T09:00:00Z");
    await decide(world);
    expect(await told("birch-admin", "tier.warned")).toEqual([]);
    world.clock.set("2026-06-21T09:00:00Z");
    await decide(world);
    await decide(world);
    const warned = await told("birch-admin", "tier.warned");
    expect(warned.map(({ said }) => said)).toEqual([
      { program: expect.any(String), level: "High", wouldBe: "Base", from: "2026-07-01" },
    ]);
    expect(warned[0]?.text).toContain("The page says what is missing to keep High.");
  });

  test("that an exception ends soon, as is who may renew it; that one was ended at once", async () => {
    const { id: programId } = await programWith(world, {});
    const grant = (until: string) =>
      world.as("channel-manager").call(contract.grantException, {
        params: { programId },
        body: { partnerId: world.partners.cedar.id, level: "High", reason: "A new country.", until },
      });
    await grant("2026-07-10");
    await decide(world);
    expect(await told("cedar-admin", "tier.exception_ends_soon")).toEqual([]);
    world.clock.set("2026-06-26T09:00:00Z");
    await decide(world);
    await decide(world);
    expect((await told("cedar-admin", "tier.exception_ends_soon")).map(({ said }) => said)).toMatchObject([
      { level: "High", until: "2026-07-10" },
    ]);
    expect(await told("channel-manager", "tier.exception_to_renew")).toMatchObject([
      { link: `/programs/${programId}/tiers`, said: { partner: "Cedar Reps", until: "2026-07-09" } },
    ]);
    world.clock.set("2026-07-11T09:00:00Z");
    const { id: exceptionId } = await grant("2026-12-01");
    await world.as("admin").call(contract.endException, { params: { exceptionId } });
    expect((await told("cedar-admin", "tier.exception_ended"))[0]?.said).toMatchObject({
      level: "High",
      until: "2026-07-11",
    });
  });
});

describe("of a version that takes something away are told", () => {
  /** Publishes the program's next version, from August on. */
  async function publish({ id: programId }: Published, change: object): Promise<void> {
    const admin = world.as("admin");
    const params = { programId };
    const { version, document } = await admin.call(programs.beginProgramDraft, { params });
    const body = { document: { ...document, ...change }, effectiveFrom: "2026-08-01" };
    const written = await admin.call(programs.writeProgramDraft, { params, body, ifMatch: version });
    await admin.call(programs.publishProgram, { params, ifMatch: written.version });
  }
  const values = { Base: "5", High: "8" };
  const licences = benefits.filter(({ key }) => key === "demo-licences").map((one) => ({ ...one, values }));

  /** Whom the version published last touches, as the channel manager reads it. */
  async function touched({ id: programId }: Published): Promise<string[]> {
    const { items } = await world
      .as("channel-manager")
      .call(contract.touchedByVersion, { params: { programId } });
    return items.map(({ partner, how, level, wouldBe, benefits }) =>
      [partner.name, how, level, wouldBe === null ? benefits.join() : `to ${wouldBe}`].join(" ").trim(),
    );
  }

  /** Birch has High, Cedar and the others have Base. */
  async function withHigh(): Promise<Published> {
    const own = await programWith(world, {}, { benefits: licences });
    await fact(world, "birch", { day: "2026-06-10", amount: 70_000_00n });
    return own;
  }

  test("those alone whose level then gives less, what it is and from when", async () => {
    const own = await withHigh();
    await publish(own, { benefits: licences.map((one) => ({ ...one, values: { ...values, High: "6" } })) });
    expect(await told("birch-admin")).toMatchObject([
      {
        kind: "tier.program_takes_away",
        link: "/programs",
        said: { level: "High", benefits: "Demo licences", from: "2026-08-01" },
        text: expect.stringContaining("your company has less with High: Demo licences."),
      },
    ]);
    expect(await told("cedar-admin")).toEqual([]);
    expect(await told("birch-seller")).toEqual([]);
    expect(await touched(own)).toEqual(["Birch Sales has-less High Demo licences"]);
  });

  test("those whose level falls by it, which one they would have", async () => {
    const own = await withHigh();
    const ladder = { ...own.ladder, levels: [{ level: "High", requires: "managed >= 90000.00 USD" }] };
    await publish(own, { ladder });
    expect(await told("birch-admin")).toMatchObject([
      { kind: "tier.program_changes", said: { level: "High", wouldBe: "Base", from: "2026-10-01" } },
    ]);
    expect(await told("cedar-admin")).toEqual([]);
    expect(await touched(own)).toEqual(["Birch Sales falls High to Base"]);
  });

  test("those who then earn less than they have, until when they keep it", async () => {
    const own = await programWith(world, { graceDays: 90 }, { benefits: licences });
    await fact(world, "birch", { day: "2026-05-10", amount: 70_000_00n });
    world.clock.set("2026-07-11T09:00:00Z");
    const ladder = {
      ...own.ladder,
      graceDays: 90,
      levels: [{ level: "High", requires: "managed >= 90000.00 USD" }],
    };
    await publish(own, { ladder });
    expect(await told("birch-admin")).toMatchObject([
      {
        kind: "tier.program_asks_more",
        said: { level: "High", wouldBe: "Base", from: "2026-10-01", until: "2026-12-29" },
        text: expect.stringContaining("in grace until"),
      },
    ]);
    expect(await touched(own)).toEqual(["Birch Sales keeps High to Base"]);
  });

  test("those that it leaves out, and nobody of one that gives more", async () => {
    const own = await withHigh();
    await publish(own, { benefits: licences.map((one) => ({ ...one, values: { ...values, High: "9" } })) });
    expect(await told("birch-admin")).toEqual([]);
    expect(await touched(own)).toEqual([]);
    const other = await withHigh();
    await publish(other, { criteria: { types: ["master-agent"], regions: [] } });
    expect(await told("birch-admin")).toMatchObject([
      { kind: "tier.program_leaves_out", said: { from: "2026-08-01" } },
    ]);
  });
});
