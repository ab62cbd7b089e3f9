import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createHttp } from "#app/server.ts";
import { changeRoles, invite, listInvitations, listPeople } from "#ecosystem/people/contract.ts";
import { announceSetup } from "#ecosystem/vendors/index.ts";
import { manualClock } from "#platform/time/clock.ts";
import { worldStart } from "./world/cast.ts";
import { createClient } from "./world/client.ts";
import { createDatabase } from "./world/database.ts";
import { race, tally } from "./world/race.ts";
import { size } from "./world/size.ts";
import { assembled, createWorld, type World } from "./world/world.ts";

/* Many at once on what only one can have: exactly one gets it, and the others are told so. */

const rounds = size({ small: 3, nightly: 300 });
const callers = size({ small: 8, nightly: 50 });

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const count = async (statement: string, values: unknown[] = []) =>
  (await world.admin.query<{ count: number }>(`select count(*)::int as count from ${statement}`, values))
    .rows[0]?.count;

describe("an invitation", () => {
  test("is accepted once, however many open its link", async () => {
    for (let round = 0; round < rounds; round++) {
      const email = `newcomer${round}@birch.example`;
      const invited = await world
        .as("birch-admin")
        .call(invite, { body: { email, roles: ["partner-seller"] } });
      const token = (invited.link ?? "").split("#")[1];
      const answers = await race(callers, (caller) =>
        world.as("anonymous").post("/invitation-acceptances", {
          token,
          name: `Newcomer ${caller}`,
          password: "a long enough one",
        }),
      );
      expect(tally(answers)).toEqual({ 201: 1, 409: callers - 1 });
      expect(await count("membership where email = $1", [email])).toBe(1);
      expect(await count('auth."user" where email = $1', [email])).toBe(1);
    }
  });

  test("to one address is one, however often it is sent at once", async () => {
    const email = "twice@birch.example";
    const answers = await race(callers, () =>
      world.as("birch-admin").post("/invitations", { email, roles: ["partner-seller"] }),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { items } = await world.as("birch-admin").call(listInvitations, { query: { limit: 200 } });
    expect(items.filter((one) => one.email === email && one.state === "pending")).toHaveLength(1);
  });

  test("makes one person of two that two companies send to the same newcomer", async () => {
    const email = "wanted@both.example";
    const tokens = await Promise.all(
      (["birch-admin", "cedar-admin"] as const).map(async (who) => {
        const invited = await world.as(who).call(invite, { body: { email, roles: ["partner-seller"] } });
        return (invited.link ?? "").split("#")[1];
      }),
    );
    const answers = await race(2, (caller) =>
      world.as("anonymous").post("/invitation-acceptances", {
        token: tokens[caller],
        name: "Wanda",
        password: "a long enough one",
      }),
    );
    expect(tally(answers)).toEqual({ 201: 1, 409: 1 });
    expect(await count('auth."user" where email = $1', [email])).toBe(1);
    expect(await count("membership where email = $1", [email])).toBe(1);
  });
});

test("an installation is set up once, however many have its token", async () => {
  const database = await createDatabase();
  const folder = await mkdtemp(join(inject("database").folder, "setup-"));
  const hanse = await assembled(database.connection, folder, manualClock(worldStart));
  const http = await createHttp(hanse, { checkAnswers: true, pages: false });
  const origin = await http.listen({ port: 0, host: "127.0.0.1" });
  const token = await announceSetup(hanse.ownerPool);
  const answers = await race(callers, (caller) =>
    createClient(origin, {}).post("/setup", {
      token,
      vendorName: `Vendor ${caller}`,
      timezone: "UTC",
      currency: "EUR",
      name: "First Admin",
      email: `admin${caller}@vendor.example`,
      password: "a long enough one",
    }),
  );
  const found = await database.admin.query(
    "select (select count(*)::int from vendor) as vendors, (select count(*)::int from membership) as admins",
  );
  http.server.closeAllConnections();
  await http.close();
  await hanse.close();
  await database.drop();
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => ![201, 409, 422].includes(status))).toEqual([]);
  expect(found.rows).toEqual([{ vendors: 1, admins: 1 }]);
});

describe("administrators", () => {
  /** A second one, as able as the first. */
  async function secondAdmin(): Promise<string> {
    const { uuid } = world.people["finance-controller"];
    await world.admin.query(
      "update membership set roles = '{vendor-admin}', deactivated_at = null where id = $1",
      [uuid],
    );
    await world.admin.query("update membership set deactivated_at = null where id = $1", [
      world.people.admin.uuid,
    ]);
    return world.people["finance-controller"].id;
  }

  test("cannot both end the other's access, so that one is left", async () => {
    for (let round = 0; round < rounds; round++) {
      const second = await secondAdmin();
      const answers = await race(2, (caller) =>
        caller === 0
          ? world.as("admin").post(`/people/${second}/deactivation`)
          : world.as("finance-controller").post(`/people/${world.people.admin.id}/deactivation`),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(
        await count(
          "membership where vendor_id = $1 and roles = '{vendor-admin}' and deactivated_at is null",
          [world.vendors.nordwind.uuid],
        ),
      ).toBe(1);
    }
    await secondAdmin();
  });

  test("who change the same person at once are told that somebody was quicker", async () => {
    const { items } = await world.as("admin").call(listPeople, { query: { search: "Fiona" } });
    const [fiona] = items;
    const answers = await race(callers, (caller) =>
      world
        .as("admin")
        .patch(
          `/people/${fiona?.id}`,
          { roles: caller % 2 === 0 ? ["finance", "channel-manager"] : ["finance"] },
          { ifMatch: fiona?.version },
        ),
    );
    expect(tally(answers)).toEqual({ 200: 1, 409: callers - 1 });
    const again = await world.as("admin").call(listPeople, { query: { search: "Fiona" } });
    await world.as("admin").call(changeRoles, {
      params: { personId: fiona?.id ?? "" },
      body: { roles: ["finance"] },
      ifMatch: again.items[0]?.version,
    });
  });
});

test("one intent sent many times at once happens once, and all are answered alike", async () => {
  const answers = await race(callers, () =>
    world.as("fir-admin").post("/api-keys", { name: "Nightly report" }, { idempotencyKey: "one intent" }),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(tally(answers)).toEqual({ 201: callers });
  expect(await count("api_key where name = 'Nightly report'")).toBe(1);
  const other = await world
    .as("fir-admin")
    .post("/api-keys", { name: "Another" }, { idempotencyKey: "one intent" });
  expect([other.status, other.body.type]).toEqual([409, "idempotency-key-reused"]);
});
