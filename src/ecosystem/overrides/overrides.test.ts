import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listNotices } from "#ecosystem/notices/contract.ts";
import { addLocation, createRegion, listRegions } from "#ecosystem/places/contract.ts";
import { defaultTrack } from "#ecosystem/programs/contract.ts";
import { parseDay } from "#platform/time/day.ts";
import type { PersonName } from "../../../test/world/cast.ts";
import { race, tally } from "../../../test/world/race.ts";
import { program } from "../../../test/world/seed.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { beginProgram, discardProgramDraft, listPartnerPrograms } from "../programs/contract.ts";
import {
  approveOverride,
  declineOverride,
  endOverride,
  getOverride,
  listOverrides,
  listParameters,
  listPartnerOverrides,
  type ProgramOverride,
  proposeOverride,
  withdrawOverride,
} from "./contract.ts";
import { asHeld, type Held } from "./held.ts";
import { jobs, overridesOf, overridesOn } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const region = `insert into region (vendor_id, id, key, name, parent_id, created_at)
    select $1, gen_random_uuid(), $2, $3, (select id from region where vendor_id = $1 and key = $4), now()`;
  const nordwind = world.vendors.nordwind.uuid;
  await world.admin.query(region, [nordwind, "emea", "EMEA", null]);
  await world.admin.query(region, [nordwind, "dach", "DACH", "emea"]);
  await world.admin.query(
    `insert into region_country (vendor_id, country, region_id)
     select $1, c, (select id from region where vendor_id = $1 and key = 'dach') from unnest(array['DE', 'AT', 'CH']) as c`,
    [nordwind],
  );
});
afterAll(() => world.close());
beforeEach(() => world.admin.query("delete from program_override"));

const dach = { kind: "region", key: "dach" } as const;
const emea = { kind: "region", key: "emea" } as const;
const germany = { kind: "country", key: "DE" } as const;
const gold = (number: string) => ({ kind: "threshold", amounts: [{ number, currency: "USD" }] }) as const;
const fields = {
  scope: dach,
  parameter: "protection-days",
  value: { kind: "days", days: 120 },
  reason: "Sales take longer there.",
  from: "2026-06-15",
  until: "2027-01-01",
} as const;

const params = { programId: program.id };
const propose = (who: PersonName, more: object = {}): Promise<ProgramOverride> =>
  world.as(who).call(proposeOverride, { params, body: { ...fields, ...more } });
const refused = async (more: object) =>
  (await world.as("admin").post(`/programs/${program.id}/overrides`, { ...fields, ...more })).body;

test("the list of what may be said otherwise follows from the program, with what it says to all", async () => {
  const { items } = await world.as("channel-manager").call(listParameters, { params });
  const keys = items.map(({ key }) => key);
  expect(keys).toContain("benefit:discount:Gold");
  expect(keys.filter((key) => !key.startsWith("benefit:"))).toEqual([
    "threshold:Gold:won",
    "threshold:Platinum:won",
    "protection-days",
    "agreements:everyone",
    "content:everyone",
  ]);
  expect(items[0]?.globalValue).toEqual(gold("60000.00"));
  expect(items.find(({ key }) => key === "protection-days")?.globalValue).toEqual({ kind: "days", days: 90 });
});

test("a program that is still being written is overridden by its draft; given up, nothing of it stays", async () => {
  const admin = world.as("admin");
  const body = { name: "Managed services", template: "msp" } as const;
  const { id } = await admin.call(beginProgram, { body });
  const own = { programId: id };
  const { items } = await admin.call(listParameters, { params: own });
  expect(items.map(({ key }) => key)).toContain("threshold:Advanced:managed");
  const parameter = "threshold:Advanced:managed";
  const value = { kind: "threshold" as const, amounts: [{ number: "60000", currency: "USD" }] };
  const proposed = await admin.call(proposeOverride, { params: own, body: { ...fields, parameter, value } });
  expect(proposed).toMatchObject({ state: "in-force", scope: { label: "DACH" } });
  await admin.call(discardProgramDraft, { params: own });
  expect((await admin.get(`/program-overrides/${proposed.id}`)).status).toBe(404);
});

