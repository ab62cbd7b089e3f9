import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { type FileRow, stageRows } from "#platform/imports/records/staged.fixture.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import { changePartner, createEdge, getPartner, listEdges, listPartners } from "../contract.ts";
import { importKind } from "./import.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function inTx<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal("channel-manager"), act);
}

const importFile = (file: FileRow[], options: Record<string, string> = {}, rowsPerRange?: number) =>
  inTx(async (tx) => {
    const staged = await stageRows(tx, importKind, file, { options });
    const problems = await staged.check(tx);
    return { staged, problems, result: await staged.apply(tx, rowsPerRange) };
  });

async function problemsOf(file: FileRow[], options: Record<string, string> = {}) {
  const found = await inTx(async (tx) => (await stageRows(tx, importKind, file, { options })).check(tx));
  return found.map((problem) => [problem.row, problem.field, problem.code]);
}

async function find(search: string) {
  const { items } = await world.as("admin").call(listPartners, { query: { search } });
  return items;
}

async function edgesOf(name: string) {
  const [partner] = await find(name);
  const { items } = await world.as("admin").call(listEdges, { params: { partnerId: partner?.id ?? "" } });
  return items.map((edge) => [edge.parent.name, edge.child.name, edge.effectiveFrom, edge.effectiveUntil]);
}

describe("a file of partners", () => {
  const file: FileRow[] = [
    { name: "Gina Sub", type: "sub-agent", territory: "Central", parent: "Gerd Master" },
    { name: "Gerd Master", type: "master-agent", territory: "Central" },
    { name: "Gus Sub", type: "sub-agent", parent: "alpine trade" },
  ];

  test("creates partners below masters of the file or known ones, from the day told, and nothing twice", async () => {
    const { problems, result } = await importFile(file, { "effective-from": "2026-01-01" }, 1);
    expect(problems).toEqual([]);
    expect(result).toEqual({ created: 3, updated: 0, unchanged: 0 });
    const [gina] = await find("gina");
    expect(gina).toMatchObject({
      externalId: "Gina Sub",
      types: ["sub-agent"],
      territory: "Central",
      parent: { name: "Gerd Master", kind: "master of" },
      version: 1,
    });
    expect(await edgesOf("gina")).toEqual([["Gerd Master", "Gina Sub", "2026-01-01", null]]);
    expect(await edgesOf("gus sub")).toEqual([["Alpine Trade", "Gus Sub", "2026-01-01", null]]);
    expect((await importFile(file)).result).toEqual({ created: 0, updated: 0, unchanged: 3 });
    expect(await edgesOf("gina")).toHaveLength(1);
  });

  test("adds a type and a master that a partner did not have, as a change of it", async () => {
    const row = {
      "external-id": "Fir Direct",
      name: "Fir Direct",
      type: "referral",
      parent: "Delta Channels",
    };
    expect((await importFile([row])).result).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const [fir] = await find("fir direct");
    expect(fir).toMatchObject({
      types: ["direct-agent", "referral"],
      parent: { name: "Delta Channels" },
      version: 2,
    });
    expect(await edgesOf("fir direct")).toEqual([["Delta Channels", "Fir Direct", "2026-06-15", null]]);
    expect((await importFile([row])).result.unchanged).toBe(1);
  });

  test("reports a second master, circles and unknown masters", async () => {
    expect(
      await problemsOf([
        { "external-id": "Birch Sales", name: "Birch Sales", type: "sub-agent", parent: "Delta Channels" },
        { "external-id": "Alpine Trade", name: "Alpine Trade", type: "master-agent", parent: "Cedar Reps" },
        { name: "X", type: "sub-agent", parent: "Nobody" },
        { name: "Y", type: "sub-agent", parent: "X" },
      ]),
    ).toEqual([
      [1, "parent", "parent-exists"],
      [2, "parent", "hierarchy-cycle"],
      [3, "parent", "unknown-parent"],
      [4, "parent", "parent-left-out"],
    ]);
    await expect(
      problemsOf([{ name: "Z", type: "msp" }], { "effective-from": "soon" }),
    ).rejects.toMatchObject({
      errors: [{ pointer: "/options/effective-from" }],
    });
  });
});

