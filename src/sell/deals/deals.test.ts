import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposeOverride } from "#ecosystem/overrides/contract.ts";
import { addLocation } from "#ecosystem/places/contract.ts";
import { defaultTrack } from "#ecosystem/programs/contract.ts";
import type { Client } from "../../../test/world/client.ts";
import { closeRegistrations } from "../../../test/world/played.ts";
import { race } from "../../../test/world/race.ts";
import { program } from "../../../test/world/seed.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { getOpportunity, moveOpportunity } from "../opportunities/contract.ts";
import {
  answerDeal,
  approveDeal,
  askDeal,
  beginDeal,
  changeDeal,
  type DealDetail,
  getDeal,
  getDealCase,
  listDeals,
  rejectDeal,
  submitDeal,
  tellDecision,
  undoDecision,
  withdrawDeal,
} from "./contract.ts";
import { keepTime } from "./server/clock.ts";
import { isGenuine } from "./server/receipt.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A registration that is complete, as a partner writes it. */
const written = (customerName: string, more: object = {}) => ({
  customerName,
  customerCountry: "NO",
  expectedCloseOn: "2026-09-01",
  lines: [{ productId: world.products.gust.id, quantity: 10 }],
  ...more,
});
async function submitted(client: Client, customerName: string, more: object = {}) {
  const draft = await client.call(beginDeal, { body: written(customerName, more) });
  return client.call(submitDeal, { params: { dealId: draft.id }, ifMatch: draft.version });
}
async function standing(deal: Pick<DealDetail, "id">): Promise<string[]> {
  const found = await world.admin.query<{ state: string }>(
    "select distinct state from registration_claim where 'deal_' || replace(registration_id::text, '-', '') = $1",
    [deal.id],
  );
  return found.rows.map((row) => row.state);
}

describe("a draft", () => {
  test("is its partner's own: not its master agent's, not the vendor's, nobody's else", async () => {
    const draft = await world.as("birch-seller").call(beginDeal, { body: written("Draft & Sons") });
    expect(draft).toMatchObject({ state: "draft", number: null, value: { amount: "5500.00" } });
    for (const who of ["alpine-admin", "channel-manager", "cedar-admin"] as const) {
      expect((await world.as(who).get(`/deals/${draft.id}`)).status, who).toBe(404);
      const { items } = await world.as(who).call(listDeals, { query: { search: "Draft & Sons" } });
      expect(items, who).toEqual([]);
    }
    expect((await world.as("birch-admin").call(getDeal, { params: { dealId: draft.id } })).id).toBe(draft.id);
  });

  test("says which amounts are the list's, so that they can follow the quantity, and which are one's own", async () => {
    const gust = { productId: world.products.gust.id, quantity: 2 };
    const own = { amount: { amount: "900.00", currency: "USD" } };
    const body = written("Listed & Sons", { lines: [gust, { ...gust, ...own }] });
    const { lines } = await world.as("birch-seller").call(beginDeal, { body });
    expect(lines.map(({ amount, listed }) => [amount?.amount, listed])).toEqual([
      ["1100.00", true],
      ["900.00", false],
    ]);
  });

  test("takes the list price in the currency that it counts in, and none where there is only another", async () => {
    const listed = async (name: string, listPrice: object | null, otherPrices: object[]) => {
      const body = { name, series: "GTX", listPrice, otherPrices };
      const product: { id: string } = (await world.as("admin").post("/products", body)).body;
      return { productId: product.id, quantity: 2 };
    };
    const usd = { amount: "120.00", currency: "USD" };
    const eur = { amount: "110.00", currency: "EUR" };
    const lines = [
      await listed("First in euro", eur, [usd]),
      await listed("Only in euro", eur, []),
      await listed("Beside in euro", usd, [eur]),
    ];
    const deal = await world.as("birch-seller").call(beginDeal, { body: written("Euro & Sons", { lines }) });
    expect(deal.lines.map(({ amount, listed }) => [amount, listed])).toEqual([
      [{ amount: "240.00", currency: "USD" }, true],
      [null, false],
      [{ amount: "240.00", currency: "USD" }, true],
    ]);
  });

  test("that is not complete stays one, and says what is missing where", async () => {
    const client = world.as("birch-seller");
    const draft = await client.call(beginDeal, { body: { customerWebsite: "co.uk", contactName: "Kari" } });
    const answer = await client.post(`/deals/${draft.id}/submission`, {}, { ifMatch: draft.version });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: [
        { pointer: "/customerName" },
        { pointer: "/customerCountry" },
        { pointer: "/lines" },
        { pointer: "/expectedCloseOn" },
        { pointer: "/customerWebsite" },
        { pointer: "/contactNoticeVersion" },
      ],
    });
    expect(await client.call(getDeal, { params: { dealId: draft.id } })).toMatchObject({ state: "draft" });
  });
});

