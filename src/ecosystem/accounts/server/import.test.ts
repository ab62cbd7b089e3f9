import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { type FileRow, type StagedImport, stageRows } from "#platform/imports/records/staged.fixture.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { changeAccount, createAccount, listAccounts, listPartnerAccounts } from "../contract.ts";
import { importKind } from "./import.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function inTx<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal("channel-manager"), act);
}

/** Checks and takes over, as a person does who imports a file. */
async function importFile(file: FileRow[], rowsPerRange?: number) {
  return inTx(async (tx) => {
    const staged = await stageRows(tx, importKind, file);
    const problems = await staged.check(tx);
    return { staged, problems, result: await staged.apply(tx, rowsPerRange) };
  });
}

async function problemsOf(file: FileRow[], given?: { broken?: number[] }) {
  const found = await inTx(async (tx) => (await stageRows(tx, importKind, file, given)).check(tx));
  return found.map((problem) => [problem.row, problem.field, problem.code]);
}

async function find(search: string) {
  const { items } = await world.as("admin").call(listAccounts, { query: { search } });
  return items;
}

const undo = (staged: StagedImport) => inTx((tx) => staged.undo(tx));

describe("a file of accounts", () => {
  const file: FileRow[] = [
    { name: "Acme Cargo", sector: "technology", parent: "Zonex" },
    {
      name: "Zonex",
      sector: "retail",
      "year-established": "1996",
      "annual-revenue": "1100.04",
      employees: "2822",
      country: "KR",
      parent: "Halden Foundry",
    },
  ];

  test("creates accounts with parents that come later in it or are there already, and nothing twice", async () => {
    const first = await importFile(file, 1);
    expect(first.problems).toEqual([]);
    expect(first.result).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect((await find("zonex"))[0]).toMatchObject({
      externalId: "Zonex",
      yearEstablished: 1996,
      annualRevenueMillions: "1100.04",
      employees: 2822,
      country: "KR",
      parent: { name: "Halden Foundry" },
      version: 1,
    });
    expect((await find("acme"))[0]?.parent?.name).toBe("Zonex");
    const again = await importFile(file);
    expect(again.result).toEqual({ created: 0, updated: 0, unchanged: 2 });
  });

  test("changes what it says anew, and leaves alone what people have changed since", async () => {
    await importFile([{ "external-id": "T-1", name: "Tarn", sector: "retail", employees: "10" }]);
    const [before] = await find("tarn");
    await world.as("admin").call(changeAccount, {
      params: { accountId: before?.id ?? "" },
      ifMatch: 1,
      body: { sector: "finance" },
    });
    const { result } = await importFile([
      { "external-id": "T-1", name: "Tarn", sector: "retail", employees: "11" },
    ]);
    expect(result).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect((await find("tarn"))[0]).toMatchObject({ sector: "finance", employees: 11, version: 3 });
    const same = await importFile([
      { "external-id": "T-1", name: "Tarn", sector: "retail", employees: null },
    ]);
    expect(same.result.unchanged).toBe(1);
    expect((await find("tarn"))[0]?.employees).toBe(11);
  });

  test("moves an account to another parent, and partners see a new name", async () => {
    const { result } = await importFile([
      { "external-id": "Lumen Retail Nord", name: "Lumen North", parent: "kvarner marine" },
    ]);
    expect(result.updated).toBe(1);
    expect((await find("lumen north"))[0]?.parent?.name).toBe("Kvarner Marine");
    const seen = await world.as("cedar-admin").call(listPartnerAccounts, { query: { search: "lumen" } });
    expect(seen.items.map((one) => one.account.name)).toEqual(["Lumen North"]);
  });

  test("reports rows that cannot be, and takes the others", async () => {
    expect(
      await problemsOf([
        { name: "Twin" },
        { name: "Twin" },
        { name: "Old", "year-established": "999" },
        { name: "Rich", "annual-revenue": "1000000000000" },
        { name: "Exact", "annual-revenue": "1.005" },
        { name: "N".repeat(201) },
        { name: "Lost", parent: "Nobody at all" },
        { name: "Self", parent: "self" },
      ]),
    ).toEqual([
      [2, "name", "duplicate"],
      [3, "year-established", "out-of-range"],
      [4, "annual-revenue", "out-of-range"],
      [5, "annual-revenue", "rounded"],
      [6, "name", "too-long"],
      [7, "parent", "unknown-parent"],
      [8, "parent", "own-parent"],
    ]);
  });

  test("reports circles, also through accounts that are there, and what hangs on rows that are left out", async () => {
    expect(
      await problemsOf([
        { name: "Ring A", parent: "Ring B" },
        { name: "Ring B", parent: "Ring A" },
        { name: "Below the ring", parent: "Ring A" },
        { name: "Further below", parent: "Below the ring" },
        { "external-id": "Lumen Retail", name: "Lumen Retail", parent: "Lumen Retail Nord" },
        { "external-id": "Lumen Retail Nord", name: "Lumen North", parent: "Lumen Retail" },
      ]),
    ).toEqual([
      [1, "parent", "hierarchy-cycle"],
      [2, "parent", "hierarchy-cycle"],
      [3, "parent", "endless-parents"],
      [4, "parent", "endless-parents"],
      [5, "parent", "hierarchy-cycle"],
      [6, "parent", "hierarchy-cycle"],
    ]);
    expect(
      await problemsOf(
        [{ name: "Broken" }, { name: "Child", parent: "Broken" }, { name: "Grandchild", parent: "child" }],
        {
          broken: [1],
        },
      ),
    ).toEqual([
      [2, "parent", "parent-left-out"],
      [3, "parent", "parent-left-out"],
    ]);
  });

  test("says when a name could be two, or is there without an id", async () => {
    const admin = world.as("admin");
    await admin.call(createAccount, { body: { name: "Double", externalId: "D-1" } });
    await admin.call(createAccount, { body: { name: "Double" } });
    expect(
      await problemsOf([
        { name: "Child of two", parent: "double" },
        { name: "Child of one", parent: "D-1" },
        { "external-id": "D-2", name: "Double" },
      ]),
    ).toEqual([
      [1, "parent", "ambiguous-parent"],
      [3, "name", "same-name"],
    ]);
  });
});

