import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../../test/world/client.ts";
import { submitOne } from "../../../test/world/played.ts";
import { race } from "../../../test/world/race.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import {
  answerDeal,
  approveDeal,
  askDeal,
  beginDeal,
  type DealDetail,
  getDeal,
  withdrawDeal,
} from "./contract.ts";

/*
 * "Bad input, faults" of registrations: what is not right is refused with a sentence beside its field, and what was
 * there before is still there. Files have their own tests, and so have races of decisions.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const written = (customerName: string, more: object = {}) => ({
  customerName,
  customerCountry: "NO",
  expectedCloseOn: "2026-09-01",
  lines: [{ productId: world.products.gust.id, quantity: 10 }],
  ...more,
});
const read = (client: Client, deal: Pick<DealDetail, "id">) =>
  client.call(getDeal, { params: { dealId: deal.id } });
const submit = (client: Client, deal: Pick<DealDetail, "id" | "version">) =>
  client.post(`/deals/${deal.id}/submission`, {}, { ifMatch: deal.version });
const placesOf = async (deal: Pick<DealDetail, "id">): Promise<string[]> => {
  const found = await world.admin.query<{ state: string }>(
    "select distinct state from registration_claim where 'deal_' || replace(registration_id::text, '-', '') = $1",
    [deal.id],
  );
  return found.rows.map((row) => row.state);
};

describe("an expired draft submitted", () => {
  test("stays a draft as it was, and says so beside the day", async () => {
    const client = world.as("birch-seller");
    const draft = await client.call(beginDeal, {
      body: written("Slow & Co", { expectedCloseOn: "2026-06-14" }),
    });
    expect(await submit(client, draft)).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            pointer: "/expectedCloseOn",
            message: "The expected close lies in the past. Is the draft still right?",
          },
        ],
      },
    });
    expect(await read(client, draft)).toEqual(draft);
    expect(await placesOf(draft)).toEqual([]);
  });
});

describe("at the limit of the time to answer", () => {
  test.each([
    ["a millisecond before, it counts", -1, 200],
    ["at the instant, it is too late", 0, 409],
    ["a millisecond after, too", 1, 409],
  ])("%s", async (what, milliseconds, status) => {
    const client = world.as("fir-admin");
    const start = world.clock.now();
    const deal = await submitOne(world, client, `Answer: ${what}`);
    const behind = await submitOne(world, world.as("elm-admin"), `Answer: ${what}`);
    const asked = await world
      .as("channel-manager")
      .call(askDeal, { params: { dealId: deal.id }, body: { question: "Which plant?" } });
    const [question] = asked.questions;
    world.clock.set(Temporal.Instant.from(question?.dueAt ?? "").add({ milliseconds }));
    const answer = await client.send("POST", `/deals/${deal.id}/questions/${question?.id}/answer`, {
      answer: "The one in Halden.",
    });
    expect(answer.status).toBe(status);
    if (status === 409) expect(answer.body.detail).toMatch(/^[A-Z].*\.$/);
    const next = await submitOne(world, world.as("cedar-admin"), `Answer: ${what}`);
    expect(await placesOf(behind)).toEqual([status === 200 ? "waiting" : "holding"]);
    expect(await placesOf(next)).toEqual(["waiting"]);
    world.clock.set(start);
  });
});

test("submitted twice at once is received once, under one number", async () => {
  const client = world.as("birch-seller");
  const draft = await client.call(beginDeal, { body: written("Double Click") });
  const answers = await race(4, () => submit(client, draft));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409]);
  const { number } = await read(client, draft);
  const next = await submitOne(world, client, "After Double Click");
  expect(next.number).toBe((number ?? 0) + 1);
});

test("a withdrawn deal is not approved, and says that it was withdrawn", async () => {
  const client = world.as("birch-seller");
  const manager = world.as("channel-manager");
  const deal = await submitOne(world, client, "Gone Again");
  const withdrawn = await client.call(withdrawDeal, { params: { dealId: deal.id }, body: {} });
  expect(await manager.post(`/deals/${deal.id}/approval`, {}, { ifMatch: withdrawn.version })).toMatchObject({
    status: 409,
    body: { type: "not-open", detail: "It was withdrawn." },
  });
  const late = await submitOne(world, client, "Gone Meanwhile");
  await manager.call(approveDeal, { params: { dealId: late.id }, ifMatch: late.version, body: {} });
  await client.call(withdrawDeal, { params: { dealId: late.id }, body: {} });
  expect((await manager.post(`/deals/${late.id}/decision`)).status).toBeLessThan(500);
  expect(await read(manager, late)).toMatchObject({ state: "withdrawn", opportunity: null });
  expect(await placesOf(late)).toEqual(["released"]);
});

test("10,000 drafts are listed page by page, each once, and there is a limit to beginning more", async () => {
  const client = world.as("cedar-admin");
  await world.admin.query(
    `insert into registration (vendor_id, id, partner_id, state, author_id, currency, customer_name, created_at, updated_at)
      select m.vendor_id, md5('draft' || i)::uuid, m.partner_id, 'draft', m.id, 'USD', 'Draft ' || i, $1::timestamptz,
        $1::timestamptz + i * interval '1 second'
      from generate_series(1, 10000) i, membership m where m.email = $2`,
    ["2026-06-01T00:00:00Z", world.people["cedar-admin"].email],
  );
  const seen = new Set<string>();
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await client.get(`/deals?state=draft&limit=200${cursor === "" ? "" : `&cursor=${cursor}`}`);
    expect(page.body.items.length).toBeLessThanOrEqual(200);
    for (const { id } of page.body.items) seen.add(id);
    cursor = page.body.nextCursor;
  }
  expect(seen.size).toBe(10_000);
  expect(await client.post("/deals", { customerName: "One more" })).toMatchObject({
    status: 422,
    body: { detail: "There are 1000 drafts already. Submit or discard some first." },
  });
  expect((await world.as("birch-seller").get("/deals?state=draft&search=Draft%209999")).body.items).toEqual(
    [],
  );
  await world.admin.query("delete from registration where customer_name like 'Draft %'");
});

describe("a name", () => {
  /** Latin with combining marks, Chinese beyond the basic plane, Greek, Arabic. */
  const scripts = ["Zu\u0308rich ", "𠮷野家", "Ελλάδα", "شركة"].join("");
  const lengthOf = (characters: number) => [...scripts.repeat(300)].slice(0, characters).join("");

  test("of 4,000 characters in four scripts is refused beside its field", async () => {
    const client = world.as("birch-seller");
    for (const customerName of [lengthOf(4_000), lengthOf(401)])
      expect(await client.post("/deals", { customerName })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/customerName" }] },
      });
  });

  test.each([
    ["in four scripts", lengthOf(400)],
    ["of characters beyond the basic plane", "🙂".repeat(400)],
    ["whose key is longer than itself", "ß".repeat(400)],
    ["of ligatures", "ﷺ".repeat(400)],
  ])("of 400 characters %s is kept whole", async (_what, customerName) => {
    const client = world.as("birch-seller");
    const draft = await client.call(beginDeal, { body: written(customerName) });
    expect(draft.customer.name).toBe(customerName);
    expect((await submit(client, draft)).status).toBe(201);
    expect((await read(client, draft)).customer.name).toBe(customerName);
    expect(await placesOf(draft)).toEqual(["holding"]);
  });

  test.each(["...", "—", "()"])(
    "that names nobody, %s, is refused beside its field",
    async (customerName) => {
      const client = world.as("birch-seller");
      const draft = await client.call(beginDeal, { body: written(customerName) });
      expect(await submit(client, draft)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/customerName", message: "Write the customer's name." }] },
      });
    },
  );

  test("with a null byte is refused, whatever the field", async () => {
    const client = world.as("birch-seller");
    for (const field of ["customerName", "project", "note", "contactName"])
      expect((await client.post("/deals", { [field]: "a\u0000b" })).status, field).toBe(422);
  });
});