describe("a submission", () => {
  test("is numbered for each partner apart, and its receipt holds", async () => {
    const one = await submitted(world.as("birch-seller"), "Number One");
    const two = await submitted(world.as("birch-admin"), "Number Two");
    const other = await submitted(world.as("cedar-admin"), "Number Three");
    expect(two.deal.number).toBe((one.deal.number ?? 0) + 1);
    expect(other.deal.number).toBe(1);
    expect(isGenuine(one.receipt)).toBe(true);
    expect(isGenuine({ ...one.receipt, document: one.receipt.document.replace("One", "Two") })).toBe(false);
    expect(JSON.parse(one.receipt.document)).toMatchObject({
      number: one.deal.number,
      customer: { name: "Number One" },
      partner: { name: "Birch Sales" },
    });
  });

  test("is answered by what is read afterwards", async () => {
    for (const who of ["birch-seller", "fir-admin"] as const) {
      const { deal } = await submitted(world.as(who), "The Same Twice");
      expect(await world.as(who).call(getDeal, { params: { dealId: deal.id } })).toEqual(deal);
    }
  });

  test("starts the vendor's clocks by its business days", async () => {
    const { deal } = await submitted(world.as("birch-seller"), "Clockwork");
    expect(deal).toMatchObject({
      submittedAt: "2026-06-15T09:00:00Z",
      answerDueAt: "2026-06-16T17:00:00Z",
      decisionDueAt: "2026-06-19T17:00:00Z",
    });
  });

  test("takes the place, and the next one waits without knowing", async () => {
    const first = await submitted(world.as("birch-seller"), "Twice Asked GmbH");
    const second = await submitted(world.as("elm-admin"), "twice asked");
    expect(await standing(first.deal)).toEqual(["holding"]);
    expect(await standing(second.deal)).toEqual(["waiting"]);
    const shape = ({ deal }: typeof first) => ({
      ...deal,
      id: "",
      number: 0,
      partner: null,
      customer: null,
      submittedBy: null,
    });
    expect(shape(second)).toEqual(shape(first));
  });
});

test("of any number at once exactly one holds", async () => {
  const clients = ["birch-seller", "cedar-admin", "elm-admin", "fir-admin"] as const;
  const drafts = await Promise.all(
    Array.from({ length: 16 }, async (_, index) => {
      const client = world.as(clients[index % clients.length] ?? "fir-admin");
      return {
        client,
        draft: await client.call(beginDeal, {
          body: written("Race Ltd", { customerWebsite: "race.example.com" }),
        }),
      };
    }),
  );
  const done = await race(drafts.length, async (index) => {
    const one = drafts[index];
    if (one === undefined) throw new Error("No draft.");
    return one.client.call(submitDeal, { params: { dealId: one.draft.id }, ifMatch: one.draft.version });
  });
  const standings = await Promise.all(done.map((one) => standing(one.deal)));
  expect(standings.filter(([state]) => state === "holding")).toHaveLength(1);
  expect(standings.filter(([state]) => state === "waiting")).toHaveLength(15);
});

