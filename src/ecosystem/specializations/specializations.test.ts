import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listNotices } from "#ecosystem/notices/contract.ts";
import { shownTexts } from "#ecosystem/texts/contract.ts";
import { fromPublicId } from "#platform/ids.ts";
import { parseDay } from "#platform/time/day.ts";
import { type PersonName, uuidOf } from "../../../test/world/cast.ts";
import { race, tally } from "../../../test/world/race.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { recordFact } from "../facts/index.ts";
import { readMeasured } from "../ladders/contract.ts";
import { askedOf } from "./asked.ts";
import {
  applyForSpecialization,
  awardSpecialization,
  createSpecialization,
  declineApplication,
  getApplication,
  getAward,
  listAwards,
  listPartnerSpecializations,
  listSpecializations,
  listSpecializationVersions,
  publishSpecialization,
  revokeAward,
  withdrawApplication,
} from "./contract.ts";
import { jobs, specializationsOn } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const terms = {
  label: "Cloud migration",
  summary: "They move what runs in cellars.",
  requires: "all(certified_heads >= 2, any(references >= 3, satisfaction >= 4.5))",
  validMonths: 12,
  warnDays: 60,
  badge: { background: "#125f69", text: "#ffffff" },
  open: true,
};
const define = (key: string, more: object = {}) =>
  world.as("admin").call(createSpecialization, { body: { ...terms, key, ...more } });
const apply = (who: PersonName, specializationId: string, note = "") =>
  world.as(who).call(applyForSpecialization, { body: { specializationId, note } });
const award = (applicationId: string, note?: string) =>
  world
    .as("channel-manager")
    .call(awardSpecialization, { params: { applicationId }, body: note === undefined ? {} : { note } });
const standing = async (who: PersonName, partnerId: string, key: string) => {
  const { items } = await world.as(who).call(listPartnerSpecializations, { params: { partnerId } });
  return items.find((one) => one.specialization.key === key);
};
const has = async (kind: string, amount: bigint) =>
  world.hanse.door.withPrincipal(await world.principal("admin"), (tx) =>
    recordFact(tx, {
      kind,
      partnerId: world.partners.birch.uuid,
      countsOn: parseDay("2026-06-01"),
      amount: { thousandths: amount * 1000n },
      source: { kind: "test", id: world.partners.birch.uuid },
    }),
  );
const heldOn = async (day: string) =>
  world.hanse.door.withPrincipal(await world.principal("finance"), async (tx) =>
    (await specializationsOn(tx, parseDay(day))).get(world.partners.birch.uuid),
  );
const clock = async () => {
  const { vendor } = await world.principal("admin");
  for (let time = 0; time < 2; time++) await jobs(world.hanse)[0]?.run?.(vendor, {});
  await tellEverybody(world);
};
const told = async (who: PersonName, kind: string) => {
  const { items } = await world.as(who).call(listNotices, { query: { limit: 200 } });
  return items.filter((one) => one.kind === kind);
};

describe("a definition", () => {
  test("is published in versions, of which the ones before stay as they are", async () => {
    const one = await define("versions");
    const params = { specializationId: one.id };
    await world
      .as("admin")
      .call(publishSpecialization, { params, body: { ...terms, requires: "audit_passed >= 1" } });
    const { items } = await world.as("birch-admin").call(listSpecializationVersions, { params });
    expect(items.map(({ version, requires }) => [version, requires])).toEqual([
      [2, "audit_passed >= 1"],
      [1, terms.requires],
    ]);
    expect(items.every(({ publishedBy }) => publishedBy === null)).toBe(true);
    const shown = await world
      .as("birch-admin")
      .call(shownTexts, { query: { language: "de", ref: `specialization:${one.id}` } });
    expect(shown.items.map(({ field, text }) => [field, text])).toEqual([
      ["label", terms.label],
      ["summary", terms.summary],
    ]);
    const again = await world.as("admin").post("/specializations", { ...terms, key: "versions" });
    expect(again).toMatchObject({ status: 409, body: { type: "key-taken" } });
  });

  test.each<[string, object, string, string]>([
    ["what does not parse", { requires: "certified_heads > 2" }, "/requires", 'Write ">="'],
    ["facts that are not there", { requires: "medals >= 2" }, "/requires", 'no measure "medals"'],
    ["a contradiction", { requires: "all(references >= 5, references <= 3)" }, "/requires", "At character"],
    [
      "more points than its parts give",
      { requires: "points(90, 40: references >= 5, 30: certificates >= 2)" },
      "/requires",
      "No company could ever hold it",
    ],
    ["nothing at all", { requires: "overdue_balance <= 0" }, "/requires", "Every company would hold it"],
    [
      "a badge that nobody can read",
      { badge: { background: "#ffffff", text: "#eeeeee" } },
      "/badge/text",
      "Few could read",
    ],
  ])("that asks for %s is refused with a sentence", async (_what, more, pointer, sentence) => {
    const { status, body } = await world
      .as("admin")
      .post("/specializations", { ...terms, key: "refused", ...more });
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    expect(body.errors[0].message).toContain(sentence);
  });
});