describe("undoing a file of accounts", () => {
  test("removes what it created, parents and children alike", async () => {
    const { staged } = await importFile([{ name: "Undone child", parent: "Undone" }, { name: "Undone" }]);
    expect(await undo(staged)).toEqual({ removed: 2, kept: [] });
    expect(await find("undone")).toEqual([]);
  });

  test("keeps what somebody has changed or used, and what that belongs to", async () => {
    const { staged } = await importFile([
      { name: "Kept top" },
      { name: "Kept child", parent: "Kept top" },
      { name: "Kept parent" },
      { name: "Gone" },
    ]);
    const admin = world.as("admin");
    const [child] = await find("kept child");
    const [parent] = await find("kept parent");
    await admin.call(changeAccount, {
      params: { accountId: child?.id ?? "" },
      ifMatch: 1,
      body: { employees: 3 },
    });
    await admin.call(createAccount, { body: { name: "By hand", parentId: parent?.id ?? "" } });
    const { removed, kept } = await undo(staged);
    expect(removed).toBe(1);
    expect(kept).toEqual([
      { label: "Kept child", why: "Somebody has changed it since." },
      { label: "Kept parent", why: "Another account belongs to it." },
      { label: "Kept top", why: "Another account belongs to it." },
    ]);
  });

  test("keeps what a partner has logged a touchpoint for, and says so", async () => {
    const { staged } = await importFile([{ name: "Touched" }, { name: "Untouched" }]);
    await world.admin.query(
      `insert into touchpoint (vendor_id, id, partner_id, kind, account_id, about, occurred_on, with_whom, purpose, author_id, recorded_at)
       select a.vendor_id, gen_random_uuid(), $2, 'demo', a.id, a.name, '2026-06-01', 'Their board', 'Terms', $3, now()
       from account a where a.vendor_id = $1 and a.name = 'Touched'`,
      [world.vendors.nordwind.uuid, world.partners.birch.uuid, world.people["birch-seller"].uuid],
    );
    expect(await undo(staged)).toEqual({
      removed: 1,
      kept: [{ label: "Touched", why: "A partner has logged a touchpoint for it." }],
    });
  });

  test("is refused when a later import has used or changed it, and names both", async () => {
    const first = await importFile([{ name: "Base" }, { name: "Base two" }]);
    await importFile([{ name: "Later child", parent: "Base" }]);
    await expect(undo(first.staged)).rejects.toMatchObject({
      type: "import-in-use",
      message: expect.stringMatching(
        /^This import cannot be undone: Base is used or changed by import \d+ \(file.csv\)\. Undo that import first, then this one\.$/,
      ),
    });
    const second = await importFile([{ name: "Changed later" }]);
    await importFile([{ name: "Changed later", employees: "5" }]);
    await expect(undo(second.staged)).rejects.toMatchObject({ type: "import-in-use" });
  });
});