describe("an override", () => {
  test("that a channel manager proposes holds once an administrator approves it, and is told", async () => {
    const proposed = await propose("channel-manager");
    expect(proposed).toMatchObject({ state: "proposed", can: { approve: false, withdraw: true } });
    await tellEverybody(world);
    const waiting = await world.as("admin").call(listNotices, { query: {} });
    expect(waiting.items[0]).toMatchObject({
      kind: "program_override.to_approve",
      link: `/program-overrides/${proposed.id}`,
    });
    const approved = await world.as("admin").call(approveOverride, { params: { overrideId: proposed.id } });
    expect(approved).toMatchObject({
      state: "in-force",
      scope: { label: "DACH" },
      globalValue: { kind: "days", days: 90 },
      value: { kind: "days", days: 120 },
      decided: { by: world.people.admin.name },
    });
    await tellEverybody(world);
    const told = await world.as("channel-manager").call(listNotices, { query: {} });
    expect(told.items[0]?.kind).toBe("program_override.approved");
  });

  test("of an administrator is approved with it; who may only propose cannot approve", async () => {
    expect((await propose("admin")).state).toBe("in-force");
    const waiting = await propose("channel-manager", { scope: germany });
    const path = `/program-overrides/${waiting.id}/approval`;
    expect((await world.as("channel-manager").post(path)).status).toBe(403);
    expect((await world.as("birch-admin").get(`/program-overrides/${waiting.id}`)).status).toBe(403);
  });

  test("is declined with a reason, or taken back, and its days are free again", async () => {
    const first = await propose("channel-manager");
    const declined = await world.as("admin").call(declineOverride, {
      params: { overrideId: first.id },
      body: { reason: "The rules for all were changed." },
    });
    expect(declined).toMatchObject({
      state: "declined",
      decided: { reason: "The rules for all were changed." },
    });
    const second = await propose("channel-manager");
    const overrideId = second.id;
    const withdrawn = await world.as("channel-manager").call(withdrawOverride, { params: { overrideId } });
    expect(withdrawn.state).toBe("withdrawn");
    expect((await propose("admin")).state).toBe("in-force");
  });

  test("ends before its time with a reason: half-open, and its days are free from then on", async () => {
    const one = await propose("admin");
    const params = { overrideId: one.id };
    const end = { on: "2026-07-01", reason: "Sales are as fast as elsewhere." };
    const ended = await world.as("admin").call(endOverride, { params, body: end });
    expect(ended).toMatchObject({ state: "in-force", ended: { on: "2026-07-01" }, endsSoon: true });
    expect((await propose("admin", { from: "2026-07-01" })).state).toBe("planned");
    const principal = await world.principal("birch-admin");
    const daysOn = (day: string) =>
      world.hanse.door.withPrincipal(principal, (tx) => overridesOn(tx, program.uuid, parseDay(day)));
    expect((await daysOn("2026-06-30"))[0]?.id).not.toBe((await daysOn("2026-07-01"))[0]?.id);
    const all = await world.hanse.door.withPrincipal(principal, (tx) => overridesOf(tx, program.uuid));
    expect(all.map(({ from, until }) => [from, until])).toEqual([
      ["2026-06-15", "2026-07-01"],
      ["2026-07-01", "2027-01-01"],
    ]);
    const again = await world.as("admin").post(`/program-overrides/${one.id}/ending`, end);
    expect(again).toMatchObject({ status: 409, body: { type: "not-in-force" } });
  });

  test.each([
    ["UTC", "2026-06-20T13:00:00Z", "2026-06-20"],
    ["Pacific/Auckland", "2026-06-20T13:00:00Z", "2026-06-21"],
    ["America/Los_Angeles", "2026-06-21T05:00:00Z", "2026-06-20"],
  ])("approved late holds from that day on in %s, for everything that reads it", async (zone, at, day) => {
    const kept = world.clock.now();
    const setZone = (name: string) =>
      world.admin.query("update vendor set timezone = $1 where vendor_id = $2", [
        name,
        world.vendors.nordwind.uuid,
      ]);
    await setZone(zone);
    const from = kept.toZonedDateTimeISO(zone).toPlainDate().toString();
    const waiting = await propose("channel-manager", { from });
    world.clock.set(at);
    const path = { params: { overrideId: waiting.id } };
    const approved = await world.as("admin").call(approveOverride, path);
    expect(approved).toMatchObject({ state: "in-force", from: day });
    const principal = await world.principal("birch-admin");
    const dayBefore = parseDay(day).subtract({ days: 1 });
    const [all, before, on] = await world.hanse.door.withPrincipal(principal, async (tx) => [
      await overridesOf(tx, program.uuid),
      await overridesOn(tx, program.uuid, dayBefore),
      await overridesOn(tx, program.uuid, parseDay(day)),
    ]);
    expect([all?.[0]?.from, before?.length, on?.length]).toEqual([day, 0, 1]);
    const planned = await world.as("admin").call(listOverrides, { query: { state: "in-force" } });
    expect(planned.items.map((one) => one.from)).toEqual([day]);
    const earlier = world.admin.query("update program_override set holds_from = effective_from - 1");
    await expect(earlier).rejects.toThrow("program_override_holds");
    world.clock.set(kept.toString());
    await setZone("UTC");
  });

  test("that ends within thirty days is listed and told once", async () => {
    const near = await propose("admin", { until: "2026-07-10" });
    await propose("admin", { scope: germany });
    const query = { endsSoon: "yes" } as const;
    const listed = (of: object) =>
      world.as("channel-manager").call(listOverrides, { query: { ...query, ...of } });
    const elsewhere = await world.as("admin").call(beginProgram, { body: { name: "Elsewhere" } });
    for (const [of, ids] of [
      [{}, [near.id]],
      [{ programId: program.id }, [near.id]],
      [{ programId: elsewhere.id }, []],
    ] as const) {
      expect((await listed(of)).items.map(({ id }) => id)).toEqual(ids);
    }
    const vendor = (await world.principal("admin")).vendor;
    for (let time = 0; time < 2; time++) await jobs(world.hanse)[0]?.run?.(vendor, {});
    await tellEverybody(world);
    const told = await world.as("channel-manager").call(listNotices, { query: { limit: 200 } });
    expect(told.items.filter(({ kind }) => kind === "program_override.ending")).toHaveLength(1);
    const file = await world.as("finance").get("/program-overrides.csv");
    expect(file.text).toContain(
      "DACH,protection-days,90,120,Sales take longer there.,in-force,2026-06-15,2026-07-10",
    );
  });

  test("of many at once for one place and parameter is one", async () => {
    const answers = await race(6, () => world.as("admin").post(`/programs/${program.id}/overrides`, fields));
    expect(tally(answers)).toEqual({ 201: 1, 409: 5 });
    const waiting = await propose("channel-manager", { scope: germany });
    const decisions = await race(4, (caller) =>
      caller % 2 === 0
        ? world.as("admin").post(`/program-overrides/${waiting.id}/approval`)
        : world.as("admin").post(`/program-overrides/${waiting.id}/refusal`, { reason: "No." }),
    );
    expect(tally(decisions)).toEqual({ 200: 1, 409: 3 });
    const inserted = world.admin.query(
      `insert into program_override (vendor_id, id, program_id, scope_kind, scope_key, scope_label, parameter, value, reason,
         state, effective_from, effective_until, holds_from, proposed_by, proposed_at, decided_by, decided_at)
       select vendor_id, gen_random_uuid(), program_id, scope_kind, scope_key, scope_label, parameter, value, reason, state,
         effective_from, effective_until, effective_from + 1, proposed_by, proposed_at, decided_by, decided_at
       from program_override where scope_key = 'dach'`,
    );
    await expect(inserted).rejects.toThrow("program_override_one_at_a_time");
  });
});