describe("a domain", () => {
  test.each([
    ["co.uk"],
    ["github.io"],
    ["192.168.0.1"],
    ["buyer@co.uk"],
    ["https://user:secret@10.0.0.1:8080/x"],
    ["javascript:alert(1)"],
  ])("that is none, %s, is refused beside its field at submission, and the draft keeps it", async (site) => {
    const client = world.as("birch-seller");
    const draft = await client.call(beginDeal, { body: written("Site Ltd", { customerWebsite: site }) });
    expect(draft.customer).toMatchObject({ website: site, domain: null });
    expect(await submit(client, draft)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/customerWebsite" }] },
    });
  });

  test.each([
    ["https://user:secret@shop.müller.de:8443/a?b#c", "xn--mller-kva.de"],
    ["xn--mller-kva.de", "xn--mller-kva.de"],
    ["Buyer@Mail.Acme.co.uk", "acme.co.uk"],
    ["someone@gmail.com", null],
    ["acme.github.io", null],
  ])("given as %s names %s", async (site, domain) => {
    const draft = await world.as("birch-seller").call(beginDeal, { body: { customerWebsite: site } });
    expect(draft.customer.domain).toBe(domain);
  });
});

describe("a line", () => {
  const gust = () => world.products.gust.id;
  const usd = (amount: string) => ({ amount, currency: "USD" });
  test.each<[string, () => object, string]>([
    [
      "of an unknown product",
      () => ({ productId: "prd_00000000000070008000000000000000" }),
      "/lines/0/productId",
    ],
    [
      "of another vendor's id",
      () => ({ productId: "acc_00000000000070008000000000000000" }),
      "/lines/0/productId",
    ],
    ["of none", () => ({ productId: gust(), quantity: 0 }), "/lines/0/quantity"],
    ["of less than none", () => ({ productId: gust(), quantity: -1 }), "/lines/0/quantity"],
    ["of half a piece", () => ({ productId: gust(), quantity: 0.5 }), "/lines/0/quantity"],
    ["of a million and one", () => ({ productId: gust(), quantity: 1_000_001 }), "/lines/0/quantity"],
    ["below zero", () => ({ productId: gust(), amount: usd("-0.01") }), "/lines/0/amount/amount"],
    [
      "of more digits than money has",
      () => ({ productId: gust(), amount: usd("1.005") }),
      "/lines/0/amount/amount",
    ],
    [
      "too large to be true",
      () => ({ productId: gust(), amount: usd("999999999999999.00") }),
      "/lines/0/amount/amount",
    ],
    [
      "in another currency",
      () => ({ productId: gust(), amount: { amount: "1.00", currency: "EUR" } }),
      "/lines/0/amount/currency",
    ],
    [
      "in no currency",
      () => ({ productId: gust(), amount: { amount: "1.00", currency: "XQX" } }),
      "/lines/0/amount/currency",
    ],
  ])("%s is refused beside its field, and the draft stays as it was", async (_what, line, pointer) => {
    const client = world.as("birch-seller");
    const draft = await client.call(beginDeal, { body: written("Lines Ltd") });
    const answer = await client.patch(`/deals/${draft.id}`, { lines: [line()] }, { ifMatch: draft.version });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect(await read(client, draft)).toEqual(draft);
  });

  test("that is too large together with the others is refused beside the lines", async () => {
    const client = world.as("birch-seller");
    const line = { productId: gust(), amount: usd("9000000000000.00") };
    expect(await client.post("/deals", { lines: [line, line] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/lines" }] },
    });
    const many = { productId: gust(), quantity: 1_000_000 };
    expect((await client.post("/deals", { lines: [many] })).status).toBe(201);
  });

  test("of nothing, for zero, is a line like others", async () => {
    const client = world.as("birch-seller");
    const draft = await client.call(beginDeal, {
      body: written("Free Trial", { lines: [{ productId: gust(), amount: usd("0.00") }] }),
    });
    expect(draft.value).toEqual(usd("0.00"));
    expect((await submit(client, draft)).status).toBe(201);
  });
});

test("customers are offered as their partner described them last, and nobody else's", async () => {
  const seller = world.as("birch-seller");
  const find = async (client: Client, search: string) =>
    (await client.get(`/deal-customers?search=${encodeURIComponent(search)}`)).body.items;
  const contact = {
    contactName: "Kari Berg",
    contactEmail: "kari@fjord.example.no",
    contactNoticeVersion: 1,
  };
  const draft = await seller.call(beginDeal, {
    body: written("Fjord Works AS", { customerWebsite: "fjord-works.no", ...contact }),
  });
  expect(await find(seller, "fjord")).toEqual([]);
  expect((await submit(seller, draft)).status).toBe(201);
  await submitOne(world, world.as("elm-admin"), "Fjord Works AS");
  expect(await find(seller, "FJORD w")).toEqual([
    {
      name: "Fjord Works AS",
      country: "NO",
      website: "fjord-works.no",
      taxId: null,
      crmId: null,
      contact: { name: "Kari Berg", email: "kari@fjord.example.no", title: null, noticeVersion: 1 },
    },
  ]);
  for (const who of ["cedar-admin", "alpine-admin", "fir-admin"] as const)
    expect(await find(world.as(who), "fjord"), who).toEqual([]);
  expect(await find(world.as("elm-admin"), "fjord")).toMatchObject([{ website: null, contact: null }]);
  expect(await find(world.as("channel-manager"), "fjord")).toEqual([]);
  const forBirch = `/deal-customers?search=fjord&partnerId=${world.partners.birch.id}`;
  expect((await world.as("channel-manager").get(forBirch)).body.items).toHaveLength(1);
  expect(await find(seller, "%")).toEqual([]);
});

test("an answer to a question of another registration finds none", async () => {
  const client = world.as("birch-seller");
  const [one, other] = [
    await submitOne(world, client, "Asked One"),
    await submitOne(world, client, "Asked Other"),
  ];
  const asked = await world
    .as("channel-manager")
    .call(askDeal, { params: { dealId: one.id }, body: { question: "Which?" } });
  const questionId = asked.questions[0]?.id ?? "";
  expect(
    (await client.post(`/deals/${other.id}/questions/${questionId}/answer`, { answer: "This." })).status,
  ).toBe(404);
  await client.call(answerDeal, { params: { dealId: one.id, questionId }, body: { answer: "That." } });
});
