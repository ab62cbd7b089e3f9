import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseRole, privileges, requestRoles, tables } from "./catalogue/catalogue.ts";
import { createWorld, type World } from "./world/world.ts";

/*
 * What each role gets from the database by itself, without any of our queries' own conditions: the net below them.
 */

let world: World;
let tenantTables: string[];
beforeAll(async () => {
  world = await createWorld();
  tenantTables = (await tables(world.admin)).filter((one) => one.tenant).map((one) => one.name);
});
afterAll(() => world.close());

/** What every partner sees of its vendor, whoever it is. */
const sharedWithPartners = [
  "opportunity_stage",
  "plan",
  "plan_version",
  "product",
  "program",
  "program_version",
  "text_approval",
  "text_source",
  "vendor",
];

/** Runs `act` as a role, with the settings that the door would make, and takes everything back. */
async function as<T>(
  role: DatabaseRole,
  settings: Record<string, string>,
  act: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await world.admin.connect();
  try {
    await client.query(`begin; set local role ${role}`);
    for (const [name, value] of Object.entries(settings)) {
      await client.query("select set_config($1, $2, true)", [`app.${name}`, value]);
    }
    return await act(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function readable(role: DatabaseRole): Promise<string[]> {
  const held = await privileges(world.admin, role);
  return tenantTables.filter((table) => held.get(table)?.includes("select"));
}

/** Tables of which a role sees rows, with how many. */
async function seen(
  role: DatabaseRole,
  settings: Record<string, string>,
  where = "true",
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await readable(role)) {
    const counted = await as(role, settings, (client) =>
      client.query<{ count: number }>(`select count(*)::int as count from "${table}" where ${where}`),
    );
    const count = counted.rows[0]?.count ?? 0;
    if (count > 0) found[table] = count;
  }
  return found;
}

const partnersAll = (ids: string) => ({
  own_partners: ids,
  deal_partners: ids,
  money_partners: ids,
  people_partners: ids,
});

describe.each(requestRoles)("%s", (role) => {
  const south = () => ({ vendor_id: world.vendors.suedstern.uuid });

  test("sees nothing while nobody has said for whom", async () => {
    expect(await seen(role, {})).toEqual({});
    expect(await seen(role, { vendor_id: "", membership_id: "", ...partnersAll("") })).toEqual({});
  });

  test("sees nothing of another vendor, not even with that one's partners in reach", async () => {
    const everyPartner = `{${Object.values(world.partners)
      .map((one) => one.uuid)
      .join(",")}}`;
    const settings = {
      ...south(),
      ...partnersAll(everyPartner),
      membership_id: world.people["birch-admin"].uuid,
    };
    const foreign = `vendor_id <> '${world.vendors.suedstern.uuid}'`;
    expect(await seen(role, settings, foreign)).toEqual({});
    expect(Object.keys(await seen(role, settings))).not.toEqual([]);
  });

  test("cannot hand a row to another vendor", async () => {
    const held = await privileges(world.admin, role);
    const nordwind = { vendor_id: world.vendors.nordwind.uuid };
    const present = await seen(role, nordwind);
    for (const table of Object.keys(present).filter((one) => held.get(one)?.includes("update"))) {
      const moved = as(role, nordwind, (client) =>
        client.query(`update "${table}" set vendor_id = $1`, [world.vendors.suedstern.uuid]),
      );
      await expect(moved, table).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("a partner's people", () => {
  const birch = () => ({
    vendor_id: world.vendors.nordwind.uuid,
    membership_id: world.people["birch-seller"].uuid,
  });

  test("see only themselves and what all partners see while no partner is in their reach", async () => {
    const { api_key: keys, membership: selves, ...rest } = await seen("hanse_partner", birch());
    expect([keys, selves]).toEqual([1, 1]);
    expect(Object.keys(rest)).toEqual(sharedWithPartners);
  });

  test("see no row that names a partner out of their reach", async () => {
    const own = `{${world.partners.birch.uuid}}`;
    const columns = await world.admin.query<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and a.attname in ('partner_id', 'owner_partner_id', 'holder_id')`,
    );
    const visible = await readable("hanse_partner");
    const settings = { ...birch(), ...partnersAll(own) };
    for (const { table, column } of columns.rows.filter((one) => visible.includes(one.table))) {
      const foreign = `${column} is distinct from '${world.partners.birch.uuid}'`;
      const counted = await as("hanse_partner", settings, (client) =>
        client.query(`select 1 from "${table}" where ${foreign} limit 1`),
      );
      expect(counted.rows, table).toEqual([]);
    }
  });

  test("see money only within the reach for money", async () => {
    const own = `{${world.partners.birch.uuid}}`;
    const settings = { ...birch(), own_partners: own, deal_partners: own };
    const found = Object.keys(await seen("hanse_partner", settings));
    for (const table of ["earning", "statement", "payout", "fact", "tier_standing", "invitation"]) {
      expect(found).not.toContain(table);
    }
    expect(found).toContain("opportunity");
  });

  test("cannot write an event, a person or an invitation of another partner", async () => {
    const own = `{${world.partners.birch.uuid}}`;
    const settings = { ...birch(), ...partnersAll(own) };
    const stranger = [world.vendors.nordwind.uuid, world.partners.cedar.uuid];
    const attempts = [
      `insert into event (vendor_id, id, type, actor_name, subject_kind, subject_id, partner_id, partner_reach, occurred_at)
       values ($1, gen_random_uuid(), 't', 'x', 'x', gen_random_uuid(), $2, 'own', now())`,
      `insert into membership (vendor_id, id, person_id, side, partner_id, roles, name, email)
       values ($1, gen_random_uuid(), gen_random_uuid(), 'partner', $2, '{partner-admin}', 'x', 'x')`,
      `insert into invitation (vendor_id, id, side, partner_id, email, roles, token_hash, invited_by, expires_at)
       values ($1, gen_random_uuid(), 'partner', $2, 'x', '{partner-admin}', '\\x00', gen_random_uuid(), now())`,
    ];
    for (const attempt of attempts) {
      const tried = as("hanse_partner", settings, (client) => client.query(attempt, stranger));
      await expect(tried, attempt).rejects.toMatchObject({ code: "42501" });
    }
  });
});

test("a direct seller's rows are their own sales and nobody's else", async () => {
  const settings = {
    vendor_id: world.vendors.nordwind.uuid,
    membership_id: world.people["direct-seller"].uuid,
  };
  const sales = await as("hanse_seller", settings, (client) =>
    client.query<{ id: string }>("select id from opportunity order by id"),
  );
  const own = [world.opportunities.directOpen.uuid, world.opportunities.directWon.uuid].sort();
  expect(sales.rows.map((row) => row.id)).toEqual(own);
  expect(Object.keys(await seen("hanse_seller", settings))).not.toContain("partner");
});
