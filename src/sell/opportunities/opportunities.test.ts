import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type Who, type World } from "../../../test/world/world.ts";
import {
  changeOpportunity,
  createOpportunity,
  getOpportunity,
  listOpportunities,
  listStages,
  moveOpportunity,
  type OpportunityDetail,
  opportunitySorts,
  reverseWin,
} from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });
const manager = () => world.as("channel-manager");
const path = (one: { id: string }, rest = "") => `/opportunities/${one.id}${rest}`;

/** An open opportunity of Birch's at Kvarner Marine, entered on its behalf. */
const entered = (more: object = {}) =>
  manager().call(createOpportunity, {
    body: {
      name: "Radar for the harbour",
      accountId: world.accounts.kvarner.id,
      ownerPartnerId: world.partners.birch.id,
      lines: [{ productId: world.products.gust.id }],
      reason: "Birch has no sign-in yet.",
      engagedOn: "2026-03-02",
      ...more,
    },
  });
const won = (one: OpportunityDetail, amount: string, closedOn = "2026-05-20") =>
  manager().call(moveOpportunity, {
    params: { opportunityId: one.id },
    ifMatch: one.version,
    body: { stage: "won", value: usd(amount), closedOn },
  });
const changed = (one: OpportunityDetail, body: object) =>
  manager().call(changeOpportunity, { params: { opportunityId: one.id }, ifMatch: one.version, body });
const takenBack = (one: OpportunityDetail, reason: string, amount?: string) =>
  manager().call(reverseWin, {
    params: { opportunityId: one.id },
    body: { reason, ...(amount === undefined ? {} : { amount: usd(amount) }) },
  });

const uuid = (id: string) => id.replace(/^\w+_(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})$/, "$1-$2-$3-$4-$5");

/** Won values recorded of an opportunity: what was counted from the greatest down, then what was taken away. */
async function wonValues(one: { id: string }) {
  const { rows } = await world.admin.query<{ name: string; day: string; amount: string }>(
    `select p.name, f.counts_on::text as day, f.amount_minor::text as amount from fact f
     join win w on w.id = f.source_id join partner p on p.id = f.partner_id
     where w.opportunity_id = $1 and f.kind = 'won_value' order by f.amount_minor < 0, abs(f.amount_minor) desc, p.name`,
    [uuid(one.id)],
  );
  return rows.map((row) => [row.name, row.day, row.amount]);
}
async function winsOf(one: { id: string }) {
  const { rows } = await world.admin.query<{ n: number; reversed: string; living: boolean }>(
    `select n, reversed_minor::text as reversed, reversed_at is null as living from win where opportunity_id = $1 order by n`,
    [uuid(one.id)],
  );
  return rows.map((row) => [row.n, row.reversed, row.living]);
}
async function eventsOf(one: { id: string }, who: Who) {
  const principal = await world.principal(who as "admin");
  return world.hanse.door.withPrincipal(principal, async (tx) => {
    const { rows } = await tx.client.query<{ type: string; payload: Record<string, unknown> }>(
      "select type, payload from event where subject_id = $1 order by id",
      [uuid(one.id)],
    );
    return rows;
  });
}

/** By name: the events of one act have one time. */
const typesOf = (events: { type: string }[]) => events.map((event) => event.type).sort();

