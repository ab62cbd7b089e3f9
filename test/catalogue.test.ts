import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  allRoles,
  keys,
  names,
  policies,
  privileges,
  references,
  requestRoles,
  tables,
} from "./catalogue/catalogue.ts";
import { createDatabase, type TestDatabase } from "./world/database.ts";

/*
 * The rules of the schema (docs/security.md), read from the database's own catalogue. A table that breaks one fails
 * here, before anybody's row can be seen by somebody else.
 */

let database: TestDatabase;
let tenantTables: string[];
beforeAll(async () => {
  database = await createDatabase();
  tenantTables = (await tables(database.admin)).filter((one) => one.tenant).map((one) => one.name);
});
afterAll(() => database.drop());

/** Tables of no vendor. Whoever adds one says here that it holds nothing of any vendor's. */
const withoutVendor = ["import_stage", "installation", "run_stage", "schema_migration"];
const librariesOwn = /^(auth|graphile_worker)\./;

/** What finding out who asks may touch, across vendors. */
const control: Record<string, string[]> = {
  api_key: ["select"],
  "auth.session": ["select"],
  "auth.user": ["select"],
  invitation: ["select"],
  membership: ["select"],
  outbox: ["delete", "select", "update"],
  partner: ["select"],
  partner_edge: ["select"],
  vendor: ["select"],
  vendor_logo: ["select"],
};

/** What is only ever added. A correction is a further row. */
const appendOnly = [
  "event",
  "ledger_account",
  "ledger_transaction",
  "plan_version",
  "posting",
  "program_version",
  "statement",
  "tier_decision",
  "tier_grandfather",
  "tier_review",
  "tier_standing",
  "tier_warning",
  "win_reversal",
];

describe("tenant tables", () => {
  test("are all tables but the listed ones", async () => {
    const others = (await tables(database.admin))
      .filter((one) => !one.tenant && !librariesOwn.test(one.name))
      .map((one) => one.name);
    expect(others).toEqual(withoutVendor);
  });

  test("are there to be looked at", () => {
    expect(tenantTables.length).toBeGreaterThan(30);
  });

  test("have row-level security, forced on their owner too", async () => {
    const open = (await tables(database.admin)).filter((one) => one.tenant && !(one.secured && one.forced));
    expect(open.map((one) => one.name)).toEqual([]);
  });

  test("name the vendor in a column that is never empty", async () => {
    expect(
      await names(
        database.admin,
        `select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
         where a.attname = 'vendor_id' and c.relkind in ('r', 'p') and not (a.attnotnull and a.atttypid = 'uuid'::regtype)`,
      ),
    ).toEqual([]);
  });

  test("begin their primary key with the vendor, and have it in every other key", async () => {
    const found = (await keys(database.admin)).filter((key) => tenantTables.includes(key.table));
    expect(found.filter((key) => key.kind === "primary").map((key) => key.table)).toEqual(tenantTables);
    const wrong = found.filter((key) =>
      key.kind === "primary" ? key.columns[0] !== "vendor_id" : !key.columns.includes("vendor_id"),
    );
    expect(wrong).toEqual([]);
  });

  test("refer to rows of the same vendor only", async () => {
    const wrong = (await references(database.admin)).filter(
      ({ columns }) => !columns.some(([own, other]) => own === "vendor_id" && other === "vendor_id"),
    );
    expect(wrong).toEqual([]);
  });

  test("have no triggers and no rules", async () => {
    expect(
      await names(
        database.admin,
        `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
         where not tgisinternal and n.nspname in ('public', 'auth', 'app')
         union all select rulename from pg_rules where schemaname in ('public', 'auth', 'app')`,
      ),
    ).toEqual([]);
  });
});

describe("policies", () => {
  test("are one per request role that may touch the table, permissive, for every command", async () => {
    const wanted: string[] = [];
    for (const role of requestRoles) {
      const held = await privileges(database.admin, role);
      wanted.push(...tenantTables.filter((table) => held.has(table)).map((table) => `${table} ${role}`));
    }
    wanted.push(
      ...Object.keys(control)
        .filter((table) => tenantTables.includes(table))
        .map((table) => `${table} hanse_control`),
    );
    const found = await policies(database.admin);
    expect(found.map(({ table, role }) => `${table} ${role}`).sort()).toEqual(wanted.sort());
    expect(
      found.filter(({ permissive, command, check }) => !permissive || command !== "*" || check !== null),
    ).toEqual([]);
  });

  test("begin with the vendor's fence and look at no other table", async () => {
    const wrong = (await policies(database.admin)).filter(({ role, using }) =>
      role === "hanse_control" ? using !== "true" : !isFenced(using),
    );
    expect(wrong).toEqual([]);
  });
});

/** True for the fence alone, and for the fence and a further condition on the row. */
function isFenced(condition: string): boolean {
  const fence = "(vendor_id = app.vendor())";
  const whole =
    condition === fence || (condition.startsWith(`(${fence} AND `) && hasNoWayRound(condition.slice(1, -1)));
  return whole && !/\bselect\b/i.test(condition);
}

