import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { type FileRow, stageRows } from "#platform/imports/records/staged.fixture.ts";
import { race, tally } from "../../../../test/world/race.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import {
  changeFactKind,
  correctFact,
  createFactKind,
  enterFact,
  type Fact,
  listFactKinds,
  listFacts,
} from "../contract.ts";
import { importKind } from "./import.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const note = "Survey of May";
const written = (more: object = {}) => ({
  partnerId: world.partners.birch.id,
  kind: "satisfaction",
  value: "4.5",
  note,
  ...more,
});
const enter = (more: object = {}): Promise<Fact> =>
  world.as("channel-manager").call(enterFact, { body: written(more) });
const correct = (fact: Fact, body: object) =>
  world.as("finance").call(correctFact, {
    params: { factId: fact.id },
    body: { value: "1", note: "It was misread.", ...body },
  });
const factsOf = async (kind: string, who: Parameters<World["as"]>[0] = "finance") =>
  (await world.as(who).call(listFacts, { query: { kind, partnerId: world.partners.birch.id } })).items;

describe("a fact that people enter", () => {
  test("says who entered it and where it is from; its partner reads the source and not the person", async () => {
    const entered = await enter({ validUntil: "2027-01-01" });
    expect(entered).toMatchObject({
      partner: { name: "Birch Sales" },
      kind: { key: "satisfaction", label: "Satisfaction" },
      value: "4.5",
      currency: null,
      countsOn: "2026-06-15",
      validUntil: "2027-01-01",
      source: { kind: "entered", note, enteredBy: world.people["channel-manager"].name },
      can: { correct: true },
    });
    const [own] = await factsOf("satisfaction", "birch-admin");
    expect(own).toMatchObject({ id: entered.id, source: { note, enteredBy: null }, can: { correct: false } });
    expect(await factsOf("satisfaction", "alpine-admin")).toEqual([]);
    expect((await world.as("birch-seller").get("/facts")).status).toBe(403);
    const { rows } = await world.admin.query(
      "select partner_reach, payload->>'note' as note from event where type = 'fact.entered' order by id desc limit 1",
    );
    expect(rows).toEqual([{ partner_reach: "money", note }]);
    const file = await world.as("finance").get("/facts.csv?kind=satisfaction");
    expect(file.text).toContain(`4.5,,2026-06-15,2027-01-01,,,entered,${note}`);
  });

  test.each<[string, object, string, string]>([
    ["of no known kind", { kind: "mood" }, "/kind", "There is no kind of fact called mood. Known are"],
    ["that the product counts", { kind: "won_value" }, "/kind", "Won value is counted by the product itself"],
    ["of money without a currency", { kind: "overdue_balance" }, "/currency", "Say in which currency."],
    ["of a number in a currency", { currency: "EUR" }, "/currency", "Leave the currency out."],
    ["with more digits than are kept", { value: "4.1234" }, "/value", "at most 3 digits"],
    ["without a source", { note: " " }, "/note", "Say where the number is from."],
    [
      "that ends before it begins",
      { validUntil: "2026-06-15" },
      "/validUntil",
      "It would end before it begins",
    ],
    ["in a country that is none", { country: "XX" }, "/country", "is not the code of a country"],
    [
      "at a location that is none",
      { locationId: `loc_${"0".repeat(32)}` },
      "/locationId",
      "has no such location",
    ],
    ["of a partner that is none", { partnerId: `par_${"0".repeat(32)}` }, "/partnerId", "no such partner"],
  ])("%s is refused beside its field", async (_what, more, pointer, sentence) => {
    const answer = await world.as("admin").post("/facts", written(more));
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(answer.body.errors[0].message).toContain(sentence);
  });

  test("that would make a sum larger than can be counted is refused, also when several come at once", async () => {
    const huge = written({ kind: "managed_value", value: "400000000000000", currency: "USD" });
    await world.admin.query(
      `insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, source_kind, source_id)
       select vendor_id, app.next_id(), id, 'managed_value', '2026-01-01', 950000000000000000, 'USD', 'entry', id
       from partner where id = $1`,
      [world.partners.birch.uuid],
    );
    const more = await race(2, () => world.as("finance").post("/facts", huge));
    expect(tally(more)).toEqual({ 201: 1, 422: 1 });
    const refused = more.find(({ status }) => status === 422);
    expect(refused?.body.errors).toEqual([
      { pointer: "/value", message: "With this, Managed value would come to more than can be counted." },
    ]);
  });
});