describe("a decision", () => {
  const manager = () => world.as("channel-manager");
  const read = (client: Client, deal: Pick<DealDetail, "id">) =>
    client.call(getDeal, { params: { dealId: deal.id } });

  test("is told after its time, and can be taken back until then", async () => {
    const seller = world.as("birch-seller");
    const { deal } = await submitted(seller, "Undo Works");
    const params = { dealId: deal.id };
    await manager().call(rejectDeal, {
      params,
      ifMatch: deal.version,
      body: { reasonKey: "not-eligible", reason: "Not one of ours." },
    });
    expect(await read(seller, deal)).toEqual(deal);
    await manager().call(undoDecision, { params });
    world.clock.advance({ minutes: 2 });
    await keepTime(world.hanse.door, (await world.principal("channel-manager")).vendor);
    expect((await read(seller, deal)).state).toBe("submitted");
  });

  test("to approve gives protection, one opportunity, and its win closes it", async () => {
    const seller = world.as("birch-seller");
    const { deal } = await submitted(seller, "Approve Me", { project: "Plant" });
    const params = { dealId: deal.id };
    await manager().call(approveDeal, { params, ifMatch: deal.version, body: {} });
    await manager().call(tellDecision, { params });
    const approved = await read(seller, deal);
    expect(approved).toMatchObject({
      state: "approved",
      protection: { kind: "exclusive", series: ["GTX"] },
      opportunity: { name: "Approve Me: Plant" },
      decisionDueAt: null,
    });
    const opportunityId = approved.opportunity?.id ?? "";
    const sale = await manager().call(getOpportunity, { params: { opportunityId } });
    expect(sale).toMatchObject({ owner: { id: world.partners.birch.id }, payBasis: "registration" });
    await manager().call(moveOpportunity, {
      params: { opportunityId },
      ifMatch: sale.version,
      body: { stage: "won", value: { amount: "5500.00", currency: "USD" }, closedOn: "2026-06-15" },
    });
    await closeRegistrations(world);
    expect(await read(seller, deal)).toMatchObject({ state: "closed", closedAs: "won" });
    expect(await standing(deal)).toEqual(["released"]);
  });

  test("protects for the days of the customer's country, and says which level they came from", async () => {
    const override = (days: number, key: string, reason: string) =>
      world.as("admin").call(proposeOverride, {
        params: { programId: program.id },
        body: {
          scope: { kind: "country", key },
          parameter: "protection-days",
          value: { kind: "days", days },
          reason,
          from: "2026-06-15",
          until: "2027-01-01",
        },
      });
    const kept = world.clock.now();
    world.clock.set("2026-06-15T09:00:00Z");
    await override(120, "SE", "Public buyers take longer there.");
    const seller = world.as("birch-seller");
    const approve = async (customerName: string, more: object, body = {}) => {
      const { deal } = await submitted(seller, customerName, more);
      const params = { dealId: deal.id };
      expect((await read(seller, deal)).protectionDays).toBeNull();
      await manager().call(approveDeal, { params, ifMatch: deal.version, body });
      expect((await read(seller, deal)).protectionDays).toBeNull();
      await manager().call(tellDecision, { params });
      return read(seller, deal);
    };
    const lasts = (deal: DealDetail) =>
      Temporal.Instant.from(deal.protection?.from ?? "")
        .until(deal.protection?.until ?? "")
        .total("days");
    const swedish = await approve("Malmo Pumps", { customerCountry: "SE" });
    expect(lasts(swedish)).toBe(120);
    expect(swedish.protectionDays).toEqual({
      days: 120,
      globalDays: 90,
      place: { kind: "country", key: "SE", label: "SE", reason: "Public buyers take longer there." },
      program: { name: "agent-tiers", level: null, counts: "customer-site" },
      passedOver: [],
      byHand: false,
    });
    const norwegian = await approve("Bergen Pumps", {});
    expect(lasts(norwegian)).toBe(90);
    const byTheRules = {
      days: 90,
      globalDays: 90,
      place: null,
      program: null,
      passedOver: [],
      byHand: false,
    };
    expect(norwegian.protectionDays).toEqual(byTheRules);
    const chosen = await approve("Lund Pumps", { customerCountry: "SE" }, { protectedUntil: "2026-07-15" });
    expect(chosen.protectionDays).toMatchObject({ days: 30, byHand: true });
    const asRuled = await approve(
      "Kalmar Pumps",
      { customerCountry: "SE" },
      { protectedUntil: "2026-10-13" },
    );
    expect(asRuled.protectionDays).toMatchObject({ days: 120, byHand: false });
    world.clock.set(kept.toString());
  });

  test("protects by where the partner contracts, and by its level, where its programs say so", async () => {
    const { nordwind } = world.vendors;
    const terms = (more: object) => JSON.stringify(more);
    const bySite = { dealRules: "customer-site", tiers: "contracting-entity", funds: "paying-entity" };
    const says = (more: object) =>
      world.admin.query("update program_version set terms = terms || $1::jsonb where program_id = $2", [
        terms(more),
        program.uuid,
      ]);
    const track = (protectionDays: number) => ({
      tracks: [{ ...defaultTrack(), tiers: { Silver: { protectionDays } } }],
    });
    const days = async (customerName: string, customerCountry: string) => {
      const { deal } = await submitted(world.as("fir-admin"), customerName, { customerCountry });
      return (await manager().call(getDealCase, { params: { dealId: deal.id } })).protectionDays;
    };
    await world.admin.query(
      "update program_override set effective_from = '2026-01-01', holds_from = '2026-01-01'",
    );
    await says({ counts: { ...bySite, dealRules: "contracting-entity" } });
    expect(await days("Stockholm Tools", "SE")).toMatchObject({ days: 90, program: null });
    await world.as("admin").call(addLocation, {
      params: { partnerId: world.partners.fir.id },
      body: { name: "Stockholm", country: "SE" },
    });
    expect(await days("Oslo Tools", "NO")).toMatchObject({
      days: 120,
      place: { kind: "country", key: "SE" },
      program: { name: "agent-tiers", counts: "contracting-entity" },
    });
    // A second program gives its level more; what is said nearest to the deal counts all the same.
    const second = "019b7000-0000-7000-8000-00000000d0d0";
    await world.admin.query(
      `insert into program (vendor_id, id, name, created_at, first_published_at) values ($1, $2, 'Services', now(), now())`,
      [nordwind.uuid, second],
    );
    await world.admin.query(
      `insert into program_version (vendor_id, id, program_id, version, effective_from, terms, ladder, published_by, published_at)
       select vendor_id, gen_random_uuid(), $1, version, effective_from,
         terms || $2::jsonb, ladder, published_by, published_at from program_version where program_id = $3`,
      [second, terms({ label: "Services", counts: bySite, ...track(200) }), program.uuid],
    );
    expect(await days("Bergen Tools", "NO")).toMatchObject({
      days: 120,
      passedOver: [{ program: "Services", days: 200 }],
    });
    await world.admin.query("delete from program_override");
    await says(track(150));
    expect(await days("Narvik Tools", "NO")).toEqual({
      days: 200,
      globalDays: 200,
      place: null,
      program: { name: "Services", level: "Silver", counts: "customer-site" },
      passedOver: [{ program: "agent-tiers", days: 150 }],
    });
    await world.admin.query("delete from program_version where program_id = $1", [second]);
    await world.admin.query("delete from program where id = $1", [second]);
    await says({ counts: bySite, tracks: [defaultTrack()] });
  });

  test("on the first lets the second move up by itself", async () => {
    const first = await submitted(world.as("birch-seller"), "Next Please");
    const second = await submitted(world.as("elm-admin"), "Next Please Ltd");
    const refused = await manager().post(
      `/deals/${second.deal.id}/approval`,
      {},
      { ifMatch: second.deal.version },
    );
    expect(refused).toMatchObject({ status: 409, body: { type: "waits" } });
    await world.as("birch-seller").call(withdrawDeal, { params: { dealId: first.deal.id }, body: {} });
    expect(await standing(first.deal)).toEqual(["released"]);
    expect(await standing(second.deal)).toEqual(["holding"]);
    await manager().call(approveDeal, {
      params: { dealId: second.deal.id },
      ifMatch: second.deal.version,
      body: {},
    });
  });

  test("of two at once is one", async () => {
    const { deal } = await submitted(world.as("fir-admin"), "Two Deciders");
    const answers = await race(2, (index) =>
      index === 0
        ? manager().post(`/deals/${deal.id}/approval`, {}, { ifMatch: deal.version })
        : manager().post(
            `/deals/${deal.id}/rejection`,
            { reasonKey: "incomplete", reason: "Too little." },
            { ifMatch: deal.version },
          ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(
      [201, 409].map((n) => (n === 201 ? 200 : n)),
    );
  });

  test("waits while the partner has the ball, and the clock with it", async () => {
    const seller = world.as("cedar-admin");
    const { deal } = await submitted(seller, "Ball Games");
    const asked = await manager().call(askDeal, {
      params: { dealId: deal.id },
      body: { question: "Which plant?" },
    });
    expect(asked).toMatchObject({ state: "needs-information", decisionDueAt: null, answerDueAt: null });
    const left = deal.decisionDueAt;
    world.clock.advance({ hours: 48 });
    const [question] = (await read(seller, deal)).questions;
    const answered = await seller.call(answerDeal, {
      params: { dealId: deal.id, questionId: question?.id ?? "" },
      body: { answer: "The one in Halden." },
    });
    expect(answered.state).toBe("in-review");
    expect(Temporal.Instant.compare(answered.decisionDueAt ?? "", left ?? "")).toBe(1);
  });
});

test("what a channel manager enters in a partner's place is marked so on both sides", async () => {
  const manager = world.as("channel-manager");
  const partnerId = world.partners.birch.id;
  const refused = await manager.post("/deals", { ...written("On Behalf Ltd"), partnerId });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/reason" }] } });
  const draft = await manager.call(beginDeal, {
    body: { ...written("On Behalf Ltd"), partnerId, reason: "They told us on the phone." },
  });
  const { deal, receipt } = await manager.call(submitDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
  });
  expect(JSON.parse(receipt.document)).toMatchObject({ onBehalf: true, partner: { name: "Birch Sales" } });
  for (const who of ["birch-seller", "channel-manager"] as const) {
    const client = world.as(who);
    const seen = await client.call(getDeal, { params: { dealId: deal.id } });
    expect(seen, who).toMatchObject({ onBehalf: true, onBehalfReason: "They told us on the phone." });
    const { items } = await client.call(listDeals, { query: { search: "On Behalf Ltd" } });
    expect(
      items.map(({ onBehalf }) => onBehalf),
      who,
    ).toEqual([true]);
  }
  const acted = await world.admin.query<{ on_behalf_of: string | null }>(
    "select on_behalf_of from event where type = 'deal.submitted' and payload->>'customer' = 'On Behalf Ltd'",
  );
  expect(acted.rows).toEqual([{ on_behalf_of: world.partners.birch.uuid }]);
  const own = await submitted(world.as("birch-seller"), "Own Account Ltd");
  expect(own.deal.onBehalf).toBe(false);
  const touched = await manager.post(`/deals/${own.deal.id}/withdrawal`, {});
  expect(touched).toMatchObject({ status: 409, body: { type: "not-on-behalf" } });
});

test("an amendment keeps its place, unless it asks for something else", async () => {
  const seller = world.as("birch-seller");
  const { deal } = await submitted(seller, "Amend Corp");
  const behind = await submitted(world.as("elm-admin"), "Amend Corp");
  const params = { dealId: deal.id };
  const kept = await seller.call(changeDeal, {
    params,
    ifMatch: deal.version,
    body: { note: "They called again." },
  });
  expect(await standing(deal)).toEqual(["holding"]);
  await seller.call(changeDeal, { params, ifMatch: kept.version, body: { project: "Another one" } });
  expect(await standing(behind.deal)).toEqual(["holding"]);
  expect(new Set(await standing(deal))).toEqual(new Set(["holding"]));
});

test("an amendment takes back a decision that is not told yet: it was made about something else", async () => {
  const seller = world.as("birch-seller");
  const first = await submitted(world.as("elm-admin"), "Held Harbour");
  const { deal } = await submitted(seller, "Free Harbour");
  const params = { dealId: deal.id };
  const manager = world.as("channel-manager");
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: {} });
  const amended = await seller.call(changeDeal, {
    params,
    ifMatch: deal.version,
    body: { customerName: "Held Harbour" },
  });
  expect(amended.state).toBe("submitted");
  world.clock.advance({ minutes: 2 });
  await keepTime(world.hanse.door, (await world.principal("channel-manager")).vendor);
  expect((await seller.call(getDeal, { params })).state).toBe("submitted");
  expect(await standing(deal)).not.toContain("holding");
  expect(await standing(first.deal)).toEqual(["holding"]);
  const again = await manager.post(`/deals/${deal.id}/approval`, {}, { ifMatch: amended.version });
  expect(again.body.type, again.text).toBe("waits");
});

