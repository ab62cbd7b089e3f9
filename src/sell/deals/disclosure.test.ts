import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listNotices, type Notice } from "#ecosystem/notices/contract.ts";
import { approveVariant, listTexts, shownTexts } from "#ecosystem/texts/contract.ts";
import { events as vendorEvents } from "#ecosystem/vendors/contract.ts";
import { record } from "#platform/events/record.ts";
import type { Client } from "../../../test/world/client.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type Who, type World } from "../../../test/world/world.ts";
import {
  enterPublicTender,
  getEngagementRules,
  nameAccount,
  publishEngagementRules,
} from "../engagement/contract.ts";
import { handlers as engagementHandlers } from "../engagement/index.ts";
import type { Disclosure } from "../engagement/rules.ts";
import {
  approveDeal,
  beginDeal,
  changeDeal,
  type DealDetail,
  getDeal,
  getDealCase,
  listDeals,
  listProtected,
  submitDeal,
  tellDecision,
  withdrawDeal,
} from "./contract.ts";

/* What a partner and a direct seller learn of others' registrations, in each setting of the rules of engagement. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const manager = () => world.as("channel-manager");

async function register(who: Who, customerName: string, more: object = {}): Promise<DealDetail> {
  const client = world.as(who);
  const draft = await client.call(beginDeal, {
    body: {
      customerName,
      customerCountry: "NO",
      expectedCloseOn: "2026-09-01",
      lines: [{ productId: world.products.gust.id, quantity: 1 }],
      ...more,
    },
  });
  return (await client.call(submitDeal, { params: { dealId: draft.id }, ifMatch: draft.version })).deal;
}

async function approve(deal: DealDetail): Promise<DealDetail> {
  const params = { dealId: deal.id };
  await manager().call(approveDeal, { params, ifMatch: deal.version, body: {} });
  return manager().call(tellDecision, { params });
}

async function tellBy(disclosure: Disclosure): Promise<void> {
  const admin = world.as("admin");
  const { version, settings } = await admin.call(getEngagementRules, { query: {} });
  await admin.call(publishEngagementRules, {
    body: { settings: { ...settings, disclosure }, note: `Now ${disclosure}.`, basedOn: version },
  });
}

/** Everything that a partner reads of a registration: its page, its list, its file, its events. */
async function read(client: Client, deal: DealDetail): Promise<string> {
  const answers = await Promise.all(
    [`/deals/${deal.id}`, `/deals?search=${encodeURIComponent(deal.customer.name ?? "")}`, "/deals.csv"].map(
      (path) => client.get(path),
    ),
  );
  return answers.map((answer) => answer.text).join("\n");
}

async function eventOf(deal: DealDetail): Promise<Record<string, unknown>> {
  const found = await world.admin.query<{ payload: Record<string, unknown> }>(
    "select payload from event where type = 'deal.submitted' and 'deal_' || replace(subject_id::text, '-', '') = $1",
    [deal.id],
  );
  return found.rows[0]?.payload ?? {};
}

/** What its partner's administrator was told of the submission. */
async function noticeOf(deal: DealDetail): Promise<Notice | undefined> {
  await tellEverybody(world);
  const { items } = await world.as("elm-admin").call(listNotices, { query: { limit: 200 } });
  return items.find(({ link, kind }) => link === `/deals/${deal.id}` && kind === "deal.received");
}

