import { afterAll, beforeAll, expect, test } from "vitest";
import { changeProduct, createProduct } from "#ecosystem/products/contract.ts";
import { explainInEnglish } from "#incentivize/plans/english.ts";
import { verifyReceipt } from "#incentivize/plans/index.ts";
import { approveDeal, beginDeal, tellDecision } from "#sell/deals/contract.ts";
import { decidePayCredit, getOpportunity, moveOpportunity } from "#sell/opportunities/contract.ts";
import { confirmPaySplit, proposePaySplit, signPaySplit } from "#sell/splits/contract.ts";
import { partners } from "../world/cast.ts";
import { submitOne } from "../world/played.ts";
import { plan } from "../world/seed.ts";
import { createWorld, type Who, type World } from "../world/world.ts";

/*
 * From a registration to money: a win of a registered sale earns, and where its owner is another than the holder of the
 * registration nothing is paid until a person has decided.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const usd = (amount: string) => ({ amount, currency: "USD" });

async function approved(customer: string, opportunityId?: string): Promise<string> {
  const manager = world.as("channel-manager");
  const deal = await submitOne(world, world.as("birch-seller"), customer);
  const params = { dealId: deal.id };
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: { opportunityId } });
  const told = await manager.call(tellDecision, { params });
  return told.opportunity?.id ?? "";
}

async function win(opportunityId: string, amount: string): Promise<void> {
  const manager = world.as("channel-manager");
  const { version } = await manager.call(getOpportunity, { params: { opportunityId } });
  await manager.call(moveOpportunity, {
    params: { opportunityId },
    ifMatch: version,
    body: { stage: "won", value: usd(amount), closedOn: "2026-06-15" },
  });
}

/** A preview of June: its lines and its problems about one sale. */
async function preview(opportunityId: string) {
  const finance = world.as("finance");
  const run = await finance.post("/runs", { planId: plan.id, period: "2026-06" });
  expect(run.status, run.text).toBe(201);
  const about = (items: { opportunity: { id: string } }[]) =>
    items.filter((one) => one.opportunity.id === opportunityId);
  return {
    lines: about((await finance.get(`/runs/${run.body.id}/lines?limit=200`)).body.items),
    problems: about((await finance.get(`/runs/${run.body.id}/problems?limit=200`)).body.items),
    runId: run.body.id,
  };
}

test("a win of a registered sale earns by its registration, and the receipt says so", async () => {
  const opportunityId = await approved("Registered Rapids");
  await win(opportunityId, "1000.00");
  const { lines, problems, runId } = await preview(opportunityId);
  expect(problems).toEqual([]);
  expect(lines).toMatchObject([
    { kind: "commission", partner: { name: "Birch Sales" }, amount: usd("88.00") },
    { kind: "override", partner: { name: "Alpine Trade" }, amount: usd("20.00") },
  ]);
  const finance = world.as("finance");
  await finance.post(`/runs/${runId}/posting`, {}, { idempotencyKey: "june" });
  const [line] = (await finance.get("/earnings?period=2026-06&kind=commission&limit=200")).body.items.filter(
    (one: { opportunityId: string }) => one.opportunityId === opportunityId,
  );
  const receipt = (await finance.get(`/earnings/${line.id}/receipt`)).body;
  expect(verifyReceipt(receipt)).toMatchObject({ ok: true });
  expect(JSON.stringify(receipt.facts)).toContain(`"payBasis":{"kind":"registration"`);
});