test("protection is over at its end, whether or not anything has run", async () => {
  const seller = world.as("fir-admin");
  const { deal } = await submitted(seller, "Half Open");
  const params = { dealId: deal.id };
  const manager = world.as("channel-manager");
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: {} });
  const told = await manager.call(tellDecision, { params });
  const until = Temporal.Instant.from(told.protection?.until ?? "");
  world.clock.set(until.subtract({ milliseconds: 1 }));
  expect((await seller.call(getDeal, { params })).state).toBe("approved");
  world.clock.set(until);
  expect((await seller.call(getDeal, { params })).state).toBe("expired");
  const next = await submitted(world.as("elm-admin"), "Half Open", { expectedCloseOn: "2027-09-01" });
  expect(await standing(next.deal)).toEqual(["holding"]);
  await keepTime(world.hanse.door, (await world.principal("channel-manager")).vendor);
  expect(await standing(deal)).toEqual(["released"]);
  expect(await standing(next.deal)).toEqual(["holding"]);
});

test("a partner names the distributor that it buys from, and nobody else", async () => {
  const seller = world.as("elm-admin");
  expect((await seller.get("/deal-distributors")).body.items).toEqual([]);
  const edge = await world.as("channel-manager").post(`/partners/${world.partners.elm.id}/edges`, {
    kind: "distributes to",
    parentId: world.partners.fir.id,
  });
  expect(edge.status, edge.text).toBe(201);
  const fir = { id: world.partners.fir.id, name: world.partners.fir.name };
  expect((await seller.get("/deal-distributors")).body.items).toEqual([fir]);
  const { deal } = await submitted(seller, "Delivered Docks", {
    distributorId: fir.id,
    expectedCloseOn: "2027-09-01",
  });
  expect(deal.distributor).toEqual(fir);
  expect((await seller.call(getDeal, { params: { dealId: deal.id } })).distributor).toEqual(fir);
  const other = await seller.post(
    "/deals",
    written("Other Docks", { distributorId: world.partners.birch.id }),
  );
  expect(other).toMatchObject({ status: 422, body: { errors: [{ pointer: "/distributorId" }] } });
});
