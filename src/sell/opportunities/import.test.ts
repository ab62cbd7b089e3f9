import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#platform/database/tx.ts";
import { newId } from "#platform/ids.ts";
import type { ImportContext } from "#platform/imports/kind.ts";
import { Problem } from "#platform/problem.ts";
import { submitOne } from "../../../test/world/played.ts";
import { plan } from "../../../test/world/seed.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { proposePaySplit } from "../splits/contract.ts";
import { confirmTouchpoint, logTouchpoint } from "../touchpoints/contract.ts";
import { changeOpportunity, listOpportunities, moveOpportunity, reverseWin } from "./contract.ts";
import { importKind } from "./index.ts";
import { reliedOn } from "./server/import/undo.ts";

/** Cells of a row by field; what is left out is empty. */
type Row = Record<string, string>;

let world: World;
let imports = 0;
const usd = (amount: string) => ({ amount, currency: "USD" });

async function asManager<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
  return world.hanse.door.withPrincipal(await world.principal("channel-manager"), act);
}

/** Puts rows where the reading of a file leaves them, and begins an import of them. */
async function staged(
  rows: Row[],
  openingReason: string | null = "Carried over from the CRM.",
): Promise<ImportContext> {
  const importId = newId();
  imports += 1;
  await world.admin.query(
    `insert into import (vendor_id, id, number, kind, state, file_name, file_key, file_bytes, file_sha256, columns, started_by, created_at)
     values ($1, $2, $3, 'opportunities', 'running', 'pipeline.csv', 'key', 1, '\\x00', '{}', $4, now())`,
    [world.vendors.nordwind.uuid, importId, imports, world.people["channel-manager"].uuid],
  );
  const cells = rows.map((row) => importKind.fields.map((field) => row[field.key] ?? null));
  await world.admin.query(
    `insert into import_stage (import_id, row_no, cells)
     select $1, row_no, array(select jsonb_array_elements_text(cells))
     from jsonb_array_elements($2::jsonb) with ordinality as given (cells, row_no)`,
    [importId, JSON.stringify(cells)],
  );
  return { importId, currency: "USD", openingReason, options: {} };
}

async function run(rows: Row[], openingReason?: string | null) {
  const context = await staged(rows, openingReason);
  await asManager((tx) => importKind.check(tx, context));
  const result = await asManager((tx) =>
    importKind.apply(tx, context, { fromRow: 1, toRow: rows.length + 1 }),
  );
  return { context, result };
}
async function problemsOf({ importId }: ImportContext) {
  const { rows } = await world.admin.query(
    "select row_no, field, code, message from import_problem where import_id = $1 order by row_no, field, code",
    [importId],
  );
  return rows.map((row) => [row.row_no, row.field, row.code]);
}
async function found(externalId: string) {
  const { items } = await world.as("admin").call(listOpportunities, { query: { search: externalId } });
  const one = items.find((item) => item.externalId === externalId);
  if (one === undefined) throw new Error(`${externalId} is not there.`);
  return one;
}
async function winsAndValues(externalId: string) {
  const { rows } = await world.admin.query(
    `select w.n, w.reversed_at is null as living, w.reversed_minor::text as reversed, w.changed_at > w.recorded_at as changed,
       (select array_agg(p.name || ' ' || f.counts_on || ' ' || f.amount_minor order by f.counts_on, f.amount_minor)
        from fact f join partner p on p.id = f.partner_id where f.source_id = w.id and f.kind = 'won_value') as values
     from win w join opportunity o on o.id = w.opportunity_id where o.external_id = $1 order by w.n`,
    [externalId],
  );
  return rows;
}

/** Each test has rows of its own. */
let tests = 0;
const idOf = (n: number) => `T${tests}-${n}`;
const wonRow: Row = {
  owner: "Birch Sales",
  account: "Kvarner Marine",
  product: "Gust Basic",
  stage: "won",
  value: "100000",
  "engaged-on": "2026-01-12",
  "closed-on": "2026-05-20",
};
const openRow: Row = {
  owner: "Birch Sales",
  account: "Kvarner Marine",
  product: "Gale Special",
  stage: "engaging",
  "engaged-on": "2026-02-02",
};