describe("a claim that is not free is told", () => {
  test("neutral: not at all, and free and taken read alike but for their names", async () => {
    await register("birch-seller", "Neutral Taken");
    const taken = await register("elm-admin", "Neutral Taken AS");
    const free = await register("elm-admin", "Neutral Free1 AS");
    expect([taken.disclosed, free.disclosed]).toEqual([null, null]);
    const plain = ({ id: _id, number: _number, customer: _customer, ...rest }: DealDetail) =>
      JSON.stringify(rest);
    expect(plain(taken)).toBe(plain(free));
    expect(Object.keys(await eventOf(taken))).toEqual(Object.keys(await eventOf(free)));
    expect(await read(world.as("elm-admin"), taken)).not.toContain("Birch");
    const said = [await noticeOf(taken), await noticeOf(free)].map((notice) =>
      JSON.stringify([notice?.said, notice?.text]).replaceAll(/Taken|Free1|\d+/g, ""),
    );
    expect(said[0]).toBe(said[1]);
  });

  test("reason only: at once and why in general; by nobody's name, and until no date", async () => {
    await tellBy("reason-only");
    await approve(await register("birch-seller", "Reason Taken"));
    const taken = await register("elm-admin", "Reason Taken AS");
    expect(taken.disclosed).toEqual({ reasonKey: "already-protected", by: null, until: null });
    expect(await eventOf(taken)).toMatchObject({ notFree: "already-protected" });
    const notice = await noticeOf(taken);
    expect(notice?.text).toContain("Its claim is not free: another registration was first.");
    expect(JSON.stringify(notice)).not.toContain("Birch");
    const client = world.as("elm-admin");
    expect(await client.call(getDeal, { params: { dealId: taken.id } })).toMatchObject({
      disclosed: taken.disclosed,
    });
    const { items } = await client.call(listDeals, { query: { search: "Reason Taken" } });
    expect(items.map(({ disclosed }) => disclosed)).toEqual([taken.disclosed]);
    expect(await read(client, taken)).not.toContain("Birch");
    expect((await register("elm-admin", "Reason Free")).disclosed).toBeNull();
  });

  test("open: also by whom and until when, as long as it is so", async () => {
    await tellBy("open");
    const first = await register("birch-seller", "Open Taken");
    const taken = await register("elm-admin", "Open Taken AS");
    expect(taken.disclosed).toEqual({ reasonKey: "already-protected", by: ["Birch Sales"], until: null });
    const { protection } = await approve(first);
    const client = world.as("elm-admin");
    const params = { dealId: taken.id };
    expect((await client.call(getDeal, { params })).disclosed).toEqual({
      reasonKey: "already-protected",
      by: ["Birch Sales"],
      until: protection?.until,
    });
    const other = await register("birch-seller", "Open Again");
    const second = await register("elm-admin", "Open Again");
    await world.as("birch-seller").call(withdrawDeal, { params: { dealId: other.id }, body: {} });
    expect((await client.call(getDeal, { params: { dealId: second.id } })).disclosed).toBeNull();
  });

  test("open: the vendor's own engagement and a public tender, by no partner's name", async () => {
    await manager().call(nameAccount, { body: { accountId: world.accounts.osprey.id } });
    await manager().call(enterPublicTender, {
      body: { customer: "Tendered Town", country: "NO", publishedOn: "2026-06-15" },
    });
    world.clock.advance({ minutes: 1 });
    const { name, country } = await manager()
      .get(`/accounts/${world.accounts.osprey.id}`)
      .then((a) => a.body);
    const named = await register("elm-admin", name, { customerCountry: country });
    expect(named.disclosed).toEqual({ reasonKey: "vendor-engaged", by: [], until: null });
    expect((await register("elm-admin", "Tendered Town")).disclosed).toEqual({
      reasonKey: "public-tender",
      by: [],
      until: null,
    });
  });

  test("by the rules it was submitted under: going neutral again tells no more of new ones", async () => {
    await tellBy("neutral");
    const taken = await register("fir-admin", "Open Taken");
    expect(taken.disclosed).toBeNull();
    expect(taken.rulesVersion).toBe(4);
  });
});

describe("a public tender", () => {
  test.each([
    ["published the day before stands against it", "2026-06-14", true],
    ["published on its day stands against it", "2026-06-15", true],
  ])("%s", async (_what, publishedOn, counts) => {
    world.clock.set("2026-06-15T10:00:00Z");
    const customer = `Tender of ${publishedOn}`;
    await manager().call(enterPublicTender, { body: { customer, country: "NO", publishedOn } });
    const deal = await register("birch-seller", customer);
    const { tenders } = await manager().call(getDealCase, { params: { dealId: deal.id } });
    expect(tenders).toMatchObject([{ counts, sure: "certain", on: ["name"] }]);
    const { items } = await manager().call(listDeals, { query: { search: customer } });
    expect(items.map(({ conflicts }) => conflicts)).toEqual([1]);
  });

  test("published after it leaves it alone, also when its partner adds that", async () => {
    world.clock.set("2026-06-15T10:00:00Z");
    const deal = await register("birch-seller", "Before The Tender");
    world.clock.set("2026-06-17T10:00:00Z");
    await manager().call(enterPublicTender, {
      body: { customer: "Before the Tender", country: "NO", publishedOn: "2026-06-16" },
    });
    const seller = world.as("birch-seller");
    const params = { dealId: deal.id };
    const amended = await seller.call(changeDeal, {
      params,
      ifMatch: deal.version,
      body: { tenderPublishedOn: "2026-06-16" },
    });
    expect(amended.tenderPublishedOn).toBe("2026-06-16");
    const { tenders } = await manager().call(getDealCase, { params });
    expect(tenders).toMatchObject([{ counts: false }]);
    expect((await approve(amended)).state).toBe("approved");
  });

  test("that the partner itself says was published already is refused at once, whoever else asked", async () => {
    const draft = await world.as("elm-admin").call(beginDeal, {
      body: {
        customerName: "Before The Tender",
        customerCountry: "NO",
        expectedCloseOn: "2026-09-01",
        tenderPublishedOn: "2026-06-16",
        lines: [{ productId: world.products.gust.id, quantity: 1 }],
      },
    });
    const answer = await world
      .as("elm-admin")
      .post(`/deals/${draft.id}/submission`, {}, { ifMatch: draft.version });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/tenderPublishedOn" }] } });
  });
});