describe("undoing a file of partners", () => {
  test("removes partners, types and edges, and keeps what somebody has changed or used", async () => {
    const { staged } = await importFile([
      { name: "Undo Master", type: "master-agent" },
      { name: "Undo Sub", type: "sub-agent", parent: "Undo Master" },
      { name: "Undo Changed", type: "sub-agent", parent: "Undo Master" },
      { name: "Undo Used", type: "sub-agent" },
    ]);
    const admin = world.as("admin");
    const [changed] = await find("undo changed");
    const [used] = await find("undo used");
    await admin.call(changePartner, {
      params: { partnerId: changed?.id ?? "" },
      ifMatch: 1,
      body: { territory: "North" },
    });
    await admin.call(createEdge, {
      params: { partnerId: used?.id ?? "" },
      body: { kind: "master of", parentId: world.partners.delta.id },
    });
    expect(await inTx((tx) => staged.undo(tx))).toEqual({
      removed: 2,
      kept: [
        { label: "Undo Changed", why: "Somebody has changed it since." },
        { label: "Undo Used", why: "Its place in the hierarchy was changed since." },
      ],
    });
    expect((await find("undo")).map((one) => [one.name, one.parent?.name ?? null])).toEqual([
      ["Undo Changed", null],
      ["Undo Used", "Delta Channels"],
    ]);
    const record = await admin.call(getPartner, { params: { partnerId: changed?.id ?? "" } });
    expect(record.types).toEqual(["sub-agent"]);
  });

  test("is refused once a posted run has used a tier of one of them", async () => {
    const { staged } = await importFile([{ name: "Paid", type: "sub-agent" }]);
    const [paid] = await find("paid");
    await world.admin.query(
      `insert into tier_standing (vendor_id, partner_id, program_id, quarter_start, level, basis_minor, currency, program_version_id, run_id)
       select p.vendor_id, p.id, v.program_id, '2026-04-01', 'Silver', 0, 'USD', v.id, p.id from partner p join program_version v using (vendor_id)
       where p.name = 'Paid'`,
    );
    await expect(inTx((tx) => staged.undo(tx))).rejects.toMatchObject({
      type: "import-in-use",
      message: "This import cannot be undone: Paid is part of a posted run.",
    });
    expect(await find("paid")).toEqual([paid]);
  });
});

describe("a country in a file of partners", () => {
  const placesOfAll = async () => {
    const { rows } = await world.admin.query(
      `select p.name as partner, l.name, l.country, m.effective_from::text as main, m.effective_until::text as until
       from partner_location l join partner p on p.id = l.partner_id left join partner_main_location m on m.location_id = l.id
       where p.name like '% Located' order by 1, 4`,
    );
    return rows.map((row) => [row.partner, row.name, row.main, row.until]);
  };

  test("becomes the main location from the day told, another one takes its place, and undo gives that back", async () => {
    const file: FileRow[] = [
      { name: "Kim Located", type: "reseller", country: "KR" },
      { name: "Lou Located", type: "reseller" },
    ];
    await importFile(file, { "effective-from": "2026-01-01" });
    const same = await importFile(file, { "effective-from": "2026-02-01" });
    expect(same.result).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await placesOfAll()).toEqual([["Kim Located", "South Korea", "2026-01-01", null]]);
    const moved = await importFile(
      [
        { name: "Kim Located", type: "reseller", country: "JP" },
        { name: "Lou Located", type: "reseller", country: "FR" },
      ],
      { "effective-from": "2026-04-01" },
    );
    expect(moved.result).toEqual({ created: 0, updated: 2, unchanged: 0 });
    expect(await placesOfAll()).toEqual([
      ["Kim Located", "South Korea", "2026-01-01", "2026-04-01"],
      ["Kim Located", "Japan", "2026-04-01", null],
      ["Lou Located", "France", "2026-04-01", null],
    ]);
    await inTx((tx) => moved.staged.undo(tx));
    expect(await placesOfAll()).toEqual([["Kim Located", "South Korea", "2026-01-01", null]]);
  });
});