describe("a correction", () => {
  test("of a sum records the difference for the same day; both stay, and once is enough", async () => {
    const wrong = await enter({
      kind: "managed_value",
      value: "500",
      currency: "EUR",
      countsOn: "2026-03-04",
    });
    const right = await correct(wrong, { value: "350.50" });
    expect(right).toMatchObject({ value: "-149.50", countsOn: "2026-03-04", corrects: wrong.id });
    const again = await world
      .as("finance")
      .post(`/facts/${wrong.id}/correction`, { value: "1", note: "It was misread." });
    expect(again.body).toMatchObject({ status: 409, type: "corrected-already" });
    expect(await correct(right, { value: null })).toMatchObject({ value: "-350.50", corrects: right.id });
    const same = await world
      .as("finance")
      .post(`/facts/${(await factsOf("managed_value"))[0]?.id}/correction`, { value: "0", note: "Again." });
    expect(same.status).toBe(422);
  });

  test("of what counts by its latest takes its place, and of what never was ends where it begins", async () => {
    const wrong = await enter({ kind: "certificates", value: "3", validUntil: "2026-12-01" });
    const right = await correct(wrong, { value: "2" });
    expect(right).toMatchObject({ value: "2", validUntil: "2026-12-01", countsOn: wrong.countsOn });
    const never = await correct(right, { value: null });
    expect(never).toMatchObject({ value: "0", validUntil: wrong.countsOn });
    const listed = await factsOf("certificates");
    expect(listed.map(({ id, can }) => [id, can.correct]).find(([id]) => id === wrong.id)).toEqual([
      wrong.id,
      false,
    ]);
  });

  test("of what the product counts is the product's", async () => {
    const [counted] = await factsOf("won_value");
    expect(counted?.can.correct).toBe(false);
    const answer = await world
      .as("admin")
      .post(`/facts/${counted?.id}/correction`, { value: "1", note: "It was misread." });
    expect(answer.body).toMatchObject({ status: 409, type: "not-entered" });
  });

  test("is made by one of several who try at once", async () => {
    const wrong = await enter({ kind: "references", value: "3" });
    const answers = await race(4, () =>
      world.as("finance").post(`/facts/${wrong.id}/correction`, { value: "2", note: "It was misread." }),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: 3 });
  });
});

describe("a kind of the vendor's own", () => {
  const create = (body: { label: string; key?: string }) =>
    world.as("admin").call(createFactKind, { body: { unit: "number", counts: "sum", ...body } });

  test("goes by a key that is made from its label, is entered, and no more once it is retired", async () => {
    const kind = await create({ label: "Support calls solved" });
    expect(kind).toMatchObject({ key: "x_support_calls_solved", own: { retired: false, version: 1 } });
    await enter({ kind: kind.key, value: "12" });
    const factKindId = kind.own?.id ?? "";
    const retired = await world.as("admin").call(changeFactKind, {
      params: { factKindId },
      ifMatch: 1,
      body: { retired: true, label: "Calls solved" },
    });
    expect(retired).toMatchObject({ key: kind.key, label: "Calls solved", own: { retired: true } });
    const refused = await world.as("admin").post("/facts", written({ kind: kind.key }));
    expect(refused.body.errors[0].message).toBe("Calls solved is not entered any more.");
    expect((await factsOf(kind.key))[0]).toMatchObject({ kind: { label: "Calls solved" }, value: "12" });
    const late = await world
      .as("admin")
      .patch(`/fact-kinds/${factKindId}`, { label: "Late" }, { ifMatch: 1 });
    expect(late.body.type).toBe("version-mismatch");
  });

  test("has a label and a key that no other has", async () => {
    await create({ label: "Webinars" });
    for (const [body, pointer] of [
      [{ label: "webinars", key: "x_other" }, "/label"],
      [{ label: "Satisfaction" }, "/label"],
      [{ label: "Web seminars", key: "x_webinars" }, "/key"],
      [{ label: "Семинары" }, "/key"],
      [{ label: "Bare", key: "bare" }, "/key"],
    ] as const) {
      const answer = await world.as("admin").post("/fact-kinds", { unit: "number", counts: "sum", ...body });
      expect([answer.status, answer.body.errors?.[0]?.pointer], body.label).toEqual([422, pointer]);
    }
    const { items } = await world.as("birch-admin").call(listFactKinds);
    expect(items.at(-1)?.key).toBe("x_webinars");
    expect((await world.as("channel-manager").post("/fact-kinds", { label: "No" })).status).toBe(403);
  });
});

