import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createToyShop, type ToyShop } from "./toy-shop.fixture.ts";

let shop: ToyShop;
beforeAll(async () => {
  shop = await createToyShop();
  await shop.worker();
});
afterAll(() => shop.close());
beforeEach(() => shop.world.admin.query("delete from toy; delete from import_memory"));

const header = "Id,Name,Colour,Price,Sold,Weight,Pieces";
const file = (...lines: string[]) => [header, ...lines, ""].join("\r\n");

describe("an import from the upload to the undo", () => {
  test("shows how the file is written and what its columns probably are", async () => {
    const one = await shop
      .as("admin")
      .upload(Buffer.from("\ufeffId;Label;Colour;Price\n1;Caf\u00e9;red;1,50\n"));
    expect(one).toMatchObject({
      state: "uploaded",
      kind: "products",
      file: { encoding: "utf-8", encodingNote: null, delimiter: "semicolon" },
      sample: [["1", "Café", "red", "1,50"]],
      acts: ["map", "discard"],
    });
    expect(one.columns.map(({ name, guess }) => `${name}: ${guess.field} ${guess.by}`)).toEqual([
      "Id: external-id name",
      "Label: null nothing",
      "Colour: colour name",
      "Price: price name",
    ]);
  });

  test("takes the rows over in canonical form, says so in one event, and is done", async () => {
    const manager = shop.as("channel-manager");
    const checked = await manager.check(
      file('T1," Boat, small",Red,"$1,050.50",31.12.2025,2.50,1', "T2,Car,,,,,"),
    );
    expect(checked).toMatchObject({ state: "checked", failure: null });
    expect(checked.findings).toMatchObject({
      rows: { total: 2, good: 2, withErrors: 0, withWarnings: 0, empty: 0 },
      expected: { created: 2, updated: 0, unchanged: 0 },
    });
    expect(await shop.toys()).toEqual([]);
    const done = await manager.run(checked);
    expect(done).toMatchObject({
      state: "done",
      result: { created: 2, updated: 0, unchanged: 0, skipped: 0 },
      progress: { rowsDone: 2, rowsTotal: 2, phase: null },
      acts: ["undo"],
    });
    const [boat, car] = await shop.toys();
    expect(boat).toMatchObject({
      name: "Boat, small",
      colour: "red",
      price_minor: "105050",
      weight: "2.5",
      pieces: 1,
    });
    expect(car).toMatchObject({ name: "Car", colour: null, price_minor: null });
    const events = await shop.world.admin.query(
      "select actor_name, payload from event where type = 'import.done' and payload->>'fileName' = 'toys.csv'",
    );
    expect(events.rows.at(-1)).toMatchObject({
      actor_name: shop.world.people["channel-manager"].name,
      payload: { created: 2, skipped: 0, kind: "products" },
    });
  });

  test("changes nothing the second time, and says that the file is the same", async () => {
    const admin = shop.as("admin");
    const content = file("S1,Boat,red,5,2026-01-31,1,1", "S2,Car,,,,,");
    const first = await admin.run(await admin.check(content));
    const second = await admin.check(content);
    expect(second.sameFile).toMatchObject({ id: first.id, state: "done" });
    expect(second.findings?.expected).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect((await admin.run(second)).result).toEqual({ created: 0, updated: 0, unchanged: 2, skipped: 0 });
  });

  test("is undone but for what somebody changed since, or not at all", async () => {
    const admin = shop.as("admin");
    const done = await admin.run(await admin.check(file("U1,Boat,,,,,", "U2,Car,,,,,")));
    await shop.world.admin.query("update toy set changed = true where external_id = 'U2'");
    const undone = await admin.post(`/imports/${done.id}/undo`);
    expect(undone.body).toMatchObject({
      state: "undone",
      undo: { removed: 1, kept: [{ label: "Car" }] },
      acts: [],
    });
    expect((await shop.toys()).map((toy) => toy.external_id)).toEqual(["U2"]);
    expect((await admin.post(`/imports/${done.id}/undo`)).body).toMatchObject({ type: "not-open" });

    const used = await admin.run(await admin.check(file("U3,Sold,,,,,")));
    const refused = await admin.post(`/imports/${used.id}/undo`);
    expect([refused.status, refused.body.type, refused.body.detail]).toEqual([
      409,
      "import-in-use",
      "“Sold” is in use.",
    ]);
    expect((await admin.get$(used.id)).state).toBe("done");
  });
});

