import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type World } from "../../../../test/world/world.ts";
import * as contract from "../contract.ts";
import { shareAccounts } from "./partner-accounts.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const names = (list: { items: { name: string }[] }) => list.items.map((item) => item.name);

describe("the list of accounts", () => {
  test("is the vendor's: staff and direct sellers read it, partners do not", async () => {
    for (const who of ["finance", "direct-seller"] as const) {
      expect((await world.as(who).call(contract.listAccounts)).items, who).toHaveLength(8);
    }
    for (const path of ["/accounts", "/accounts.csv", `/accounts/${world.accounts.kvarner.id}`]) {
      expect((await world.as("birch-admin").get(path)).status, path).toBe(403);
    }
  });

  test("narrows and sorts", async () => {
    const admin = world.as("admin");
    const found = async (query: object) => names(await admin.call(contract.listAccounts, { query }));
    expect(await found({ search: "LUMEN" })).toEqual(["Lumen Retail", "Lumen Retail Nord"]);
    expect(await found({ sector: "finance" })).toEqual(["Quarry Finance"]);
    expect(await found({ country: "HU" })).toEqual(["Sandor Media"]);
    expect(await found({ parentId: world.accounts.lumen.id })).toEqual(["Lumen Retail Nord"]);
    expect(await found({ sort: "-name", limit: 1 })).toEqual(["Sandor Media"]);
  });

  test("comes in pages in every order, those of unknown size included", async () => {
    const admin = world.as("admin");
    await admin.call(contract.createAccount, {
      body: { name: "Large", employees: 9_000, annualRevenueMillions: "12.5" },
    });
    await admin.call(contract.createAccount, {
      body: { name: "Small", employees: 0, annualRevenueMillions: "0" },
    });
    for (const sort of contract.accountSorts) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const list = await admin.call(contract.listAccounts, { query: { sort, limit: 3, cursor } });
        seen.push(...list.items.map((item) => item.id));
        cursor = list.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect([seen.length, new Set(seen).size], sort).toEqual([10, 10]);
    }
    const largest = await admin.call(contract.listAccounts, {
      query: { sort: "-annualRevenueMillions", limit: 2 },
    });
    expect(names(largest)).toEqual(["Large", "Small"]);
    expect(largest.items[0]?.annualRevenueMillions).toBe("12.50");
  });
});

describe("an account's record", () => {
  test("says what hangs on it, and to direct sellers nothing of partners", async () => {
    const params = { accountId: world.accounts.kvarner.id };
    expect((await world.as("admin").call(contract.getAccount, { params })).counts).toEqual({
      children: 0,
      partners: 2,
    });
    const seen = await world.as("direct-seller").call(contract.getAccount, { params });
    expect(seen.counts).toEqual({ children: 0, partners: null });
  });

  test("of another vendor answers like none", async () => {
    const foreign = await world.as("admin").get(`/accounts/${world.accounts.southKvarner.id}`);
    const absent = await world.as("admin").get("/accounts/acc_01900000000070008000000000000000");
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: "" }).toEqual({ ...absent.body, requestId: "" });
  });
});