describe("a file of opportunities", () => {
  let won: Row;
  let open: Row;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => {
    tests += 1;
    won = { "external-id": idOf(1), ...wonRow };
    open = { "external-id": idOf(2), ...openRow };
  });

  test("brings what is new, with wins, won value and the customers that its partners then see", async () => {
    const lost = {
      "external-id": idOf(3),
      owner: "Elm Agency",
      stage: "lost",
      value: "0",
      "closed-on": "2026-04-01",
    };
    const direct = {
      "external-id": idOf(4),
      seller: "direct-seller@nordwind.example",
      account: "Quarry Finance",
    };
    const { context, result } = await run([{ ...won, account: "Quarry Finance" }, open, lost, direct]);
    expect(await problemsOf(context)).toEqual([]);
    expect(result).toEqual({ created: 4, updated: 0, unchanged: 0 });
    expect(await found(idOf(1))).toMatchObject({
      name: "Gust Basic for Quarry Finance",
      owner: { name: "Birch Sales" },
      stage: { key: "won" },
      value: usd("1000.00"),
      payBasis: "opening-import",
      products: ["Gust Basic"],
    });
    expect(await found(idOf(3))).toMatchObject({ name: idOf(3), value: null, account: null });
    expect(await found(idOf(4))).toMatchObject({
      seller: { name: "Dina Sellner" },
      stage: { key: "prospecting" },
    });
    expect(await winsAndValues(idOf(1))).toEqual([
      { n: 1, living: true, reversed: "0", changed: false, values: ["Birch Sales 2026-05-20 100000"] },
    ]);
    const seen = await world.as("birch-seller").call(listOpportunities, { query: { search: "quarry" } });
    expect(seen.items.map((one) => one.externalId)).toEqual([idOf(1)]);
  });

  test("that is no opening one brings deals that earn nothing", async () => {
    await run([won], null);
    expect(await found(idOf(1))).toMatchObject({ payBasis: null });
    expect(await winsAndValues(idOf(1))).toHaveLength(1);
  });

  test("reports what it cannot take, row by row, and takes the rest", async () => {
    const rows: [Row, unknown[]][] = [
      [{ ...won, value: "" }, ["value", "won-without-value"]],
      [{ ...won, "closed-on": "" }, ["closed-on", "won-without-day"]],
      [{ ...won, stage: "lost", "closed-on": "" }, ["closed-on", "lost-without-day"]],
      [{ ...open, "closed-on": "2026-05-20" }, ["closed-on", "open-with-day"]],
      [{ ...won, "closed-on": "2026-01-11" }, ["closed-on", "closed-before-engaged"]],
      [{ ...won, "closed-on": "2026-06-16" }, ["closed-on", "closed-in-future"]],
      [{ ...won, value: "-1" }, ["value", "negative-value"]],
      [{ ...won, value: "1000000000000001" }, ["value", "absurd-value"]],
      [{ ...open, quantity: "0" }, ["quantity", "no-quantity"]],
      [{ ...open, owner: "Birk Sales" }, ["owner", "unknown"]],
      [{ ...open, owner: "Ginster Vertrieb" }, ["owner", "unknown"]],
      [{ ...open, account: "Kvarner" }, ["account", "unknown"]],
      [{ ...open, product: "GTXPro" }, ["product", "unknown"]],
      [{ ...open, seller: "finance@nordwind.example", owner: "" }, ["seller", "unknown"]],
      [{ ...open, seller: "direct-seller@nordwind.example" }, ["seller", "two-holders"]],
    ];
    const given = rows.map(([row], index) => ({
      ...Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")),
      "external-id": idOf(index),
    }));
    const { context, result } = await run([...given, won]);
    expect(await problemsOf(context)).toEqual(rows.map(([, problem], index) => [index + 1, ...problem]));
    expect(result).toEqual({ created: 1, updated: 0, unchanged: 0 });
  });

  test("changes nothing twice, and leaves what people changed here until the source changes it", async () => {
    const { context } = await run([won, open]);
    const first = await found(idOf(1));
    const again = await asManager((tx) => importKind.apply(tx, context, { fromRow: 1, toRow: 3 }));
    expect(again).toEqual({ created: 0, updated: 0, unchanged: 2 });
    await world.as("admin").call(reverseWin, {
      params: { opportunityId: first.id },
      body: { reason: "The customer sent it back." },
    });
    const { result } = await run([won, open]);
    expect(result).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect((await found(idOf(1))).stage.meaning).toBe("lost");
    const { result: renamed } = await run([{ ...won, name: "Harbour radar" }, open]);
    expect(renamed).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(await found(idOf(1))).toMatchObject({ name: "Harbour radar", stage: { meaning: "lost" } });
  });

  test("brings later changes by the rules of a person's act", async () => {
    await run([won, open]);
    world.clock.advance({ hours: 1 });
    const { context, result } = await run([
      { ...won, value: "120000", "closed-on": "2026-05-21", owner: "Elm Agency", product: "Storm 500" },
      { ...open, stage: "won", value: "70000", "closed-on": "2026-06-01" },
    ]);
    expect(await problemsOf(context)).toEqual([]);
    expect(result).toEqual({ created: 0, updated: 2, unchanged: 0 });
    expect(await found(idOf(1))).toMatchObject({
      owner: { name: "Elm Agency" },
      closedOn: "2026-05-21",
      products: ["Storm 500"],
      value: usd("1200.00"),
      payBasis: "opening-import",
      version: 2,
    });
    expect(await winsAndValues(idOf(1))).toEqual([
      {
        n: 1,
        living: true,
        reversed: "0",
        changed: true,
        values: [
          "Birch Sales 2026-05-20 100000",
          "Birch Sales 2026-06-15 -100000",
          "Elm Agency 2026-06-15 120000",
        ],
      },
    ]);
    expect(await winsAndValues(idOf(2))).toMatchObject([{ n: 1, values: ["Birch Sales 2026-06-01 70000"] }]);
    world.clock.advance({ hours: 1 });
    await run([
      { ...won, value: "120000", owner: "Elm Agency", stage: "lost", "closed-on": "2026-06-02" },
      { ...open, stage: "engaging" },
    ]);
    expect(await found(idOf(2))).toMatchObject({ stage: { key: "engaging" }, closedOn: null });
    expect(await winsAndValues(idOf(2))).toMatchObject([{ n: 1, living: false, reversed: "70000" }]);
    expect(await winsAndValues(idOf(1))).toMatchObject([
      { n: 1, living: false, reversed: "120000", changed: true },
    ]);
    await run([{ ...open, stage: "won", value: "71000", "closed-on": "2026-06-03" }]);
    expect(await winsAndValues(idOf(2))).toMatchObject([
      { n: 1, living: false },
      { n: 2, living: true, values: ["Birch Sales 2026-06-03 71000"] },
    ]);
    const { rows } = await world.admin.query(
      `select distinct r.reason from win_reversal r join win w on w.id = r.win_id join opportunity o on o.id = w.opportunity_id
       where o.external_id like $1 order by 1`,
      [`T${tests}-%`],
    );
    expect(rows.map((row) => row.reason)).toEqual(["Imported as lost.", "Imported as open again."]);
  });

  test("a new stage brings its value along, though the source said it before", async () => {
    await run([{ ...open, value: "50000" }]);
    await run([{ ...open, value: "50000", stage: "won", "closed-on": "2026-06-01" }]);
    expect(await found(idOf(2))).toMatchObject({ stage: { key: "won" }, value: usd("500.00") });
  });

  test("cannot bring a value below what was taken back", async () => {
    await run([won]);
    const one = await found(idOf(1));
    await world.as("admin").call(reverseWin, {
      params: { opportunityId: one.id },
      body: { amount: usd("400"), reason: "Two units came back." },
    });
    const { context } = await run([{ ...won, value: "40000" }]);
    expect(await problemsOf(context)).toEqual([[1, "value", "below-reversed"]]);
    await run([{ ...won, value: "90000" }]);
    expect(await winsAndValues(idOf(1))).toMatchObject([
      {
        values: [
          "Birch Sales 2026-05-20 100000",
          "Birch Sales 2026-06-15 -40000",
          "Birch Sales 2026-06-15 -10000",
        ],
      },
    ]);
  });

  test("is undone with all that hangs on it, but for what somebody has changed", async () => {
    const before = await counts();
    const { context } = await run([{ ...won, account: "Quarry Finance" }, open]);
    const result = await asManager((tx) => importKind.undo(tx, context));
    expect(result).toEqual({ removed: 2, kept: [] });
    expect(await counts()).toEqual(before);

    const second = await run([won, open]);
    const one = await found(idOf(2));
    await world.as("admin").call(moveOpportunity, {
      params: { opportunityId: one.id },
      ifMatch: one.version,
      body: { stage: "prospecting" },
    });
    expect(await asManager((tx) => importKind.undo(tx, second.context))).toEqual({
      removed: 1,
      kept: [{ label: `${idOf(2)}: Gale Special for Kvarner Marine`, why: "Somebody has changed it since." }],
    });
  });

  test("is not undone when what it created is part of a posted run", async () => {
    const { context } = await run([won, { ...open, "external-id": idOf(3) }]);
    const finance = world.as("finance");
    const preview = await finance.post("/runs", { planId: plan.id, period: "2026-05" });
    const posted = await finance.post(`/runs/${preview.body.id}/posting`, {}, { idempotencyKey: newId() });
    expect(posted.status).toBe(201);
    await expect(asManager((tx) => importKind.undo(tx, context))).rejects.toMatchObject({
      type: "import-in-use",
      message: `This import cannot be undone: ${idOf(1)} is part of a posted run.`,
    });
    expect(await found(idOf(3))).toMatchObject({ version: 1 });
  });

  test("is not undone when a later import has changed what it created", async () => {
    const { context } = await run([won, { ...open, "external-id": idOf(9) }]);
    await run([{ ...open, "external-id": idOf(9), name: "Harbour radar" }]);
    const refusal = { status: 409, type: "import-in-use", extra: { inUse: [idOf(9)] } };
    await expect(asManager((tx) => importKind.undo(tx, context))).rejects.toMatchObject(refusal);
    expect((await found(idOf(1))).name).toBe("Gust Basic for Kvarner Marine");
  });

  test("is not undone when what somebody did since belongs to what it created, and says what", async () => {
    const { context } = await run([won, { ...open, "external-id": idOf(4) }]);
    const refusal = async () => {
      const found = await asManager((tx) => importKind.undo(tx, context)).catch((error: unknown) => error);
      if (!(found instanceof Problem)) throw found;
      return [found.status, found.type, found.message];
    };
    const sale = await found(idOf(1));
    const other = await found(idOf(4));
    const logged = {
      kind: "meeting" as const,
      occurredOn: "2026-06-01",
      withWhom: "Purchasing",
      purpose: "Terms",
    };
    const touchpoint = await world
      .as("birch-seller")
      .call(logTouchpoint, { body: { ...logged, accountId: sale.account?.id } });
    const params = { touchpointId: touchpoint.id };
    await world.as("admin").call(confirmTouchpoint, { params, body: { opportunityId: sale.id } });
    const cannot = (what: string) => [409, "import-in-use", `This import cannot be undone: ${what}.`];
    expect(await refusal()).toEqual(cannot(`${idOf(1)} has a touchpoint that counts for it`));

    for (const opportunityId of [sale.id, other.id])
      await world.as("birch-seller").call(logTouchpoint, { body: { ...logged, opportunityId } });
    expect(await refusal()).toEqual(cannot(`${idOf(1)}, ${idOf(4)} have a touchpoint`));

    const seller = world.as("birch-seller");
    const deal = await submitOne(world, seller, "Undone Umbrellas");
    await world.admin.query(
      "update registration set opportunity_id = (select id from opportunity where external_id = $2) where customer_name = $1",
      [deal.customer.name, idOf(4)],
    );
    expect(await refusal()).toEqual(cannot(`${idOf(4)} has a registration`));

    const participants = [world.partners.birch, world.partners.cedar].map(({ id }) => ({
      partnerId: id,
      shareBasisPoints: 5000,
    }));
    await world.as("channel-manager").call(proposePaySplit, {
      params: { opportunityId: sale.id },
      body: { participants, terms: "Half each." },
    });
    expect(await refusal()).toEqual(cannot(`${idOf(1)} has a split of the pay credit`));
  });

  test("whatever refers to an opportunity is either a part of it or keeps it from being removed", async () => {
    const { rows } = await world.admin.query<{ table: string }>(
      `select distinct conrelid::regclass::text as table from pg_constraint
       where contype = 'f' and confrelid = 'opportunity'::regclass order by 1`,
    );
    const removed = ["earning", "opportunity_line", "win"];
    expect(rows.map((row) => row.table)).toEqual([...Object.keys(reliedOn), ...removed].sort());
  });

  test("a change here counts as a change when the import is marked as an opening one again", async () => {
    await run([won], null);
    const one = await found(idOf(1));
    await world.as("admin").call(changeOpportunity, {
      params: { opportunityId: one.id },
      ifMatch: one.version,
      body: { name: "Radar" },
    });
    await run([won]);
    expect(await found(idOf(1))).toMatchObject({ name: "Radar", payBasis: null });
  });

  async function counts() {
    const tables = ["opportunity", "opportunity_line", "win", "fact", "partner_account"];
    const { rows } = await world.admin.query(
      `select ${tables.map((name) => `(select count(*) from ${name})::integer as ${name}`).join(", ")}`,
    );
    return rows[0];
  }
});