test("what is asked says of each line what there is of it, of points how many", () => {
  const { lines } = askedOf(
    "points(70, 40: certified_heads >= 2, 20: references >= 3, 30: satisfaction >= 4.5)",
    readMeasured({ certified_heads: { "": "3" }, references: { "": "1" } }),
    new Map(),
  );
  expect(lines.map(({ points, atLeast, have, met }) => [points, atLeast, have, met])).toEqual([
    [null, 70, { "": "40" }, false],
    [40, null, { "": "3" }, true],
    [20, null, { "": "1" }, false],
    [30, null, {}, false],
  ]);
});

describe("a company", () => {
  test("sees what is missing, applies, is awarded, warned, renewed without a gap, and loses it by the clock", async () => {
    const { birch } = world.partners;
    const one = await define("migration");
    await has("certified_heads", 2n);
    const before = await standing("birch-admin", birch.id, "migration");
    expect(before?.asked).toMatchObject({ met: false });
    expect(before?.asked.lines.map(({ depth, met, kind }) => [depth, met, kind])).toEqual([
      [0, false, "all"],
      [1, true, "compare"],
      [1, false, "any"],
      [2, false, "compare"],
      [2, false, "compare"],
    ]);
    expect(before?.asked.lines[3]).toMatchObject({ need: { "": "3" }, have: {} });
    expect(before).toMatchObject({ award: null, application: null, can: { apply: true, renew: false } });

    const application = await apply("birch-admin", one.id, "Two of us are certified.");
    await tellEverybody(world);
    expect((await told("channel-manager", "specialization.to_decide"))[0]?.link).toBe(
      `/specialization-applications/${application.id}`,
    );
    const silent = await world
      .as("channel-manager")
      .post(`/specialization-applications/${application.id}/award`, {});
    expect(silent).toMatchObject({ status: 422 });
    await has("references", 4n);
    const granted = await award(application.id);
    expect(granted).toMatchObject({ state: "granted", asked: { met: true } });
    await tellEverybody(world);
    expect(await told("birch-admin", "specialization.awarded")).toHaveLength(1);
    expect(await heldOn("2026-06-14")).toBeUndefined();
    expect(await heldOn("2027-06-14")).toEqual(["migration"]);
    expect(await heldOn("2027-06-15")).toBeUndefined();

    const early = await world
      .as("birch-admin")
      .post("/specialization-applications", { specializationId: one.id, note: "" });
    expect(early).toMatchObject({ status: 409, body: { type: "held-already" } });
    const badge = await world.as("birch-admin").get(`/specialization-awards/${granted.awardId}/badge`);
    expect(badge.headers.get("content-type")).toContain("image/svg+xml");
    expect(badge.text).toContain("Cloud migration");

    world.clock.set("2027-04-20T09:00:00Z");
    await clock();
    expect(await told("birch-admin", "specialization.ending")).toHaveLength(1);
    expect(await standing("birch-admin", birch.id, "migration")).toMatchObject({
      award: { state: "held", endsSoon: true },
      can: { apply: false, renew: true },
    });
    const renewal = await apply("birch-admin", one.id);
    expect(renewal.renews).toBe(true);
    await award(renewal.id, "The references stand.");
    // What is renewed does not end, and is not asked to be renewed again.
    expect(await standing("birch-admin", birch.id, "migration")).toMatchObject({
      award: { state: "held", endsSoon: false, renewedUntil: "2028-06-15" },
      can: { apply: false, renew: false },
    });
    const { items } = await world.as("birch-admin").call(listAwards, { query: {} });
    const ours = items.filter((item) => item.specialization.id === one.id);
    expect(ours.map(({ state, from, until }) => [state, from, until])).toEqual([
      ["planned", "2027-06-15", "2028-06-15"],
      ["held", "2026-06-15", "2027-06-15"],
    ]);

    const read = await world.as("birch-earnings").call(getAward, { params: { awardId: ours[1]?.id ?? "" } });
    expect(read).toMatchObject({ applicationId: application.id, awardedBy: null, can: { revoke: false } });
    expect((await world.as("cedar-admin").get(`/specialization-awards/${read.id}`)).status).toBe(404);

    world.clock.set("2028-06-15T00:00:00Z");
    expect(await heldOn("2028-06-15")).toBeUndefined();
    const gone = await world.as("birch-admin").get(`/specialization-awards/${ours[0]?.id}/badge`);
    expect(gone).toMatchObject({ status: 409, body: { type: "not-held" } });
    await clock();
    expect(await told("birch-admin", "specialization.expired")).toHaveLength(1);
    world.clock.set("2026-06-15T09:00:00Z");
  });

  test("is declined with a reason and told so, or takes its application back and applies anew", async () => {
    const one = await define("declined");
    const first = await apply("birch-admin", one.id);
    await world.as("birch-admin").call(withdrawApplication, { params: { applicationId: first.id } });
    const second = await apply("birch-admin", one.id);
    const body = { reason: "The audit found gaps." };
    const params = { applicationId: second.id };
    await world.as("channel-manager").call(declineApplication, { params, body });
    const seen = await world.as("birch-earnings").call(getApplication, { params });
    expect(seen).toMatchObject({
      state: "declined",
      decided: { reason: "The audit found gaps.", by: null },
    });
    await tellEverybody(world);
    expect(await told("birch-admin", "specialization.declined")).toHaveLength(1);
  });

  test("whose specialization is revoked holds it from that day on no more", async () => {
    const one = await define("revoked");
    const application = await apply("birch-admin", one.id);
    const { awardId } = await award(application.id, "Known for years.");
    expect(await heldOn("2026-06-15")).toContain("revoked");
    const params = { awardId: awardId ?? "" };
    const body = { reason: "Both engineers have left." };
    expect(await world.as("admin").call(revokeAward, { params, body })).toMatchObject({
      state: "revoked",
      revoked: { on: "2026-06-15" },
    });
    expect(await heldOn("2026-06-15")).not.toContain("revoked");
    const again = await world.as("admin").post(`/specialization-awards/${awardId}/revocation`, body);
    expect(again).toMatchObject({ status: 409, body: { type: "not-held" } });
    expect((await apply("birch-admin", one.id)).renews).toBe(false);
  });

  test("is its own: nobody learns of another's, nor how many hold it", async () => {
    const one = await define("private");
    const { id } = await apply("birch-admin", one.id);
    for (const who of ["alpine-admin", "cedar-admin"] as const) {
      expect((await world.as(who).get(`/specialization-applications/${id}`)).status, who).toBe(404);
      const path = `/partners/${world.partners.birch.id}/specializations`;
      expect((await world.as(who).get(path)).status, who).toBe(404);
    }
    expect((await world.as("birch-seller").get("/specializations")).status).toBe(403);
    const { items } = await world.as("cedar-admin").call(listSpecializations, { query: {} });
    expect(items.every(({ holders }) => holders === null)).toBe(true);
  });
});