describe("entering", () => {
  test("on a partner's behalf it says why, earns, and shows the partner its customer", async () => {
    const one = await entered({ value: usd("1200") });
    expect(one).toMatchObject({
      owner: { name: "Birch Sales" },
      account: { name: "Kvarner Marine" },
      stage: { key: "prospecting", meaning: "open" },
      value: usd("1200.00"),
      payBasis: "on-behalf",
      payBasisReason: "Birch has no sign-in yet.",
      products: ["Gust Basic"],
      win: null,
      reversals: [],
      can: { move: true, edit: true, reverse: false },
    });
    const seen = await world.as("birch-seller").call(getOpportunity, { params: { opportunityId: one.id } });
    expect(seen).toMatchObject({
      account: { name: "Kvarner Marine" },
      owner: { name: "Birch Sales" },
      reversals: null,
      can: { move: false, edit: false, reverse: false },
    });
    const [event] = await eventsOf(one, "birch-seller");
    expect(event?.type).toBe("opportunity.created");
    const { rows } = await world.admin.query("select on_behalf_of from event where subject_id = $1", [
      uuid(one.id),
    ]);
    expect(rows).toEqual([{ on_behalf_of: world.partners.birch.uuid }]);
  });

  test("for a partner without a reason is refused; without an owner it needs none and earns nothing", async () => {
    const body = { name: "Nobody's yet", accountId: world.accounts.kvarner.id };
    const refused = await manager().post("/opportunities", {
      ...body,
      ownerPartnerId: world.partners.birch.id,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe("/reason");
    const own = await manager().call(createOpportunity, { body });
    expect(own).toMatchObject({ owner: null, payBasis: null });
    const direct = await manager().call(createOpportunity, {
      body: { ...body, sellerId: world.people["direct-seller"].id },
    });
    expect(direct).toMatchObject({ owner: null, seller: { name: "Dina Sellner" }, payBasis: null });
    const seen = await world
      .as("direct-seller")
      .call(getOpportunity, { params: { opportunityId: direct.id } });
    expect(seen).toMatchObject({ account: { name: "Kvarner Marine" }, seller: { name: "Dina Sellner" } });
  });

  test("one that is won already takes value and day, and wins at once", async () => {
    const one = await entered({ stage: "won", value: usd("4500"), closedOn: "2026-05-20" });
    expect(one.win).toMatchObject({ n: 1, reversed: usd("0.00") });
    expect(one.lines[0]?.amount).toEqual(usd("4500.00"));
    expect(await wonValues(one)).toEqual([["Birch Sales", "2026-05-20", "450000"]]);
    expect(typesOf(await eventsOf(one, "birch-admin"))).toEqual(["opportunity.created", "opportunity.won"]);
    const without = await manager().post("/opportunities", { name: "Radar", stage: "won", value: usd("1") });
    expect(without.body.errors[0].pointer).toBe("/closedOn");
  });

  test.each<[string, object, string]>([
    ["another currency", { value: { amount: "10", currency: "EUR" } }, "/value/currency"],
    ["an amount below zero", { value: usd("-10") }, "/value/amount"],
    ["more than anybody sells", { value: usd("99999999999999") }, "/value"],
    ["a day that does not exist", { engagedOn: "2026-02-30" }, "/engagedOn"],
    ["a stage that does not exist", { stage: "dreaming" }, "/stage"],
    ["one that is lost from the start", { stage: "lost" }, "/stage"],
    ["an unknown field", { owner: "Birch" }, "/owner"],
  ])("refuses %s", async (_what, more, pointer) => {
    const answer = await manager().post("/opportunities", { name: "Radar", ...more });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  test("refuses what belongs to another vendor as what does not exist", async () => {
    const references = {
      accountId: world.accounts.southKvarner.id,
      ownerPartnerId: world.partners.ginster.id,
      sellerId: world.people["south-admin"].id,
      lines: [{ productId: world.products.southwind.id }],
    };
    for (const [field, value] of Object.entries(references)) {
      const answer = await manager().post("/opportunities", {
        name: "Radar",
        reason: "Asked.",
        [field]: value,
      });
      expect(answer.status, field).toBe(422);
    }
    const clerk = await manager().post("/opportunities", {
      name: "Radar",
      sellerId: world.people.finance.id,
    });
    expect(clerk.status).toBe(422);
  });

  test("the same external id twice is refused", async () => {
    await entered({ externalId: "CRM-7" });
    const again = await manager().post("/opportunities", { name: "Radar", externalId: "CRM-7" });
    expect(again.body).toMatchObject({
      status: 409,
      type: "already-exists",
      errors: [{ pointer: "/externalId", message: "Another opportunity goes by the id CRM-7." }],
    });
  });
});

describe("moving", () => {
  test("to won spreads the value over the lines and counts it on the day of close", async () => {
    const lines = [{ productId: world.products.gust.id, quantity: 2 }, { productId: world.products.gale.id }];
    const one = await won(await entered({ lines }), "1000", "2026-04-01");
    expect(one).toMatchObject({ stage: { meaning: "won" }, value: usd("1000.00"), closedOn: "2026-04-01" });
    // 2 × 550 against 3,393.
    expect(one.lines.map((line) => line.amount?.amount)).toEqual(["244.83", "755.17"]);
    expect(await wonValues(one)).toEqual([["Birch Sales", "2026-04-01", "100000"]]);
  });

  test("to won spreads the value by list prices in its own currency alone", async () => {
    const listed = async (name: string, otherPrices: object[]) => {
      const listPrice = { amount: "9000", currency: "EUR" };
      const product = await world
        .as("admin")
        .post("/products", { name, series: "GTX", listPrice, otherPrices });
      return { productId: product.body.id };
    };
    const lines = [
      { productId: world.products.gust.id },
      await listed("Also in dollars", [usd("1650")]),
      await listed("In euro alone", []),
    ];
    const one = await won(await entered({ lines }), "1000");
    expect(one.lines.map((line) => line.amount?.amount)).toEqual(["250.00", "750.00", "0.00"]);
  });

  test.each<[string, object, string]>([
    ["without a value", { closedOn: "2026-05-20" }, "/value"],
    ["without a day", { value: usd("5") }, "/closedOn"],
    ["tomorrow", { value: usd("5"), closedOn: "2026-06-16" }, "/closedOn"],
    ["before it was engaged", { value: usd("5"), closedOn: "2026-03-01" }, "/closedOn"],
  ])("to won %s is refused and changes nothing", async (_what, said, pointer) => {
    const one = await entered();
    const answer = await manager().post(
      path(one, "/stage"),
      { stage: "won", ...said },
      { ifMatch: one.version },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(await manager().call(getOpportunity, { params: { opportunityId: one.id } })).toEqual(one);
  });

  test("to lost needs a reason, which its partner can read", async () => {
    const one = await entered();
    const without = await manager().post(path(one, "/stage"), { stage: "lost" }, { ifMatch: one.version });
    expect(without.body.errors[0].pointer).toBe("/reason");
    const lost = await manager().call(moveOpportunity, {
      params: { opportunityId: one.id },
      ifMatch: one.version,
      body: { stage: "lost", reason: "They chose to wait." },
    });
    expect(lost).toMatchObject({
      stage: { meaning: "lost" },
      closedOn: "2026-06-15",
      lostReason: "They chose to wait.",
    });
    const events = await eventsOf(one, "birch-seller");
    expect(events.at(-1)).toMatchObject({
      type: "opportunity.lost",
      payload: { reason: "They chose to wait." },
    });
  });

  test("out of won takes the win back; won again is a second win", async () => {
    const one = await won(await entered(), "1000");
    const without = await manager().post(
      path(one, "/stage"),
      { stage: "engaging" },
      { ifMatch: one.version },
    );
    expect(without.body.errors[0].pointer).toBe("/reason");
    const again = await manager().call(moveOpportunity, {
      params: { opportunityId: one.id },
      ifMatch: one.version,
      body: { stage: "engaging", reason: "The order was not signed." },
    });
    expect(again).toMatchObject({ closedOn: null, win: null, value: usd("1000.00") });
    expect(again.reversals).toMatchObject([{ n: 1, amount: usd("1000.00"), reversedOn: "2026-06-15" }]);
    const second = await won(again, "1100", "2026-06-10");
    expect(second.win?.n).toBe(2);
    expect(await winsOf(one)).toEqual([
      [1, "100000", false],
      [2, "0", true],
    ]);
    expect(await wonValues(one)).toEqual([
      ["Birch Sales", "2026-06-10", "110000"],
      ["Birch Sales", "2026-05-20", "100000"],
      ["Birch Sales", "2026-06-15", "-100000"],
    ]);
    expect(typesOf(await eventsOf(one, "birch-admin"))).toEqual([
      "opportunity.created",
      "opportunity.moved",
      "opportunity.reversed",
      "opportunity.won",
      "opportunity.won",
    ]);
  });

  test("with an old version, or to where it is, changes nothing", async () => {
    const one = await entered();
    const moved = await manager().call(moveOpportunity, {
      params: { opportunityId: one.id },
      ifMatch: one.version,
      body: { stage: "engaging" },
    });
    const old = await manager().post(path(one, "/stage"), { stage: "engaging" }, { ifMatch: one.version });
    expect(old.body).toMatchObject({ status: 409, type: "version-mismatch" });
    const there = await manager().post(
      path(one, "/stage"),
      { stage: "engaging" },
      { ifMatch: moved.version },
    );
    expect(there.body).toMatchObject({ status: 409, type: "already-there" });
    const none = await manager().post(path(one, "/stage"), { stage: "engaging" });
    expect(none.status).toBe(428);
  });
});

describe("changing after a win", () => {
  test("the value moves lines and won value, and marks the win for the runs", async () => {
    const one = await won(await entered(), "1000");
    world.clock.advance({ hours: 1 });
    const higher = await changed(one, { value: usd("1500") });
    expect(higher.lines[0]?.amount).toEqual(usd("1500.00"));
    expect(await wonValues(one)).toEqual([
      ["Birch Sales", "2026-05-20", "100000"],
      ["Birch Sales", "2026-06-15", "50000"],
    ]);
    const { rows } = await world.admin.query(
      "select changed_at > recorded_at as later from win where opportunity_id = $1",
      [uuid(one.id)],
    );
    expect(rows).toEqual([{ later: true }]);
    const events = await eventsOf(one, "birch-seller");
    expect(events.at(-1)?.payload).toMatchObject({
      changes: [{ field: "value", from: "1000.00 USD", to: "1500.00 USD" }],
    });
  });

  test("another owner takes the won value over; each side reads of its own part alone", async () => {
    const one = await won(await entered(), "1000");
    const moved = await changed(one, {
      ownerPartnerId: world.partners.elm.id,
      accountId: world.accounts.ridge.id,
      reason: "Elm signed the order.",
    });
    expect(moved.owner?.name).toBe("Elm Agency");
    expect(await wonValues(one)).toEqual([
      ["Birch Sales", "2026-05-20", "100000"],
      ["Elm Agency", "2026-06-15", "100000"],
      ["Birch Sales", "2026-06-15", "-100000"],
    ]);
    expect((await world.as("birch-admin").get(path(one))).status).toBe(404);
    const seen = await world.as("elm-admin").call(getOpportunity, { params: { opportunityId: one.id } });
    expect(seen).toMatchObject({ account: { name: "Ridge Telecom" }, win: { n: 1 } });
    const [birch, elm] = [await eventsOf(one, "birch-admin"), await eventsOf(one, "elm-admin")];
    expect(JSON.stringify(birch)).not.toMatch(/Elm|Ridge/);
    expect(JSON.stringify(elm)).not.toMatch(/Birch|Kvarner/);
    expect(birch.at(-1)?.payload).toMatchObject({
      changes: [{ field: "owner", from: "Birch Sales", to: null }],
    });
    expect(elm.at(-1)?.payload).toMatchObject({ reason: "Elm signed the order." });
  });

  test("a direct deal that comes to a partner earns, with a reason", async () => {
    const one = await manager().call(createOpportunity, {
      body: { name: "Direct", sellerId: world.people["direct-seller"].id },
    });
    const given = { ownerPartnerId: world.partners.birch.id };
    const refused = await manager().patch(path(one), given, { ifMatch: one.version });
    expect(refused.body.errors[0].pointer).toBe("/reason");
    const birchs = await changed(one, { ...given, reason: "Birch brought it." });
    expect(birchs).toMatchObject({ seller: null, owner: { name: "Birch Sales" }, payBasis: "on-behalf" });
    expect((await world.as("direct-seller").get(path(one))).status).toBe(404);
  });

  test("other lines share the value anew", async () => {
    const one = await won(await entered(), "100");
    const lines = [
      { productId: world.products.gust.id, amount: usd("30") },
      { productId: world.products.gale.id, amount: usd("60") },
    ];
    const other = await changed(one, { lines });
    expect(other.lines.map((line) => line.amount?.amount)).toEqual(["33.33", "66.67"]);
    expect(await wonValues(one)).toHaveLength(1);
  });

  test("another day of close moves no won value; a change of nothing is no change", async () => {
    const one = await won(await entered(), "100");
    const other = await changed(one, { closedOn: "2026-04-30" });
    expect(other.closedOn).toBe("2026-04-30");
    expect(await wonValues(one)).toHaveLength(1);
    expect(await changed(other, { closedOn: "2026-04-30", name: other.name })).toEqual(other);
  });

  test.each<[string, object]>([
    ["no value", { value: null }],
    ["a day in the future", { closedOn: "2026-07-01" }],
    ["both a partner and a seller", { ownerPartnerId: "birch", sellerId: "direct" }],
  ])("refuses %s", async (_what, change) => {
    const one = await won(await entered(), "100");
    const body = {
      ...change,
      ...("sellerId" in change
        ? { ownerPartnerId: world.partners.birch.id, sellerId: world.people["direct-seller"].id }
        : {}),
    };
    expect((await manager().patch(path(one), body, { ifMatch: one.version })).status).toBe(422);
  });
});

describe("taking a win back", () => {
  test("in part leaves it won; the rest of it makes it lost", async () => {
    const one = await won(await entered(), "1000");
    const part = await takenBack(one, "Two units came back.", "400");
    expect(part).toMatchObject({
      stage: { meaning: "won" },
      value: usd("1000.00"),
      win: { reversed: usd("400.00") },
    });
    const seen = await world.as("birch-seller").call(getOpportunity, { params: { opportunityId: one.id } });
    expect(seen.win?.reversed).toEqual(usd("400.00"));
    const below = await manager().patch(path(one), { value: usd("400") }, { ifMatch: part.version });
    expect(below.body.errors[0].pointer).toBe("/value");
    const all = await takenBack(part, "The customer went bankrupt.");
    expect(all).toMatchObject({
      stage: { meaning: "lost" },
      win: null,
      lostReason: "The customer went bankrupt.",
      closedOn: "2026-06-15",
    });
    expect(all.reversals?.map((one) => one.amount.amount)).toEqual(["600.00", "400.00"]);
    expect(await winsOf(one)).toEqual([[1, "100000", false]]);
    expect(await wonValues(one)).toEqual([
      ["Birch Sales", "2026-05-20", "100000"],
      ["Birch Sales", "2026-06-15", "-60000"],
      ["Birch Sales", "2026-06-15", "-40000"],
    ]);
    const told = (await eventsOf(one, "birch-seller")).filter(
      (event) => event.type === "opportunity.reversed",
    );
    expect(told.map((event) => event.payload)).toMatchObject([
      { amount: usd("400.00"), left: usd("600.00"), reason: "Two units came back." },
      { amount: usd("600.00"), left: usd("0.00"), reason: "The customer went bankrupt." },
    ]);
  });

  test("a win of nothing can be taken back too", async () => {
    const one = await takenBack(await won(await entered(), "0"), "Entered by mistake.");
    expect(one.reversals).toMatchObject([{ amount: usd("0.00"), reason: "Entered by mistake." }]);
  });

  test("never takes more than is left, even two at once", async () => {
    const one = await won(await entered(), "1000");
    const more = await manager().post(
      path(one, "/reversal"),
      { amount: usd("1000.01"), reason: "Too much." },
      { idempotencyKey: randomUUID() },
    );
    expect(more.body.detail).toBe("No more than 1000.00 USD is left of the win.");
    const take = (who: Who) =>
      world
        .as(who)
        .post(
          path(one, "/reversal"),
          { amount: usd("700"), reason: "Returned." },
          { idempotencyKey: randomUUID() },
        );
    const answers = await Promise.all([
      take("admin"),
      take("channel-manager"),
      take("admin"),
      take("channel-manager"),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422, 422]);
    expect(await winsOf(one)).toEqual([[1, "70000", true]]);
    expect((await wonValues(one)).map(([, , amount]) => amount)).toEqual(["100000", "-70000"]);
  });

  test("once per key, and only of what is won", async () => {
    const one = await won(await entered(), "1000");
    const key = randomUUID();
    const body = { amount: usd("10"), reason: "Returned." };
    const [first, second] = [
      await manager().post(path(one, "/reversal"), body, { idempotencyKey: key }),
      await manager().post(path(one, "/reversal"), body, { idempotencyKey: key }),
    ];
    expect(second.body).toEqual(first.body);
    expect(await winsOf(one)).toEqual([[1, "1000", true]]);
    const open = await entered();
    const none = await manager().post(path(open, "/reversal"), body, { idempotencyKey: randomUUID() });
    expect(none.body).toMatchObject({ status: 409, type: "not-won" });
  });

  test("a change and a reversal at the same time do not lose each other", async () => {
    const one = await won(await entered(), "1000");
    const [reversal, change] = await Promise.all([
      manager().post(
        path(one, "/reversal"),
        { amount: usd("100"), reason: "Returned." },
        { idempotencyKey: randomUUID() },
      ),
      world.as("admin").patch(path(one), { value: usd("900") }, { ifMatch: one.version }),
    ]);
    expect(reversal.status).toBe(200);
    const now = await manager().call(getOpportunity, { params: { opportunityId: one.id } });
    expect(now.win?.reversed).toEqual(usd("100.00"));
    expect(now.value).toEqual(change.status === 200 ? usd("900.00") : usd("1000.00"));
    const sum = (await wonValues(one)).reduce((total, [, , amount]) => total + Number(amount), 0);
    expect(sum).toBe(change.status === 200 ? 80_000 : 90_000);
  });
});

describe("reading", () => {
  const ids = (answer: { items: { id: string }[] }) => answer.items.map((one) => one.id);

  test("each sees their own: staff all, a seller theirs, a master its agents', an agent its own", async () => {
    const fresh = await createWorld();
    try {
      const namesOf = async (who: Who) =>
        (await fresh.as(who).call(listOpportunities, { query: { limit: 200 } })).items.map((one) => one.name);
      const inNordwind = Object.values(fresh.opportunities).filter((one) => one.vendor === "nordwind");
      expect((await namesOf("finance")).sort()).toEqual(inNordwind.map((one) => one.name).sort());
      expect((await namesOf("direct-seller")).sort()).toEqual(["Direct: new line", "Direct: replacement"]);
      const of = (...partners: string[]) =>
        inNordwind.filter((one) => partners.includes(one.partner ?? "")).map((one) => one.name);
      expect((await namesOf("alpine-seller")).sort()).toEqual(of("alpine", "birch", "cedar").sort());
      expect((await namesOf("birch-earnings")).sort()).toEqual(of("birch").sort());
      expect(await namesOf("south-admin")).toHaveLength(2);
      const rows = (await fresh.as("birch-seller").call(listOpportunities, { query: { search: "kvarner" } }))
        .items;
      expect(rows.map((one) => one.account?.name)).toEqual(["Kvarner Marine", "Kvarner Marine"]);
      expect(
        (await fresh.as("birch-seller").get(`/opportunities/${fresh.opportunities.cedarWon.id}`)).status,
      ).toBe(404);
    } finally {
      await fresh.close();
    }
  });

  test("filters narrow it, alone and together", async () => {
    const one = await won(
      await entered({ name: "Needle in the hay", externalId: "HAY-1" }),
      "123456",
      "2026-04-17",
    );
    const found = async (query: Record<string, string>) =>
      ids(await manager().call(listOpportunities, { query }));
    expect(await found({ search: "needle" })).toEqual([one.id]);
    expect(await found({ search: "hay-1" })).toEqual([one.id]);
    expect(await found({ search: "%" })).toEqual([]);
    expect(await found({ closedFrom: "2026-04-17", closedUntil: "2026-04-17" })).toEqual([one.id]);
    expect(await found({ search: "needle", meaning: "lost" })).toEqual([]);
    expect(await found({ search: "needle", stage: "won", meaning: "won" })).toEqual([one.id]);
    expect(await found({ search: "needle", ownerPartnerId: world.partners.birch.id })).toEqual([one.id]);
    expect(await found({ search: "needle", ownerPartnerId: world.partners.cedar.id })).toEqual([]);
    expect(await found({ search: "needle", accountId: world.accounts.kvarner.id })).toEqual([one.id]);
    expect(await found({ search: "needle", productId: world.products.gust.id })).toEqual([one.id]);
    expect(await found({ search: "needle", productId: world.products.gale.id })).toEqual([]);
    expect(await found({ sellerId: world.people["direct-seller"].id, search: "direct: new" })).toHaveLength(
      1,
    );
    expect((await manager().get("/opportunities?closedFrom=2026-02-30")).status).toBe(422);
    const ahead = await entered({ name: "Radar in spring", expectedCloseOn: "2027-03-31" });
    expect(await found({ expectedFrom: "2027-03-31", expectedUntil: "2027-03-31" })).toEqual([ahead.id]);
    expect(await found({ expectedFrom: "2027-04-01" })).toEqual([]);
    expect((await manager().get("/opportunities?expectedUntil=2027-02-30")).status).toBe(422);
  });

  test("pages in any order show each once", async () => {
    const all = ids(await manager().call(listOpportunities, { query: { limit: 200 } }));
    for (const sort of opportunitySorts) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await manager().call(listOpportunities, {
          query: { sort, limit: 7, ...(cursor ? { cursor } : {}) },
        });
        seen.push(...ids(page));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size, sort).toBe(all.length);
      expect(seen.length, sort).toBe(all.length);
    }
    for (const sort of ["expectedCloseOn", "-expectedCloseOn"] as const) {
      const first = await manager().call(listOpportunities, { query: { sort, limit: 1 } });
      expect(first.items[0]?.expectedCloseOn, `${sort} begins with what has a day`).not.toBeNull();
    }
    const dearest = await manager().call(listOpportunities, { query: { sort: "-value", limit: 2 } });
    expect(dearest.items.map((one) => one.value?.amount)).toEqual(["130000.00", "123456.00"]);
  });

  test("the file holds the same rows", async () => {
    const file = await world.as("birch-admin").get("/opportunities.csv?search=kvarner");
    const [head, ...lines] = file.text.trimEnd().split("\r\n");
    expect(head).toContain("externalId,name,account,partner");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.includes("Kvarner Marine") && line.includes("Birch Sales"))).toBe(true);
  });

  test("the stages are in the vendor's order", async () => {
    const stages = await world.as("birch-seller").call(listStages);
    expect(stages.items.map((one) => one.key)).toEqual(["prospecting", "engaging", "won", "lost"]);
  });

  test("only those who manage opportunities change them", async () => {
    const one = await won(await entered(), "10");
    for (const who of [
      "finance",
      "finance-controller",
      "direct-seller",
      "birch-admin",
      "alpine-admin",
    ] as const) {
      const asked = [
        await world.as(who).post("/opportunities", { name: "Radar" }),
        await world.as(who).patch(path(one), { name: "Mine" }, { ifMatch: one.version }),
        await world
          .as(who)
          .post(path(one, "/stage"), { stage: "engaging", reason: "No." }, { ifMatch: one.version }),
        await world.as(who).post(path(one, "/reversal"), { reason: "No." }, { idempotencyKey: randomUUID() }),
      ];
      expect(
        asked.map((answer) => answer.status),
        who,
      ).toEqual([403, 403, 403, 403]);
    }
    expect(
      (await world.as("south-admin").patch(path(one), { name: "Mine" }, { ifMatch: one.version })).status,
    ).toBe(404);
  });
});
