import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tellEverybody } from "../../../../test/world/told.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { listNotices } from "../../notices/contract.ts";
import { listTexts, shownTexts } from "../../texts/contract.ts";
import * as contract from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-06-15T09:00:00Z"));

const admin = () => world.as("admin");
const begin = (body: { name: string; template?: "msp"; cloneOf?: string }) =>
  admin().call(contract.beginProgram, { body });
const draftOf = (programId: string) => admin().call(contract.getProgramDraft, { params: { programId } });

async function write(programId: string, change: object, effectiveFrom?: string) {
  const draft = await draftOf(programId);
  return admin().call(contract.writeProgramDraft, {
    params: { programId },
    body: { document: { ...draft.document, ...change }, effectiveFrom: effectiveFrom ?? draft.effectiveFrom },
    ifMatch: draft.version,
  });
}
async function publish(programId: string) {
  const { version } = await draftOf(programId);
  return admin().call(contract.publishProgram, { params: { programId }, ifMatch: version });
}
async function published(name: string, change: object, effectiveFrom = "2026-06-01") {
  const { id } = await begin({ name, template: "msp" });
  await write(id, change, effectiveFrom);
  await publish(id);
  return id;
}
const everybody = { criteria: { types: [], regions: [] } };

describe("a program in the making", () => {
  test("is the vendor's alone until it is published, and then everybody's who is in it", async () => {
    const begun = await begin({ name: "Service partners", template: "msp" });
    expect(begun).toMatchObject({ current: null, next: null, hasDraft: true, versions: 0 });
    const seen = async () =>
      (await world.as("birch-admin").call(contract.listPrograms)).items.map(({ name }) => name);
    expect(await seen()).toEqual(["agent-tiers"]);
    await write(begun.id, everybody, "2026-06-01");
    await publish(begun.id);
    expect(await seen()).toEqual(["agent-tiers", "Service partners"]);
    const now = await admin().call(contract.getProgram, { params: { programId: begun.id } });
    expect(now).toMatchObject({ hasDraft: false, versions: 1, current: { version: 1 } });
    expect(now.members).toBeGreaterThan(0);
    expect((await admin().get(`/programs/${begun.id}/draft`)).status).toBe(404);
    const query = { ref: `program:${begun.id}`, language: "de" as const };
    const { items } = await world.as("birch-admin").call(shownTexts, { query });
    expect(items.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["label", "summary", "level:Premier", "benefit:badge", "track:everyone"]),
    );
  });

  test("whose track pays by a plan that is not there is refused", async () => {
    const { id } = await begin({ name: "Paid by nothing", template: "msp" });
    const { document } = await draftOf(id);
    const [track] = (document as { tracks: object[] }).tracks;
    const plans = ["pln_01a2042e723b7fa58630126264a85e50"];
    const { version } = await write(id, { tracks: [{ ...track, plans }] }, "2026-06-01");
    const refused = await admin().send("POST", `/programs/${id}/publication`, {}, { ifMatch: version });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe("/tracks/0/plans/0");
  });

  test("keeps what is wrong and says it; publishing refuses it at the same places", async () => {
    const { id } = await begin({ name: "Half done", template: "msp" });
    const wrong = await write(id, { tracks: [], label: "" });
    expect(wrong.document.tracks).toEqual([]);
    expect(wrong.errors.map(({ pointer }) => pointer)).toEqual(["/label"]);
    const right = await write(id, { label: "Half done" });
    expect(right.errors.map(({ pointer }) => pointer)).toEqual(["/tracks"]);
    const refused = await admin().send("POST", `/programs/${id}/publication`, {}, { ifMatch: right.version });
    expect(refused.body).toMatchObject({ type: "invalid-program", errors: right.errors });
    const none = await admin().put(
      `/programs/${id}/draft`,
      { document: { format: "hanse-program/1" }, effectiveFrom: "2026-07-01" },
      { ifMatch: right.version },
    );
    expect(none.status).toBe(422);
  });

  test("knows which facts are recorded at all", async () => {
    const { id } = await begin({ name: "Measured by what is there" });
    const { facts } = (await draftOf(id)).names;
    const lastOn = (kind: string) => facts.find(({ key }) => key === kind)?.lastOn;
    const { rows } = await world.admin.query(
      "select max(counts_on)::text as last from fact where vendor_id = $1 and kind = 'won_value'",
      [world.vendors.nordwind.uuid],
    );
    expect(lastOn("won_value")).toBe(rows[0].last);
    expect(lastOn("certified_heads")).toBe(null);
  });

  test("is written by one at a time, and discarded without a trace", async () => {
    const { id } = await begin({ name: "Raced draft" });
    const draft = await draftOf(id);
    const body = { document: draft.document, effectiveFrom: "2026-07-01" };
    const both = await Promise.all(
      [1, 2].map(() => admin().put(`/programs/${id}/draft`, body, { ifMatch: draft.version })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await admin().delete(`/programs/${id}/draft`)).status).toBe(200);
    expect((await admin().get(`/programs/${id}`)).status).toBe(404);
    expect((await world.as("channel-manager").post("/program-drafts", { name: "Mine" })).status).toBe(403);
  });

  test("can be a copy, under a ladder key of its own", async () => {
    const original = await published("Original", { noticeDays: 0 });
    const copy = await begin({ name: "Copy", cloneOf: original });
    const draft = await draftOf(copy.id);
    expect(draft.begunWith).toBe("Original");
    expect(draft.document).toMatchObject({ label: "Copy", noticeDays: 0, ladder: { name: "msp-tiers-3" } });
    expect(draft.errors).toEqual([]);
    expect((await admin().post("/program-drafts", { name: "Copy", cloneOf: original })).body.type).toBe(
      "name-taken",
    );
  });
});