test("a partner is told what holds for it instead, and why: not who approved it, nor what holds elsewhere", async () => {
  const { birch, cedar } = world.partners;
  const own = async (who: PersonName, partnerId: string) =>
    (await world.as(who).call(listPartnerOverrides, { params: { partnerId } })).items;
  await world.as("admin").call(addLocation, {
    params: { partnerId: birch.id },
    body: { name: "Munich", country: "DE" },
  });
  await propose("admin", { parameter: "threshold:Gold:won", value: gold("45000") });
  await propose("admin", { parameter: "threshold:Gold:won", value: gold("40000"), scope: germany });
  const names = { kind: "references", names: ["Data processing agreement"] };
  await propose("admin", { parameter: "agreements:everyone", value: names, scope: emea });
  await propose("admin", {
    parameter: "benefit:discount:Gold",
    value: { kind: "benefit", value: "9" },
    scope: { kind: "country", key: "SE" },
  });
  // The customer's country counts for deals, and nobody has approved what is only proposed.
  await propose("admin");
  await propose("channel-manager", { parameter: "content:everyone", value: names });
  const told = await own("birch-admin", birch.id);
  expect(told.map(({ about, scope, value }) => [about.kind, scope.key, value])).toEqual([
    ["threshold", "DE", gold("40000")],
    ["agreements", "emea", names],
  ]);
  expect(told[0]).toMatchObject({
    globalValue: gold("60000.00"),
    reason: fields.reason,
    until: fields.until,
  });
  // The page of its programs shows what holds for it, not what holds for all.
  const asReader = world.as("birch-admin");
  const { items } = await asReader.call(listPartnerPrograms, { params: { partnerId: birch.id } });
  const asked = ({ ladder }: Held) => JSON.stringify(ladder);
  expect(items.map((item) => asked(item.document)).join()).not.toContain("40000");
  expect(items.map((item) => asked(asHeld(item.document, told)))).toEqual([
    expect.stringContaining('"won >= 40000.00 USD"'),
  ]);
  expect(JSON.stringify(told)).not.toContain(world.people.admin.name);
  expect(await own("cedar-admin", cedar.id)).toEqual([]);
  expect((await world.as("cedar-admin").get(`/partners/${birch.id}/program-overrides`)).status).toBe(404);
});

