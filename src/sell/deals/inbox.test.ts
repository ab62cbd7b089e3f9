import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type Who, type World } from "../../../test/world/world.ts";
import {
  approveDeal,
  approveTogether,
  askDeal,
  beginDeal,
  type DealDetail,
  type dealViews,
  getDeal,
  getDealBatch,
  listDeals,
  rejectTogether,
  requestExtension,
  submitDeal,
  tellDecision,
  undoDecision,
  undoTogether,
} from "./contract.ts";

let world: World;
let first: DealDetail;
let second: DealDetail;
beforeAll(async () => {
  world = await createWorld();
  first = await register("birch-seller", "Vinje Bygg AS");
  second = await register("cedar-admin", "Vinje Bygg");
});
afterAll(() => world.close());

async function register(who: Who, customerName: string): Promise<DealDetail> {
  const draft = await world.as(who).call(beginDeal, {
    body: {
      customerName,
      customerCountry: "NO",
      expectedCloseOn: "2026-09-01",
      lines: [{ productId: world.products.gust.id, quantity: 1 }],
    },
  });
  const { deal } = await world.as(who).call(submitDeal, {
    params: { dealId: draft.id },
    ifMatch: draft.version,
  });
  return deal;
}

async function listed(who: Who, view: (typeof dealViews)[number]): Promise<string[]> {
  const { items } = await world.as(who).call(listDeals, { query: { view } });
  return items.map(({ id }) => id);
}

async function approve(dealId: string): Promise<void> {
  const { version } = await world.as("channel-manager").call(getDeal, { params: { dealId } });
  await world.as("channel-manager").call(approveDeal, { params: { dealId }, body: {}, ifMatch: version });
}

test("the vendor sees how much stands against each; a partner does not", async () => {
  const { items } = await world.as("channel-manager").call(listDeals, { query: { search: "Vinje" } });
  expect(items.map(({ conflicts }) => conflicts)).toEqual([1, 1]);
  const own = await world.as("birch-seller").call(listDeals, { query: { search: "Vinje" } });
  expect(own.items.map(({ conflicts }) => conflicts)).toEqual([null]);
});

describe("what waits for the vendor", () => {
  test("is decided no more once it is decided, though its partner sees no difference before it is told", async () => {
    await approve(first.id);
    expect(await listed("channel-manager", "waits-for-vendor")).toEqual([second.id]);
    expect(await listed("birch-seller", "waits-for-vendor")).toEqual([first.id]);
    await world.as("channel-manager").call(undoDecision, { params: { dealId: first.id } });
    expect((await listed("channel-manager", "waits-for-vendor")).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    );
  });

  test("is the partner's turn after a question", async () => {
    await world
      .as("channel-manager")
      .call(askDeal, { params: { dealId: second.id }, body: { question: "Which site?" } });
    expect(await listed("channel-manager", "waits-for-vendor")).toEqual([first.id]);
    expect(await listed("channel-manager", "waits-for-partner")).toEqual([second.id]);
  });

  test("is also what a partner asks for a protected deal", async () => {
    await approve(first.id);
    await world.as("channel-manager").call(tellDecision, { params: { dealId: first.id } });
    expect(await listed("channel-manager", "requests")).toEqual([]);
    await world
      .as("birch-seller")
      .call(requestExtension, { params: { dealId: first.id }, body: { reason: "The board meets later." } });
    expect(await listed("channel-manager", "requests")).toEqual([first.id]);
  });
});

describe("several at once", () => {
  const manager = () => world.as("channel-manager");
  const given = (deals: readonly DealDetail[]) => deals.map(({ id, version }) => ({ dealId: id, version }));

  test("are approved where nothing stands against them; the others are refused one by one, and all is taken back", async () => {
    const free = [await register("birch-seller", "Alone One"), await register("fir-admin", "Alone Two")];
    const contested = await register("birch-seller", "Sought After");
    await register("elm-admin", "Sought After AS");
    const known = await register("elm-admin", world.accounts.lumen.name);
    const batch = await manager().call(approveTogether, {
      body: { deals: given([...free, contested, known]) },
    });
    expect(batch.decided.toSorted()).toEqual(free.map(({ id }) => id).toSorted());
    expect(new Map(batch.refused.map(({ dealId, type }) => [dealId, type]))).toEqual(
      new Map([
        [contested.id, "not-alone"],
        [known.id, expect.stringMatching(/not-alone|which-account/)],
      ]),
    );
    expect(
      (await world.as("birch-seller").call(getDeal, { params: { dealId: free[0]?.id ?? "" } })).state,
    ).toBe("submitted");
    const params = { batchId: batch.id };
    expect(await manager().call(getDealBatch, { params })).toMatchObject({ waiting: 2 });
    expect(await manager().call(undoTogether, { params })).toEqual({ takenBack: 2 });
    expect(await manager().call(getDealBatch, { params })).toMatchObject({ waiting: 0 });
    expect((await manager().delete(`/deal-decisions/${batch.id}`)).status).toBe(409);
  });

  test("are rejected with one reason, each told by itself", async () => {
    const some = [await register("birch-seller", "Refuse One"), await register("fir-admin", "Refuse Two")];
    const stale = await register("fir-admin", "Refuse Three");
    const batch = await manager().call(rejectTogether, {
      body: {
        deals: [...given(some), { dealId: stale.id, version: stale.version + 1 }],
        reasonKey: "not-eligible",
        reason: "We do not sell there.",
      },
    });
    expect(batch.decided).toHaveLength(2);
    expect(batch.refused).toMatchObject([{ dealId: stale.id, type: "version-mismatch" }]);
    await manager().call(tellDecision, { params: { dealId: some[0]?.id ?? "" } });
    expect(await manager().call(undoTogether, { params: { batchId: batch.id } })).toEqual({ takenBack: 1 });
    const states = await Promise.all(
      some.map(async ({ id }) => (await manager().call(getDeal, { params: { dealId: id } })).state),
    );
    expect(states).toEqual(["rejected", "submitted"]);
  });
});
