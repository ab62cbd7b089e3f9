import { afterAll, beforeAll, expect, test } from "vitest";
import { getMe } from "#ecosystem/people/contract.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("everybody of the cast gets in with their key, as who they are", async () => {
  const me = await world.as("birch-admin").call(getMe);
  expect(me.person.name).toBe(world.people["birch-admin"].name);
  expect(me.partner).toEqual({ id: world.partners.birch.id, name: world.partners.birch.name });
});

test("a session's cookie lets in whoever signed in with the password", async () => {
  const finance = await world.signedIn("finance");
  const me = await finance.call(getMe);
  expect(me.membership.roles).toEqual(["finance"]);
});

test("nobody gets in with nothing, with a key that has ended or after their access has", async () => {
  for (const who of ["anonymous", "revoked-key", "expired-key", "former"] as const) {
    expect((await world.as(who).get("/me")).status, who).toBe(401);
  }
});

test("a sale can be added", async () => {
  const sale = await world.won({ owner: "birch", valueMinor: 12_500n, closedOn: "2026-06-01" });
  const found = await world.admin.query("select owner_partner_id, meaning from opportunity where id = $1", [
    sale.uuid,
  ]);
  expect(found.rows).toEqual([{ owner_partner_id: world.partners.birch.uuid, meaning: "won" }]);
});