test("a country may say what the program says to all where its region says otherwise", async () => {
  const parameter = "threshold:Gold:won";
  await propose("admin", { parameter, value: gold("45000") });
  const back = await propose("admin", { parameter, value: gold("60000"), scope: germany });
  expect(back.state).toBe("in-force");
});

describe("what cannot be is refused with a sentence that says what to change", () => {
  test.each<[string, object, string, string]>([
    ["what is not on the list", { parameter: "payout-rate" }, "/parameter", "not on the list"],
    ["a level that is not there", { parameter: "threshold:Diamond:won" }, "/parameter", "not on the list"],
    ["a country that is not there", { scope: { kind: "country", key: "XX" } }, "/scope/key", "not a country"],
    [
      "a region that is not there",
      { scope: { kind: "region", key: "apac" } },
      "/scope/key",
      "no such region",
    ],
    ["a value of another kind", { value: gold("1") }, "/value", "takes a number of days"],
    [
      "what the program says to all",
      { parameter: "threshold:Gold:won", value: gold("60000") },
      "/value",
      "says that to all already",
    ],
    ["the days that all have", { value: { kind: "days", days: 90 } }, "/value", "says that to all already"],
    ["days below none", { value: { kind: "days", days: -3 } }, "/value/days", "At least 1 day."],
    ["days in reverse", { until: "2026-06-15" }, "/until", "ends before it begins"],
    ["days that have passed", { from: "2026-06-14" }, "/from", "Begin today or later"],
    ["an end that nobody will see", { until: "2046-01-01" }, "/until", "at most 5 years"],
    [
      "money without a currency",
      {
        parameter: "threshold:Gold:won",
        value: { kind: "threshold", amounts: [{ number: "45000", currency: null }] },
      },
      "/value/amounts/0/currency",
      "write the currency",
    ],
    [
      "Gold above Platinum",
      { parameter: "threshold:Gold:won", value: gold("120000.00") },
      "/value",
      "In DACH the levels would contradict each other from 2026-06-15 on. Platinum asks for no more than Gold",
    ],
  ])("%s", async (_what, more, pointer, sentence) => {
    const { errors } = await refused(more);
    expect(errors[0].pointer).toBe(pointer);
    expect(errors[0].message).toContain(sentence);
  });

  test("days that meet those of another one", async () => {
    await propose("admin");
    const answer = await refused({ from: "2026-12-31", until: "2027-06-01" });
    expect(answer).toMatchObject({ type: "override-in-the-way" });
    expect(answer.detail).toContain("DACH says something else of it from 2026-06-15 until 2027-01-01");
    expect((await propose("admin", { from: "2027-01-01", until: "2027-06-01" })).state).toBe("planned");
  });

  test("levels that contradict each other only where two places meet", async () => {
    await propose("admin", { parameter: "threshold:Platinum:won", scope: germany, value: gold("80000.00") });
    const answer = await refused({ parameter: "threshold:Gold:won", scope: emea, value: gold("90000.00") });
    expect(answer.errors[0].message).toContain("In DE the levels would contradict each other");
    const raised = await propose("admin", {
      parameter: "threshold:Gold:won",
      scope: emea,
      value: gold("79999.99"),
    });
    expect(
      (await world.as("finance").call(getOverride, { params: { overrideId: raised.id } })).value,
    ).toEqual(gold("79999.99"));
  });
});