describe("a next version", () => {
  test("that takes something away is published the notice days ahead, and says what", async () => {
    const id = await published("Notice", everybody);
    await admin().call(contract.beginProgramDraft, { params: { programId: id } });
    const harder = await write(id, { noticeDays: 0, acknowledge: false }, "2026-07-01");
    expect(harder.earliest).toBe("2026-08-14");
    const refused = await admin().send(
      "POST",
      `/programs/${id}/publication`,
      {},
      { ifMatch: harder.version },
    );
    expect(refused.body).toMatchObject({
      type: "too-soon",
      errors: [
        {
          pointer: "/effectiveFrom",
          message:
            "It takes something away from partners, which is told 60 days ahead. Choose 2026-08-14 or a later day, or leave that out.",
        },
      ],
      takesAway: { terms: [{ code: "notice-changed" }] },
    });
    await write(id, {}, "2026-08-14");
    const done = await publish(id);
    expect(done).toMatchObject({
      version: { version: 2 },
      takesAway: { ladder: [], terms: [{ before: 60, after: 0 }] },
    });
    const record = await admin().call(contract.getProgram, { params: { programId: id } });
    expect(record).toMatchObject({
      current: { version: 1 },
      next: { version: 2, effectiveFrom: "2026-08-14" },
    });
    const compared = await admin().call(contract.compareProgramVersions, {
      params: { programId: id },
      query: { before: 1, after: 2 },
    });
    expect(compared.terms.map(({ code }) => code)).toEqual(["notice-changed", "acknowledge-changed"]);
    const listed = async (who: "admin" | "birch-admin") => {
      const { items } = await world.as(who).call(contract.listProgramVersions, { params: { programId: id } });
      return items.map(({ version, follows, takesAway }) => [version, follows, takesAway]);
    };
    expect(await listed("admin")).toEqual([
      [2, 1, 1],
      [1, null, null],
    ]);
    expect(await listed("birch-admin")).toEqual([
      [2, null, null],
      [1, null, null],
    ]);
  });

  test("can be taken back before its day, and not after", async () => {
    const id = await published("Second thoughts", { noticeDays: 0 });
    await admin().call(contract.beginProgramDraft, { params: { programId: id } });
    await write(id, { summary: "New." }, "2026-09-01");
    await publish(id);
    const back = (version: number) =>
      admin().post(`/programs/${id}/versions/${version}/withdrawal`, { reason: "A slip." });
    expect((await back(1)).body.type).toBe("in-force");
    expect((await back(2)).body).toMatchObject({ withdrawn: { reason: "A slip.", by: "Ada Nordström" } });
    expect((await back(2)).body.type).toBe("withdrawn-already");
    const work = await admin().call(listTexts, {
      query: { language: "de", search: "Second thoughts: summary" },
    });
    expect(work.items.map(({ source }) => source.text)).not.toContain("New.");
    const again = await admin().call(contract.getProgramDraft, { params: { programId: id } });
    expect(again).toMatchObject({ document: { summary: "New." }, effectiveFrom: "2026-09-01" });
    await write(id, { summary: "Newer." }, "2026-08-01");
    expect((await publish(id)).version.version).toBe(3);
    world.clock.set("2026-10-01T09:00:00Z");
    const record = await admin().call(contract.getProgram, { params: { programId: id } });
    expect(record.current).toMatchObject({ version: 3, document: { summary: "Newer." } });
  });

  test("keeps the ladder that plans may pay by", async () => {
    const id = await published("Keeps", { noticeDays: 0 });
    await admin().call(contract.beginProgramDraft, { params: { programId: id } });
    const { version } = await write(id, { ladder: null, benefits: [] }, "2026-09-01");
    const refused = await admin().send("POST", `/programs/${id}/publication`, {}, { ifMatch: version });
    expect(refused.body.errors).toMatchObject([{ pointer: "/ladder" }]);
  });
});