/** True when no `or` stands beside the fence, outside of all brackets. */
function hasNoWayRound(joined: string): boolean {
  let depth = 0;
  let top = "";
  for (const char of joined) {
    if (char === "(") depth += 1;
    if (depth === 0) top += char;
    if (char === ")") depth -= 1;
  }
  return !/\bor\b/i.test(top);
}

describe("roles", () => {
  test("are plain: they own nothing, belong to nothing and get past nothing", async () => {
    expect(
      await names(
        database.admin,
        `select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
           or rolreplication or rolinherit or not rolcanlogin)
         union all select m.rolname from pg_auth_members g join pg_roles m on m.oid = g.member where m.rolname = any ($1)
         union all select d.refobjid::regrole::text from pg_shdepend d
           where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass and d.refobjid::regrole::text = any ($1)`,
        [[...allRoles]],
      ),
    ).toEqual([]);
  });

  test("may neither empty a table, nor refer to it, nor hang a trigger on it, nor make one", async () => {
    for (const role of allRoles) {
      const held = [...(await privileges(database.admin, role))];
      const wrong = held.filter(([, words]) =>
        words.some((word) => /^(truncate|references|trigger)/.test(word)),
      );
      expect(wrong, role).toEqual([]);
    }
    expect(
      await names(
        database.admin,
        `select r.rolname || ' ' || n.nspname from pg_roles r cross join pg_namespace n
         where r.rolname = any ($1) and n.nspname not like 'pg\\_%' and has_schema_privilege(r.oid, n.oid, 'create')`,
        [[...allRoles]],
      ),
    ).toEqual([]);
  });

  test("that find out who asks touch only what tells it", async () => {
    expect(Object.fromEntries(await privileges(database.admin, "hanse_control"))).toEqual(control);
  });

  test("of nobody yet touch nothing", async () => {
    expect([...(await privileges(database.admin, "hanse_public"))]).toEqual([]);
  });

  test("only add to what is append-only", async () => {
    for (const role of allRoles) {
      const held = await privileges(database.admin, role);
      for (const table of appendOnly) {
        const words = held.get(table) ?? [];
        expect(
          words.filter((word) => !["select", "insert"].includes(word)),
          `${role} on ${table}`,
        ).toEqual([]);
      }
    }
  });

  test("change of an earning only where it stands on its way", async () => {
    for (const role of ["hanse_vendor", "hanse_job"] as const) {
      const words = (await privileges(database.admin, role)).get("earning") ?? [];
      expect(words.filter((word) => /^(update|delete)/.test(word))).toEqual([
        "update (payout_id, released_on, statement_id, status)",
      ]);
    }
  });

  test("on the partner's side write nothing but their people, keys, requests, events, registrations, touchpoints, requests of benefits, acknowledgements and what they read", async () => {
    const held = await privileges(database.admin, "hanse_partner");
    const written = [...held].filter(([, words]) => words.some((word) => word !== "select"));
    expect(Object.fromEntries(written)).toEqual({
      api_key: ["insert", "select", "update"],
      // Neither who granted what nor how much: so none can grant itself anything.
      benefit_request: ["insert", "select", "update (consumed, state, withdrawn_at, withdrawn_by)"],
      benefit_use: ["insert", "select"],
      event: ["insert", "select"],
      idempotent_request: ["insert", "select", "update"],
      invitation: ["insert", "select", "update"],
      membership: ["insert", "select", "update"],
      notice: ["select", "update (read_at)"],
      notice_preference: ["insert", "select", "update"],
      outbox: ["insert"],
      // They refuse a split and sign their own share; what is in force is not among what they write.
      pay_split: ["select", "update (ended_at, ended_by, ended_reason, state)"],
      pay_split_share: [
        expect.not.stringMatching(/from_bp|until_bp|follows_bp/),
        "update (signed_at, signed_by, signed_name)",
      ],
      program_acknowledgement: ["insert", "select"],
      // What the vendor decides (the end of a protection, the reason) is not among what they write.
      registration: [
        "delete",
        "insert",
        "select",
        expect.not.stringMatching(/decided|protect|reason|opportunity|answered/),
      ],
      registration_extension: ["insert", "select"],
      registration_file: ["delete", "insert", "select"],
      registration_line: ["delete", "insert", "select"],
      registration_outcome: ["insert", "select"],
      registration_outcome_document: ["insert", "select"],
      registration_question: ["select", "update (answer, answered_at, answered_by)"],
      specialization_application: ["insert", "select", "update (withdrawn_at)"],
      // Not when it was decided, by whom and why: so none can confirm its own.
      touchpoint: ["insert", "select", "update (asked_again_at, remark, state)"],
      touchpoint_file: ["delete", "insert", "select"],
    });
  });
});

test("nothing runs or shows rows with its maker's rights", async () => {
  expect(
    await names(
      database.admin,
      `select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and (p.prosecdef or p.proleakproof)
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
       union all
       select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
         and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false)))`,
    ),
  ).toEqual([]);
});
