import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDoor, type Door } from "#platform/database/door.ts";
import { createPool } from "#platform/database/pool.ts";
import { maybe, one } from "#platform/database/tx.ts";
import type { Principal } from "#platform/principal.ts";
import { dice } from "./oracle/random.ts";
import { type PersonName, people } from "./world/cast.ts";
import { race } from "./world/race.ts";
import { seed, size } from "./world/size.ts";
import { createWorld, type World } from "./world/world.ts";

/* Many people over few connections, some of whom break off: nobody gets to what the one before them could see. */

let world: World;
let door: Door;
let pool: ReturnType<typeof createPool>;
let principals: Principal[];
beforeAll(async () => {
  world = await createWorld();
  pool = createPool({ connection: world.connection, max: 3, onError: () => {} });
  door = createDoor(pool, world.clock);
  const names = Object.keys(people).filter((name): name is PersonName => name !== "former");
  principals = await Promise.all(names.map((name) => world.principal(name)));
});
afterAll(async () => {
  await pool.end();
  await world.close();
});

interface Seen {
  role: string;
  vendor: string;
  vendors: number;
  foreign: number;
}

const lookAround = sql<Seen>`select current_user::text as role, current_setting('app.vendor_id') as vendor,
  (select count(*)::int from vendor) as vendors,
  (select count(*)::int from opportunity where vendor_id <> app.vendor()
     or current_user = 'hanse_partner' and not owner_partner_id = any (app.deal_partners())) as foreign`;

test("each transaction is its own person's, whatever became of those before it", async () => {
  const random = dice(seed);
  const plan = Array.from({ length: size({ small: 300, nightly: 50_000 }) }, () => ({
    principal: principals[random.below(principals.length)] ?? principals[0],
    ending: random.below(4),
  }));
  const seen = await race(20, async (caller) => {
    const wrong: unknown[] = [];
    for (const { principal, ending } of plan.filter((_one, index) => index % 20 === caller)) {
      if (principal === undefined) continue;
      const looked = door.withPrincipal(principal, async (tx) => {
        const found = await one(tx, lookAround);
        const mine =
          found.role === principal.databaseRole &&
          found.vendor === principal.vendor.id &&
          found.vendors === 1 &&
          found.foreign === 0;
        if (!mine) wrong.push({ principal: principal.name, found });
        if (ending === 1) throw new Error("changed their mind");
        if (ending === 2) await sql`select 1 / 0`.execute(tx.db);
        if (ending === 3) await maybe(tx, sql`select pg_terminate_backend(pg_backend_pid())`);
      });
      await looked.catch(() => {});
    }
    return wrong;
  });
  expect(seen.flat(), `SEED=${seed}`).toEqual([]);
});

test("a connection carries nothing over when it goes back", async () => {
  for (const principal of principals.slice(0, 3)) await door.withPrincipal(principal, async () => {});
  const { rows } = await pool.query(
    `select current_user = session_user as itself, coalesce(current_setting('app.vendor_id', true), '') as vendor,
       coalesce(current_setting('app.deal_partners', true), '') as partners`,
  );
  expect(rows).toEqual([{ itself: true, vendor: "", partners: "" }]);
});

test("no id that is not one reaches a statement", async () => {
  const [principal] = principals;
  if (principal === undefined) throw new Error("Nobody is there.");
  const forged = { ...principal, vendor: { ...principal.vendor, id: "' or true; --" } };
  await expect(door.withPrincipal(forged, async () => {})).rejects.toThrow("not a UUID");
});