describe("adding and changing accounts", () => {
  test("keeps what is known, and clears what is taken back", async () => {
    const manager = world.as("channel-manager");
    const added = await manager.call(contract.createAccount, {
      body: {
        name: "Mistral AG",
        externalId: "M-1",
        sector: "energy",
        country: "CH",
        yearEstablished: 1986,
        employees: 1185,
        annualRevenueMillions: "647.18",
        parentId: world.accounts.ridge.id,
      },
    });
    expect(added).toMatchObject({
      parent: { name: "Ridge Telecom" },
      annualRevenueMillions: "647.18",
      version: 1,
    });
    const changed = await manager.call(contract.changeAccount, {
      params: { accountId: added.id },
      ifMatch: 1,
      body: { parentId: null, employees: null, sector: "finance" },
    });
    expect(changed).toMatchObject({
      parent: null,
      employees: null,
      sector: "finance",
      country: "CH",
      version: 2,
    });
    const late = await manager.patch(`/accounts/${added.id}`, { name: "Late" }, { ifMatch: 1 });
    expect(late.body.type).toBe("version-mismatch");
    const events = await world.admin.query(
      "select type from event where subject_kind = 'account' and payload->>'name' = 'Mistral AG'",
    );
    expect(events.rows).toEqual([{ type: "account.created" }]);
  });

  test("refuses what cannot be, and says where", async () => {
    const refused = async (body: object) =>
      (await world.as("admin").post("/accounts", body)).body.errors?.[0]?.pointer;
    expect(await refused({ name: "" })).toBe("/name");
    expect(await refused({ name: "X", country: "XX" })).toBe("/country");
    expect(await refused({ name: "X", sector: "technolgy" })).toBe("/sector");
    expect(await refused({ name: "X", employees: -1 })).toBe("/employees");
    expect(await refused({ name: "X", annualRevenueMillions: "1.234" })).toBe("/annualRevenueMillions");
    expect(await refused({ name: "X", parentId: world.accounts.southKvarner.id })).toBe("/parentId");
    expect(await refused({ name: "X", externalId: "Ridge Telecom" })).toBe("/externalId");
  });

  test("never lets a company belong to itself, not even when two people write the halves at once", async () => {
    const admin = world.as("admin");
    const make = async (name: string) => admin.call(contract.createAccount, { body: { name } });
    const put = (child: contract.Account, parent: contract.Account) =>
      admin.patch(`/accounts/${child.id}`, { parentId: parent.id }, { ifMatch: child.version });
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await make("Left"), await make("Right")];
      const answers = await Promise.all([put(a, b), put(b, a)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      expect(answers.find((answer) => answer.status === 409)?.body.type).toBe("hierarchy-cycle");
    }
    const alone = await make("Alone");
    expect((await put(alone, alone)).body.detail).toBe("An account cannot belong to itself.");
  });
});

describe("what partners see of accounts", () => {
  test("is what lies within their deals, under its present name", async () => {
    const seen = async (who: "birch-seller" | "alpine-seller" | "cedar-admin") =>
      (await world.as(who).call(contract.listPartnerAccounts)).items.map((one) => [
        one.partner.name,
        one.account.name,
      ]);
    expect(await seen("birch-seller")).toEqual([
      ["Birch Sales", "Kvarner Marine"],
      ["Birch Sales", "Lumen Retail"],
    ]);
    expect(await seen("alpine-seller")).toHaveLength(7);
    const kvarner = { accountId: world.accounts.kvarner.id };
    await world
      .as("admin")
      .call(contract.changeAccount, { params: kvarner, ifMatch: 1, body: { name: "Kvarner Marine AS" } });
    expect(await seen("birch-seller")).toContainEqual(["Birch Sales", "Kvarner Marine AS"]);
    const cedars = await world.as("birch-seller").call(contract.listPartnerAccounts, {
      query: { partnerId: world.partners.cedar.id },
    });
    expect(cedars).toEqual({ items: [], nextCursor: null });
  });

  test("is shared once, however often it is said", async () => {
    const manager = await world.principal("channel-manager");
    const pair = sql<{
      partner_id: string;
      account_id: string;
    }>`select ${world.partners.elm.uuid}::uuid, ${world.accounts.quarry.uuid}::uuid`;
    const share = () =>
      world.hanse.door.withPrincipal(manager, (tx) => shareAccounts(tx, sql`${pair} union all ${pair}`));
    expect([await share(), await share()]).toEqual([1, 0]);
    const seen = await world
      .as("elm-seller")
      .call(contract.listPartnerAccounts, { query: { search: "quarry" } });
    expect(seen.items).toMatchObject([{ account: { name: "Quarry Finance" }, country: "US" }]);
  });
});