describe("a direct seller", () => {
  const seller = () => world.as("direct-seller");

  test("learns that an account is protected and whom to ask, in the same bytes whoever holds it", async () => {
    const answers: string[] = [];
    for (const who of ["birch-seller", "fir-admin"] as const) {
      const customer = "Guarded Gardens";
      const deal = await approve(
        await register(who, customer, {
          contactName: `Contact of ${who}`,
          contactEmail: "contact@example.com",
          contactNoticeVersion: 1,
          note: `Only ${who} knows.`,
          project: `Plan of ${who}`,
        }),
      );
      const { items } = await seller().call(listProtected, { query: { search: "guarded gardens gmbh" } });
      expect(items).toHaveLength(1);
      const paths = ["/protected-accounts?search=Guarded", `/protected-accounts?accountId=${items[0]?.id}`];
      const found = await Promise.all(
        [...paths, "/protected-accounts.csv?search=Guarded"].map((p) => seller().get(p)),
      );
      answers.push(
        found.map(({ status, text }) => `${status} ${text.replaceAll(items[0]?.id ?? "", "acc")}`).join("\n"),
      );
      const until = Temporal.Instant.from(deal.protection?.until ?? "");
      world.clock.set(until);
      expect((await seller().get(paths[1] ?? "")).body.items).toEqual([]);
      world.clock.set(until.subtract({ hours: 24 * 60 }));
      await manager().post(`/deals/${deal.id}/revocation`, { reason: "Over." }, { ifMatch: deal.version });
      await manager().post(`/deals/${deal.id}/decision`);
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).not.toMatch(/birch|fir|plan of|contact|\d{4}-\d{2}-\d{2}|amount/i);
  });

  test("reads no registration, no case, no breach", async () => {
    const [deal] = (await manager().call(listDeals, { query: {} })).items;
    for (const path of [
      "/deals",
      `/deals/${deal?.id}`,
      `/deals/${deal?.id}/case`,
      "/deal-breaches",
      "/public-tenders",
    ])
      expect((await seller().get(path)).status, path).toBe(403);
    expect((await world.as("birch-seller").get("/protected-accounts")).status).toBe(403);
  });
});

describe("the words of the rules", () => {
  const told = async (who: Who, language: "de" | "ar") =>
    (await world.as(who).call(listTexts, { query: { ref: "engagement", language } })).items;

  test("a vendor's own reasons and what an approval gives are its own texts; the standard ones are not", async () => {
    const admin = world.as("admin");
    const { version, settings } = await admin.call(getEngagementRules, { query: {} });
    const benefit = "The deal is yours, and our engineers help you with the offer.";
    const reasons = {
      "below-minimum": { label: "Too small", sentence: "We register deals of $5,000 and more." },
    };
    await admin.call(publishEngagementRules, {
      body: { basedOn: version, settings: { ...settings, benefit, reasons }, note: "In our words." },
    });
    const texts = await told("admin", "ar");
    expect(texts.map(({ field, source }) => [field, source.text])).toEqual([
      ["contactNotice", settings.contactNotice.text],
      ["benefit", benefit],
      ["reason:below-minimum", "Too small"],
      ["reason:below-minimum:sentence", "We register deals of $5,000 and more."],
    ]);
    const [, , label] = texts;
    await admin.call(approveVariant, {
      params: { textId: label?.id ?? "", language: "ar" },
      body: { text: "أصغر من الحد", sourceHash: label?.source.hash ?? "" },
    });
    const { items } = await world
      .as("fir-seller")
      .call(shownTexts, { query: { ref: "engagement", language: "ar" } });
    expect(items.find(({ field }) => field === "reason:below-minimum")).toMatchObject({
      text: "أصغر من الحد",
      fallback: null,
    });
  });

  test("the standard notice for contacts can be translated from a vendor's first day on", async () => {
    const { suedstern } = world.vendors;
    await world.hanse.door.withJob({ ...suedstern, id: suedstern.uuid }, (tx) =>
      record(tx, vendorEvents.vendorCreated, { subject: { kind: "vendor", id: suedstern.uuid } }, suedstern),
    );
    await tellEverybody(world, engagementHandlers());
    expect(await told("south-admin", "de")).toMatchObject([
      { field: "contactNotice", state: "missing", source: { language: "en" } },
    ]);
  });
});