test("a sale that another partner owned at its win waits for a person, and then earns for whom they say", async () => {
  const { id } = world.opportunities.cedarOpen;
  expect(await approved("Kvarner Disputed", id)).toBe(id);
  const manager = world.as("channel-manager");
  expect(await manager.call(getOpportunity, { params: { opportunityId: id } })).toMatchObject({
    owner: { id: world.partners.cedar.id },
    payBasis: "registration",
  });
  // Its owner does not learn whose the registration is.
  const cedar = (await world.as("cedar-admin").get(`/opportunities/${id}`)).text;
  expect(cedar + (await world.as("cedar-admin").get(`/events?subjectId=${id}`)).text).not.toMatch(/Birch/);
  const { items: held } = (await world.as("birch-admin").get("/deals?search=Disputed")).body;
  const expectation = `/deals/${held[0].id}/expected-earning`;
  expect((await world.as("birch-admin").get(expectation)).body).toMatchObject({
    condition: "undecided",
    amount: null,
  });
  await win(id, "2000.00");
  const finance = world.as("finance");
  const [june] = (await finance.get("/runs?period=2026-06&state=posted")).body.items;
  const adjust = () => finance.post("/runs", { planId: plan.id, period: "2026-06", adjusts: june.id });
  const before = await adjust();
  const problems = (await finance.get(`/runs/${before.body.id}/problems`)).body.items;
  expect(problems).toMatchObject([
    {
      opportunity: { id },
      code: "pay-credit-undecided",
      params: { holder: "Birch Sales", owner: "Cedar Reps" },
    },
  ]);
  const third = await manager.post(`/opportunities/${id}/pay-credit`, {
    partnerId: world.partners.elm.id,
    reason: "Neither.",
  });
  expect(third).toMatchObject({ status: 422, body: { errors: [{ pointer: "/partnerId" }] } });
  await manager.call(decidePayCredit, {
    params: { opportunityId: id },
    body: { partnerId: world.partners.birch.id, reason: "Birch registered it and did the work." },
  });
  const told = (await world.as("cedar-admin").get(`/opportunities/${id}`)).body.payCredit;
  expect(told).toMatchObject({ holder: null, decision: { isYours: false, partner: null, decidedBy: null } });
  const { items: deals } = (await world.as("birch-seller").get("/deals?search=Disputed")).body;
  expect((await world.as("birch-seller").get(`/deals/${deals[0].id}`)).body.payCredit).toMatchObject({
    isYours: true,
  });
  expect((await manager.call(getOpportunity, { params: { opportunityId: id } })).payCredit).toMatchObject({
    holder: { name: "Birch Sales" },
    bySplit: false,
    decision: { partner: { name: "Birch Sales" }, decidedBy: "Carl Mensah", isYours: null },
  });
  const after = await adjust();
  expect((await finance.get(`/runs/${after.body.id}/problems`)).body.items).toEqual([]);
  const lines = (await finance.get(`/runs/${after.body.id}/lines`)).body.items;
  expect(lines.map((line: { partner: { name: string } }) => line.partner.name).toSorted()).toEqual([
    "Alpine Trade",
    "Birch Sales",
  ]);
});

test("a registration tells what it would earn its reader's company today, and why; nobody else's money", async () => {
  const deal = await submitOne(world, world.as("birch-admin"), "Expected Estates");
  const path = `/deals/${deal.id}/expected-earning`;
  const birch = (await world.as("birch-admin").get(path)).body;
  // 3 × 550.00 at 8 %, at Gold of this quarter.
  expect(birch).toMatchObject({
    condition: "if-approved",
    asOf: "2026-06-15",
    amount: usd("145.20"),
    lines: [{ label: "Commission", amount: usd("145.20"), holdDays: 30 }],
  });
  const codes = birch.lines[0].sentences.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(["plan", "tier", "line", "multiplier", "credit", "round"]);
  const alpine = await world.as("alpine-admin").get(path);
  expect(alpine.body).toMatchObject({ amount: usd("33.00"), lines: [{ label: "Override" }] });
  expect(alpine.text).not.toMatch(/Gold|145/);
  expect((await world.as("finance").get(path)).body).toEqual(birch);
  for (const who of ["birch-seller", "cedar-admin", "elm-admin", "direct-seller"] as const)
    expect((await world.as(who).get(path)).status, who).toBeGreaterThan(400);
  const amountFor = async (who: "birch-admin" | "alpine-admin") =>
    (await world.as(who).get("/expected-earnings")).body.items.find(
      (one: { dealId: string }) => one.dealId === deal.id,
    );
  expect(await amountFor("birch-admin")).toMatchObject({ amount: usd("145.20") });
  expect(await amountFor("alpine-admin")).toMatchObject({ amount: usd("33.00") });
});

test("what is expected of a product counts its price in the programme's currency, and none in another", async () => {
  const admin = world.as("admin");
  const eur = { amount: "9000.00", currency: "EUR" };
  const body = { name: "Listed in euro", series: "GTX", listPrice: eur };
  const product = await admin.call(createProduct, { body });
  const birch = world.as("birch-admin");
  const lines = [{ productId: product.id, quantity: 2 }];
  const { id } = await birch.call(beginDeal, { body: { customerName: "Euro Estates", lines } });
  const expectation = async () => (await birch.get(`/deals/${id}/expected-earning`)).body.amount;
  expect(await expectation()).toBeNull();
  const params = { productId: product.id };
  await admin.call(changeProduct, { params, ifMatch: 1, body: { otherPrices: [usd("120.00")] } });
  expect(await expectation()).toEqual(usd("21.12"));
});