test("of many who apply, award and decline at once, one has it", async () => {
  const one = await define("race");
  const applied = await race(6, () =>
    world.as("birch-admin").post("/specialization-applications", { specializationId: one.id, note: "" }),
  );
  expect(tally(applied)).toEqual({ 201: 1, 409: 5 });
  const id = applied.find(({ status }) => status === 201)?.body.id;
  const decided = await race(6, (caller) =>
    caller % 3 === 2
      ? world.as("admin").post(`/specialization-applications/${id}/refusal`, { reason: "No." })
      : world.as("admin").post(`/specialization-applications/${id}/award`, { note: "Known for years." }),
  );
  expect(tally(decided)).toEqual({ 200: 1, 409: 5 });
  const twice = world.admin.query(
    `with again as (
       insert into specialization_application (vendor_id, id, specialization_id, partner_id, version_id, note, applied_by, applied_at)
       select vendor_id, $1, specialization_id, partner_id, version_id, '', applied_by, now()
       from specialization_application where id = $2 returning *
     )
     insert into specialization_award (vendor_id, id, specialization_id, partner_id, version_id, application_id, awarded_by,
       awarded_at, effective_from, effective_until)
     select vendor_id, gen_random_uuid(), specialization_id, partner_id, version_id, id, applied_by, now(), day, day + 30
     from again cross join unnest(array['2026-06-16', '2026-06-17']::date[]) as d (day)`,
    [uuidOf("again", "race"), fromPublicId("sap", id, "application")],
  );
  await expect(twice).rejects.toThrow(/specialization_award/);
});