describe("a region that something names", () => {
  const admin = () => world.as("admin");
  const regionOf = async (key: string) => {
    const { items } = await admin().call(listRegions, { query: { limit: 200 } });
    const found = items.find((one) => one.key === key);
    if (found === undefined) throw new Error(`There is no region ${key}.`);
    return found;
  };
  const remove = async (key: string) => admin().delete(`/regions/${(await regionOf(key)).id}`);
  const change = async (key: string, body: object) => {
    const { id, version } = await regionOf(key);
    return admin().patch(`/regions/${id}`, body, { ifMatch: version });
  };
  const again = (countries: string[]) => change("dach", { countries });

  test("stays while an override holds, is planned or waits, and says which and what to change", async () => {
    const planned = await propose("admin", { from: "2026-09-01" });
    const answer = await remove("dach");
    expect(answer).toMatchObject({
      status: 409,
      body: { type: "region-named", namedBy: [{ by: "override", override: { id: planned.id } }] },
    });
    expect(answer.body.detail).toBe(
      "DACH would count nowhere, and it is still named: by an override of agent-tiers until 2026-12-31. First end or decline the override.",
    );
    expect(await change("dach", { countries: [] })).toMatchObject({ body: { type: "region-named" } });
    // A country of several may go: the region counts where the others are.
    expect((await again(["AT", "CH"])).status).toBe(200);
    expect((await again(["DE", "AT", "CH"])).status).toBe(200);
    const waiting = await propose("channel-manager", { scope: emea });
    expect(await change("dach", { parentId: null })).toMatchObject({
      body: { type: "region-named", namedBy: [{ override: { id: waiting.id }, region: "emea" }] },
    });
    expect((await regionOf("dach")).parent?.name).toBe("EMEA");
    await world.as("channel-manager").call(withdrawOverride, { params: { overrideId: waiting.id } });
    expect((await change("dach", { parentId: null })).status).toBe(200);
    expect((await change("dach", { parentId: (await regionOf("emea")).id })).status).toBe(200);
  });

  test("stays while a version that holds or will names it, in who is in it or in a track", async () => {
    const says = (terms: object) =>
      world.admin.query("update program_version set terms = terms || $1::jsonb where program_id = $2", [
        JSON.stringify(terms),
        program.uuid,
      ]);
    const everyone = defaultTrack();
    const local = { ...everyone, key: "local", label: "Local partners", isDefault: false, regions: ["dach"] };
    await says({ criteria: { types: [], regions: ["dach", "JP"] }, tracks: [everyone, local] });
    const answer = await remove("dach");
    expect(answer.body.detail).toBe(
      "DACH would count nowhere, and it is still named: by the criteria of agent-tiers; by the track Local partners of agent-tiers. First publish a version that does not name it.",
    );
    await says({ criteria: { types: [], regions: [] }, tracks: [everyone] });
    expect((await remove("dach")).status).toBe(200);
    await admin().call(createRegion, {
      body: {
        name: "DACH",
        key: "dach",
        parentId: (await regionOf("emea")).id,
        countries: ["DE", "AT", "CH"],
      },
    });
  });

  test("is either removed or named, however both are tried at once", async () => {
    for (let time = 0; time < 3; time++) {
      const { id } = await admin().call(createRegion, { body: { name: "Benelux", countries: ["BE", "NL"] } });
      const scope = { kind: "region", key: "benelux" };
      const [proposal, removal] = await Promise.all([
        admin().post(`/programs/${program.id}/overrides`, { ...fields, scope }),
        admin().delete(`/regions/${id}`),
      ]);
      expect([
        [201, 409],
        [422, 200],
      ]).toContainEqual([proposal.status, removal.status]);
      await world.admin.query("delete from program_override");
      await admin().delete(`/regions/${id}`);
    }
  });
});