const shareOf = (partner: { id: string }, shareBasisPoints: number) => ({
  partnerId: partner.id,
  shareBasisPoints,
});

const signers = {
  [partners.birch.id]: "birch-admin",
  [partners.cedar.id]: "cedar-admin",
  [partners.elm.id]: "elm-admin",
} as const satisfies Record<string, Who>;

/** A split that all participants signed and the vendor confirmed. */
async function agree(opportunityId: string, participants: ReturnType<typeof shareOf>[]): Promise<void> {
  const manager = world.as("channel-manager");
  const { id } = await manager.call(proposePaySplit, {
    params: { opportunityId },
    body: { participants, terms: "As you agreed on the phone." },
  });
  const params = { paySplitId: id };
  for (const { partnerId } of participants)
    await world.as(signers[partnerId] ?? "birch-admin").call(signPaySplit, { params });
  expect(await manager.call(confirmPaySplit, { params })).toMatchObject({ state: "in-force" });
}

interface Line {
  id: string;
  kind: string;
  entry: string;
  partner: { name: string };
  amount: { amount: string };
}

/** What an adjustment of June would book about one sale, and its problems; posts it. */
async function adjustJune(opportunityId: string) {
  const finance = world.as("finance");
  const [june] = (await finance.get("/runs?period=2026-06&state=posted")).body.items.filter(
    (run: { adjusts: unknown }) => run.adjusts === null,
  );
  const run = await finance.post("/runs", { planId: plan.id, period: "2026-06", adjusts: june.id });
  expect(run.status, run.text).toBe(201);
  const about = (items: { opportunity: { id: string } }[]) =>
    items.filter((one) => one.opportunity.id === opportunityId);
  const problems = about((await finance.get(`/runs/${run.body.id}/problems?limit=200`)).body.items);
  const lines: Line[] = (await finance.get(`/runs/${run.body.id}/lines?limit=200`)).body.items.filter(
    (line: { opportunity: { id: string } }) => line.opportunity.id === opportunityId,
  );
  const posted = await finance.post(
    `/runs/${run.body.id}/posting`,
    {},
    { idempotencyKey: `adjust ${run.body.id}` },
  );
  expect(posted.status, posted.text).toBe(201);
  return { problems, lines, sums: linesOf(lines) };
}

function linesOf(lines: readonly Line[]): string[] {
  return lines
    .map(({ kind, entry, partner, amount }) => `${partner.name} ${kind} ${entry} ${amount.amount}`)
    .toSorted();
}

/** Each line's receipt, recomputed by hand's rules: it verifies, and says whose share of what it is. */
async function receiptsOf(lines: readonly Line[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const line of lines) {
    const receipt = (await world.as("finance").get(`/earnings/${line.id}/receipt`)).body;
    expect(verifyReceipt(receipt), JSON.stringify(receipt)).toMatchObject({ ok: true });
    texts.set(`${line.partner.name} ${line.kind}`, explainInEnglish(receipt).join("\n"));
  }
  return texts;
}