describe("mapping", () => {
  test("refuses what does not fit, field by field, and changes nothing", async () => {
    const admin = shop.as("admin");
    const one = await admin.upload(file("1,A,,,,,"));
    const refused = await admin.put(
      `/imports/${one.id}/mapping`,
      {
        columns: { Id: "external-id", Nothing: "name", Price: "prize" },
        values: { colour: { Rot: "crimson" } },
        opening: { reason: "Why not" },
      },
      { ifMatch: one.version },
    );
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      "/columns/Nothing",
      "/columns/Price",
      "/columns",
      "/values/colour/Rot",
      "/opening",
    ]);
    expect(await admin.get$(one.id)).toMatchObject({
      state: "uploaded",
      version: one.version,
      mapping: null,
    });
    const stale = await admin.put(
      `/imports/${one.id}/mapping`,
      { columns: {} },
      { ifMatch: one.version + 1 },
    );
    expect(stale.body).toMatchObject({ status: 409, type: "version-mismatch" });
  });

  test("is remembered: columns and values that were confirmed once are proposed and taken next time", async () => {
    const admin = shop.as("admin");
    const content = "Nr,Was,Farbe\nM1,Boat,rot\nM2,Car,rot\n";
    const mapping = { columns: { Nr: "external-id", Was: "name", Farbe: "colour" } };
    const unknown = await admin.check(content, mapping);
    expect(unknown.findings?.unknownValues).toEqual([
      {
        field: "colour",
        column: "Farbe",
        values: [{ value: "rot", count: 2, firstRow: 2, suggestions: [] }],
        more: 0,
      },
    ]);
    await admin.map(unknown, { ...mapping, values: { colour: { rot: "red" } } });
    const again = await admin.upload(content);
    expect(again.columns.map(({ guess }) => `${guess.field} ${guess.by}`)).toEqual([
      "external-id memory",
      "name memory",
      "colour memory",
    ]);
    const checked = await admin.check(content);
    expect(checked.findings).toMatchObject({
      rows: { good: 2 },
      unknownValues: [],
      translatedValues: [{ field: "colour", value: "rot", target: "red", from: "memory" }],
    });
    expect((await shop.as("south-admin").upload(content)).columns[0]?.guess.by).not.toBe("memory");
  });

  test("offers the known values of a field", async () => {
    const admin = shop.as("admin");
    const one = await admin.upload(file("1,A,,,,,"));
    const found = await admin.get(`/imports/${one.id}/values?field=colour&search=BLUE`);
    expect(found.body.items).toEqual([{ value: "dark blue", label: "dark blue" }]);
    expect((await admin.get(`/imports/${one.id}/values?field=name`)).status).toBe(422);
  });
});

describe("who may", () => {
  test("finance may not even look, and another vendor's import does not exist", async () => {
    const one = await shop.as("admin").upload(file("1,A,,,,,"));
    expect((await shop.as("finance").get("/imports")).status).toBe(403);
    const stranger = shop.as("south-admin");
    for (const answer of [
      await stranger.get(`/imports/${one.id}`),
      await stranger.get(`/imports/${one.id}/problems`),
      await stranger.put(`/imports/${one.id}/mapping`, { columns: {} }, { ifMatch: 1 }),
      await stranger.post(`/imports/${one.id}/check`),
      await stranger.delete(`/imports/${one.id}`),
    ]) {
      expect([answer.status, answer.body.type]).toEqual([404, "not-found"]);
    }
    const theirs = (await stranger.get("/imports")).body.items;
    expect(theirs.map((item: { id: string }) => item.id)).not.toContain(one.id);
  });
});

describe("an import that never ran", () => {
  test("is discarded with its rows and its file; one that is done is not", async () => {
    const admin = shop.as("admin");
    const one = await admin.check(file("D1,,,,,,"));
    const before = await shop.world.admin.query("select id, file_key from import where staged and id = $1", [
      one.id.slice(4),
    ]);
    expect((await admin.delete(`/imports/${one.id}`)).status).toBe(200);
    expect((await admin.get(`/imports/${one.id}`)).status).toBe(404);
    const left = await shop.world.admin.query(
      "select import_id from import_stage where import_id = $1 union all select import_id from import_problem where import_id = $1",
      [one.id.slice(4)],
    );
    expect([before.rowCount, left.rowCount]).toEqual([1, 0]);
    await expect.poll(() => gone(before.rows[0].file_key)).toBe(true);
    const done = await admin.run(await admin.check(file("D2,Boat,,,,,")));
    expect((await admin.delete(`/imports/${done.id}`)).body).toMatchObject({ status: 409, type: "not-open" });
  });

  async function gone(fileKey: string): Promise<boolean> {
    try {
      for await (const _chunk of shop.services.files.read(fileKey));
      return false;
    } catch {
      return true;
    }
  }
});
