import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type World } from "../../../../test/world/world.ts";
import * as contract from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const names = (list: { items: { name: string }[] }) => list.items.map((item) => item.name);

describe("what is shown of a partner's money in the list", () => {
  test("is this quarter's tier and what it won, to the vendor's staff for everybody", async () => {
    const finance = world.as("finance");
    const list = await finance.call(contract.listPartners, { query: { sort: "-wonThisQuarter", limit: 2 } });
    expect(list.items).toMatchObject([
      {
        name: "Elm Agency",
        tier: { level: "Silver" },
        wonThisQuarter: { amount: "25000.00", currency: "USD" },
      },
      {
        name: "Birch Sales",
        tier: { level: "Gold" },
        wonThisQuarter: { amount: "10000.00", currency: "USD" },
      },
    ]);
    const at = async (tier: string) => names(await finance.call(contract.listPartners, { query: { tier } }));
    expect(await at("Gold")).toEqual(["Birch Sales"]);
    expect(await at("Platinum")).toEqual(["Delta Channels"]);
    expect(await at("Silver")).toEqual(["Alpine Trade", "Cedar Reps", "Elm Agency", "Fir Direct"]);
    expect(await at("Tin")).toEqual([]);
  });

  test("counts the quarter of the vendor's year, which may begin in any month", async () => {
    const yearFrom = (month: number) =>
      world.admin.query("update vendor set fiscal_year_start_month = $1 where vendor_id = $2", [
        month,
        world.vendors.nordwind.uuid,
      ]);
    const query = { search: "Elm" };
    const won = async () =>
      (await world.as("finance").call(contract.listPartners, { query })).items[0]?.wonThisQuarter?.amount;
    await yearFrom(3);
    try {
      expect(await won()).toBe("0.00");
    } finally {
      await yearFrom(1);
    }
    expect(await won()).toBe("25000.00");
  });

  test("is on the partner's side its own, for those who may see it", async () => {
    const master = await world.as("alpine-admin").call(contract.listPartners);
    expect(
      master.items.map((one) => [one.name, one.tier?.level ?? null, one.wonThisQuarter?.amount ?? null]),
    ).toEqual([
      ["Alpine Trade", "Silver", "1200.00"],
      ["Birch Sales", null, null],
      ["Cedar Reps", null, null],
    ]);
    const seller = await world.as("alpine-seller").call(contract.listPartners, { query: { tier: "Silver" } });
    expect(seller.items).toEqual([]);
    for (const tier of ["Silver", "Gold"]) {
      const found = await world.as("alpine-admin").call(contract.listPartners, { query: { tier } });
      expect(names(found)).toEqual(tier === "Silver" ? ["Alpine Trade"] : []);
    }
  });
});