test("participants of a signed split earn their parts to the cent, a posted month by adjustment, each with a receipt", async () => {
  const opportunityId = await approved("Shared Shipyard");
  await win(opportunityId, "1000.13");
  const before = await adjustJune(opportunityId);
  expect(before.sums).toEqual(["Alpine Trade override first 20.00", "Birch Sales commission first 88.01"]);
  const { birch, cedar, elm } = world.partners;
  await agree(opportunityId, [shareOf(birch, 4000), shareOf(cedar, 3500), shareOf(elm, 2500)]);

  // Birch is Gold, the others Silver: 40 % of 88.01, and 35 % and 25 % of 80.01. The cent over goes to Birch's part.
  const split = await adjustJune(opportunityId);
  expect(split).toMatchObject({
    problems: [],
    sums: [
      "Alpine Trade override adjustment -5.00",
      "Birch Sales commission adjustment -52.80",
      "Cedar Reps commission first 28.00",
      "Delta Channels override first 5.00",
      "Elm Agency commission first 20.00",
    ],
  });
  const texts = await receiptsOf(split.lines);
  expect(texts.get("Birch Sales commission")).toContain(
    "By the split 40% of 88.01 = 35.204, cut to the smallest unit; what all parts leave over goes to the largest remainders: 35.21.",
  );
  expect(texts.get("Cedar Reps commission")).toContain(
    "35% counts for Cedar Reps, by the split signed on 15 June 2026. The shares are 40%, 35%, 25%, in this order.",
  );
  for (const [whose, text] of texts) {
    if (whose.startsWith("Cedar")) expect(text).not.toMatch(/Birch|Elm|Gold|88/);
    if (whose.startsWith("Delta")) expect(text).not.toMatch(/Birch|Cedar|Alpine|Gold/);
  }
  expect((await adjustJune(opportunityId)).lines).toEqual([]);

  // Half of the win is taken back: half of the whole of each, and its part of that.
  const reversal = await world
    .as("channel-manager")
    .post(
      `/opportunities/${opportunityId}/reversal`,
      { amount: usd("500.13"), reason: "They sent half of it back." },
      { idempotencyKey: "half" },
    );
  expect(reversal.status, reversal.text).toBe(200);
  const taken = await adjustJune(opportunityId);
  expect(taken.sums).toEqual([
    "Alpine Trade override reversal -7.50",
    "Birch Sales commission reversal -17.61",
    "Cedar Reps commission reversal -14.00",
    "Delta Channels override reversal -2.50",
    "Elm Agency commission reversal -10.00",
  ]);
  await receiptsOf(taken.lines);

  // It goes to a partner that signed nothing: what is booked stays until a person has settled it.
  const manager = world.as("channel-manager");
  const { version } = await manager.call(getOpportunity, { params: { opportunityId } });
  const moved = await manager.send(
    "PATCH",
    `/opportunities/${opportunityId}`,
    { ownerPartnerId: world.partners.fir.id, reason: "Fir took it over." },
    { ifMatch: version },
  );
  expect(moved.status, moved.text).toBe(200);
  expect(await adjustJune(opportunityId)).toMatchObject({
    lines: [],
    problems: [
      {
        code: "owner-outside-split",
        params: { owner: "Fir Direct", participants: "Birch Sales, Cedar Reps, Elm Agency" },
      },
    ],
  });
  const back = await manager.send(
    "PATCH",
    `/opportunities/${opportunityId}`,
    { ownerPartnerId: cedar.id, reason: "Cedar closes it." },
    { ifMatch: moved.body.version },
  );
  expect(back.status, back.text).toBe(200);
  expect(await adjustJune(opportunityId)).toMatchObject({ lines: [], problems: [] });

  // Another split takes its place: who is in it signed anew.
  await agree(opportunityId, [shareOf(elm, 1), shareOf(birch, 4999), shareOf(cedar, 5000)]);
  const again = await adjustJune(opportunityId);
  expect(again.sums).toEqual([
    "Alpine Trade override adjustment 2.50",
    "Birch Sales commission adjustment 4.40",
    "Cedar Reps commission adjustment 6.00",
    "Delta Channels override adjustment -2.50",
    "Elm Agency commission adjustment -10.00",
  ]);
  await receiptsOf(again.lines);

  const all = await world
    .as("channel-manager")
    .post(
      `/opportunities/${opportunityId}/reversal`,
      { reason: "They sent the rest back." },
      { idempotencyKey: "all" },
    );
  expect(all.status, all.text).toBe(200);
  await adjustJune(opportunityId);
  const earned = (await world.as("finance").get(`/earnings-totals?opportunityId=${opportunityId}`)).body;
  expect(earned.amount).toEqual(usd("0.00"));
  const { difference } = (await world.as("finance").get("/liabilities")).body;
  expect(difference).toEqual(usd("0.00"));
});

test("where one partner alone has a claim there is nothing to decide", async () => {
  const answer = await world
    .as("channel-manager")
    .post(`/opportunities/${world.opportunities.firOpen.id}/pay-credit`, {
      partnerId: world.partners.fir.id,
      reason: "Theirs.",
    });
  expect(answer).toMatchObject({ status: 409, body: { type: "nothing-to-decide" } });
});