describe("who is in a program", () => {
  test("follows from its criteria and from what somebody decided, day by day", async () => {
    const id = await published("Nobody by itself", { criteria: { types: ["marketplace"], regions: [] } });
    const members = async () => {
      const { items } = await admin().call(contract.listProgramMembers, {
        params: { programId: id },
        query: {},
      });
      return items.map(({ partner, how, track }) => [partner.name, how, track.label]);
    };
    expect(await members()).toEqual([]);
    const { birch } = world.partners;
    const wanted = { partnerId: birch.id, kind: "included", reason: "A pilot.", effectiveFrom: "2026-06-15" };
    const enrol = (body: object) => world.as("channel-manager").post(`/programs/${id}/enrolments`, body);
    expect((await enrol({ ...wanted, effectiveFrom: "2026-05-31" })).body.errors).toEqual([
      {
        pointer: "/effectiveFrom",
        message:
          "No version of Nobody by itself holds on that day, so Birch Sales would be without a track. Choose a day from the first version on, or publish one before.",
      },
    ]);
    expect((await enrol({ ...wanted, effectiveUntil: "2026-06-15" })).body.errors).toMatchObject([
      { pointer: "/effectiveUntil" },
    ]);
    const decided = await enrol(wanted);
    expect(decided.status).toBe(201);
    expect((await enrol({ ...wanted, kind: "excluded" })).body.type).toBe("decided-already");
    expect(await members()).toEqual([["Birch Sales", "included", "Service providers"]]);
    for (const [type, names] of [
      ["sub-agent", ["Birch Sales"]],
      ["msp", []],
    ] as const) {
      const { items } = await admin().call(contract.listProgramMembers, {
        params: { programId: id },
        query: { type },
      });
      expect(items.map(({ partner }) => partner.name)).toEqual(names);
      expect(items.every(({ types }) => types.includes(type))).toBe(true);
    }
    const own = await world
      .as("birch-seller")
      .call(contract.listPartnerPrograms, { params: { partnerId: birch.id } });
    expect(own.items.map(({ program }) => program.name)).toContain("Nobody by itself");
    const end = `/programs/${id}/enrolments/${decided.body.id}/end`;
    expect((await admin().post(end, { reason: "Over.", effectiveUntil: "2026-06-14" })).status).toBe(422);
    expect((await admin().post(end, { reason: "Over." })).body).toMatchObject({
      effectiveUntil: "2026-06-15",
      ended: { reason: "Over." },
    });
    expect((await admin().post(end, { reason: "Over." })).body.type).toBe("ended-already");
    expect(await members()).toEqual([]);
  });

  test("is not told to a sibling, and a program that one is not in is as none", async () => {
    const id = await published("Closed circle", { criteria: { types: ["marketplace"], regions: [] } });
    for (const who of ["birch-admin", "birch-seller"] as const) {
      expect((await world.as(who).get(`/programs/${id}/versions`)).status).toBe(404);
      expect((await world.as(who).get(`/programs/${id}`)).status).toBe(403);
      expect((await world.as(who).get(`/partners/${world.partners.cedar.id}/programs`)).status).toBe(404);
    }
  });

  test("is asked to acknowledge the program year; who has not is a list", async () => {
    const id = await published("Yearly", everybody);
    const { birch } = world.partners;
    const missing = async () => {
      const query = { state: "missing" as const };
      const list = await admin().call(contract.listAcknowledgements, { params: { programId: id }, query });
      return list.items.map(({ partner }) => partner.name);
    };
    const all = await missing();
    expect(all).toContain("Birch Sales");
    const path = `/partners/${birch.id}/programs/${id}/acknowledgement`;
    expect((await world.as("birch-seller").post(path, {})).status).toBe(403);
    expect((await world.as("cedar-admin").post(path, {})).status).toBe(404);
    const done = await world.as("birch-admin").post(path, {});
    expect(done.body).toMatchObject({ canAcknowledge: false, year: { year: 2026 } });
    expect((await world.as("birch-admin").post(path, {})).body.acknowledged).toEqual(done.body.acknowledged);
    expect(await missing()).toEqual(all.filter((name) => name !== "Birch Sales"));
    const remind = () => admin().call(contract.remindToAcknowledge, { params: { programId: id } });
    expect(await remind()).toEqual({ reminded: all.length - 1 });
    expect(await remind()).toEqual({ reminded: 0 });
    await tellEverybody(world);
    const told = async (who: "birch-admin" | "cedar-admin") =>
      (await world.as(who).call(listNotices)).items.filter(({ kind }) => kind === "program.to_acknowledge");
    expect(await told("birch-admin")).toEqual([]);
    expect(await told("cedar-admin")).toMatchObject([{ said: { year: 2026 }, link: "/programs" }]);
    world.clock.set("2027-01-01T09:00:00Z");
    expect(await missing()).toEqual(all);
  });
});