describe("a file of facts", () => {
  const inTx = async <T>(act: (tx: Tx) => Promise<T>): Promise<T> =>
    world.hanse.door.withPrincipal(await world.principal("channel-manager"), act);
  const brought = (file: FileRow[]) =>
    inTx(async (tx) => {
      const staged = await stageRows(tx, importKind, file);
      const problems = await staged.check(tx);
      return { staged, problems, result: await staged.apply(tx, 2) };
    });
  const row = (more: FileRow): FileRow => ({
    partner: "Fir Direct",
    kind: "certified_heads",
    day: "2026-05-01",
    value: "7",
    source: "Training platform",
    ...more,
  });

  test("brings them with their source, the same file nothing twice, and goes again but for what was corrected", async () => {
    const file = [
      row({}),
      row({ day: "2026-06-01", value: "8" }),
      row({ kind: "managed_value", currency: "JPY" }),
    ];
    const first = await brought(file);
    expect([first.problems, first.result]).toEqual([[], { created: 3, updated: 0, unchanged: 0 }]);
    expect((await brought(file)).result).toEqual({ created: 0, updated: 0, unchanged: 3 });
    const { items } = await world
      .as("admin")
      .call(listFacts, { query: { partnerId: world.partners.fir.id } });
    const entered = items.filter((fact) => fact.source.kind === "file");
    expect(entered.map(({ kind, value, currency }) => [kind.key, value, currency])).toEqual([
      ["certified_heads", "8", null],
      ["managed_value", "7", "JPY"],
      ["certified_heads", "7", null],
    ]);
    const ofMay = { kind: "certified_heads", from: "2026-05-01", through: "2026-05-01" };
    const early = await world
      .as("admin")
      .call(listFacts, { query: { partnerId: world.partners.fir.id, ...ofMay } });
    expect(early.items.map(({ value }) => value)).toEqual(["7"]);
    expect(entered[0]?.source).toMatchObject({
      note: "Training platform",
      enteredBy: world.people["channel-manager"].name,
    });
    if (entered[0]) await correct(entered[0], { value: "9" });
    const undone = await inTx((tx) => first.staged.undo(tx));
    expect(undone.removed).toBe(2);
    expect(undone.kept).toEqual([
      { label: "Fir Direct: certified_heads of 2026-06-01", why: "Somebody has corrected it since." },
    ]);
  });

  test("says of each row what is wrong with it", async () => {
    const { problems, result } = await brought([
      row({ partner: "Nobody" }),
      row({ kind: "overdue_balance" }),
      row({ currency: "EUR" }),
      row({ value: "1.2345" }),
      row({ kind: "managed_value", currency: "JPY", value: "0.5" }),
      row({ "valid-until": "2026-05-01" }),
      row({ day: "2026-04-01" }),
      row({ day: "2026-04-01" }),
      row({ kind: "managed_value", currency: "EUR", value: "6000000000000000" }),
      row({ kind: "managed_value", currency: "EUR", value: "5000000000000000" }),
      row({ kind: "managed_value", currency: "EUR", value: "50000000000000000" }),
      row({ kind: "won_value", currency: "EUR" }),
      row({ kind: "satisfaction", value: "47" }),
      row({ value: "-1" }),
      row({ value: "2.5" }),
    ]);
    expect(problems.map((one) => [one.row, one.field, one.code])).toEqual([
      [1, "partner", "unknown"],
      [2, "currency", "no-currency"],
      [3, "currency", "no-money"],
      [4, "value", "too-many-digits"],
      [5, "value", "too-many-digits"],
      [6, "valid-until", "ends-before"],
      [8, "value", "duplicate"],
      [9, "value", "sum-too-large"],
      [10, "value", "sum-too-large"],
      [11, "value", "too-large"],
      [12, "kind", "counted-by-the-product"],
      [13, "value", "out-of-range"],
      [14, "value", "out-of-range"],
      [15, "value", "not-whole"],
    ]);
    expect(result).toEqual({ created: 1, updated: 0, unchanged: 0 });
  });
});
