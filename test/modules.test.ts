import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { bindFeatures, type Feature } from "#app/feature.ts";
import { acts, features, isOn, noticeBook } from "#app/features.ts";
import { getMe } from "#ecosystem/people/contract.ts";
import { changeSettings, getSettings } from "#ecosystem/vendors/contract.ts";
import { type ModuleKey, moduleKeys, needs } from "#ecosystem/vendors/modules.ts";
import { createPool } from "#platform/database/pool.ts";
import { type Handler, handler } from "#platform/events/handlers.ts";
import { createJobs, type Job } from "#platform/jobs/jobs.ts";
import { inModules } from "#platform/modules.ts";
import { events } from "#sell/opportunities/events.ts";
import { targetsOf } from "./matrix/requests.ts";
import type { PersonName } from "./world/cast.ts";
import type { Answer } from "./world/client.ts";
import { createWorld, type World } from "./world/world.ts";

/* What a vendor has switched off is not there for it, and goes on for the others (docs/decisions/0014-modules.md). */

let world: World;
beforeAll(async () => {
  world = await createWorld({ played: true });
});
afterAll(() => world.close());

/** With everything that cannot do without it. */
function closure(module: ModuleKey): ModuleKey[] {
  const above = moduleKeys.filter((key) => needs[key].includes(module));
  return [...new Set([module, ...above.flatMap(closure)])];
}

async function switchOff(modulesOff: readonly ModuleKey[]): Promise<void> {
  const admin = world.as("admin");
  const { version } = await admin.call(getSettings);
  await admin.call(changeSettings, { body: { modulesOff: [...modulesOff] }, ifMatch: version });
}

/** What a caller can tell an answer by; when it was given, and how many more requests are free, is of no account. */
function told({ status, body, headers }: Answer) {
  const { requestId: _id, ...rest } = body;
  const passing = /^(?:date|x-ratelimit-(?:remaining|reset)|keep-alive)$/;
  return { status, body: rest, headers: [...headers].filter(([name]) => !passing.test(name)) };
}

const staff: readonly PersonName[] = ["admin", "finance", "channel-manager", "fir-admin"];

describe.each(moduleKeys.map((module) => ({ module, off: closure(module) })))(
  "$module",
  ({ module, off }) => {
    const targets = () =>
      // What anybody may call, such as a public key, is the installation's and no vendor's.
      targetsOf(features(world.hanse).routes).filter(
        ({ route }) => route.modules?.includes(module) && route.access.kind !== "open",
      );

    test("is reached at no address while it is off, whoever asks and whatever they send; for another vendor it is there", async () => {
      await switchOff(off);
      try {
        expect(targets().length).toBeGreaterThan(0);
        for (const { route, csv, name } of targets()) {
          const { method, path } = route.endpoint;
          const address = `${path.replaceAll(/\{\w+\}/g, "some")}${csv ? ".csv" : ""}`;
          const body = method === "GET" ? undefined : { unknown: "field" };
          for (const who of staff) {
            const client = world.as(who);
            const absent = await client.send(method, "/no/such/address", body);
            expect(told(await client.send(method, address, body)), `${who}: ${name}`).toEqual(told(absent));
          }
          const elsewhere = await world.as("south-admin").send(method, address, body);
          expect(elsewhere.body.detail ?? "there", name).not.toBe("There is no such address in this API.");
        }
      } finally {
        await switchOff([]);
      }
    });

    test("leaves nobody an act, so no page, card or place to go", async () => {
      await switchOff(off);
      try {
        for (const who of staff) {
          const { can, vendor } = await world.as(who).call(getMe);
          const dead = can.filter((act) => !isOn(act, { ...world.vendors.nordwind, modulesOff: [module] }));
          expect(dead, who).toEqual([]);
          expect(vendor.modulesOff.toSorted()).toEqual(off.toSorted());
        }
      } finally {
        await switchOff([]);
      }
      expect((await world.as("admin").call(getMe)).can.length).toBeGreaterThan(0);
    });
  },
);

test("what is told of a module that is off is kept, not shown, and there again with it", async () => {
  const manager = world.as("channel-manager");
  const own = "/shown-texts?language=de&ref=engagement";
  const before = {
    texts: (await manager.get("/texts?ref=engagement")).body,
    own: (await manager.get(own)).body,
    notices: (await manager.get("/notices?limit=200")).body,
    events: (await manager.get("/events?limit=200")).body,
    deals: (await manager.get("/deals?limit=200")).body,
  };
  expect(before.events.items.some(({ type }: { type: string }) => type.startsWith("deal."))).toBe(true);
  await switchOff(["registration"]);
  const kinds = noticeBook.kinds.filter(({ modules }) => modules?.includes("registration"));
  expect(kinds.length).toBeGreaterThan(0);
  const notices = (await manager.get("/notices?limit=200")).body.items;
  expect(notices.filter(({ kind }: { kind: string }) => kinds.some((one) => one.kind === kind))).toEqual([]);
  const told = (await manager.get("/events?limit=200")).body.items;
  expect(told.filter(({ type }: { type: string }) => /^(deal|tender|engagement)\./.test(type))).toEqual([]);
  expect(before.own.items).toContainEqual(
    expect.objectContaining({ field: "contactNotice", isCurrent: true }),
  );
  expect((await manager.get("/texts?ref=engagement")).body.items).toEqual([]);
  expect((await manager.get(own)).body.items).toEqual([]);
  const [text] = before.texts.items;
  const written = { text: "Für dieses Geschäft.", sourceHash: text.source.hash };
  expect((await manager.put(`/texts/${text.id}/variants/de`, written)).status).toBe(404);
  await switchOff([]);
  expect((await manager.get("/texts?ref=engagement")).body).toEqual(before.texts);
  expect((await manager.get("/notices?limit=200")).body).toEqual(before.notices);
  expect((await manager.get("/deals?limit=200")).body).toEqual(before.deals);
});

test("a module that is on cannot do without what it needs: said at the field, in words", async () => {
  const admin = world.as("admin");
  const { version } = await admin.call(getSettings);
  const answer = await admin.patch("/settings", { modulesOff: ["programs"] }, { ifMatch: version });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([
    {
      pointer: "/modulesOff",
      message:
        "Earnings need programs: plans pay by a partner's tier. Leave programs on, or switch earnings off as well.",
    },
  ]);
});

test("every need has its words", async () => {
  const admin = world.as("admin");
  for (const module of moduleKeys) {
    for (const needed of needs[module]) {
      const off = closure(needed).filter((key) => !closure(module).includes(key));
      const { version } = await admin.call(getSettings);
      const answer = await admin.patch("/settings", { modulesOff: off }, { ifMatch: version });
      expect(answer.body.detail, `${module} ${needed}`).toMatch(/^[A-Z][a-z ]+ needs? [a-z ]+: /);
    }
  }
});

test("jobs and handlers of it pass the vendor by, and do their work for the others", async () => {
  const name = await world.admin.query("select current_database() as name");
  const pool = createPool({
    connection: { ...world.connection, database: name.rows[0].name },
    max: 4,
    driverTypes: true,
    onError: () => {},
  });
  const done: string[] = [];
  const swept: Job = {
    name: "toy.sweep",
    run: async (vendor) => {
      done.push(`job ${vendor.name}`);
    },
  };
  const heardOf = { ...events.opportunityWon, payload: z.object({}) };
  const heard: Handler = handler("toy.hear", heardOf, async (tx) => {
    done.push(`event ${tx.vendor.name}`);
  });
  await switchOff(["touchpoints"]);
  const jobs = await createJobs({
    ...world.hanse,
    pool,
    jobs: inModules(["touchpoints"], [swept]),
    handlers: inModules(["touchpoints"], [heard]),
    log: () => {},
  });
  try {
    for (const vendor of [world.vendors.nordwind.uuid, world.vendors.suedstern.uuid]) {
      await jobs.add("toy.sweep", vendor);
      await world.admin.query(
        `insert into event (vendor_id, id, type, version, actor_name, subject_kind, subject_id, payload, occurred_at, recorded_at)
         values ($1, app.next_id(), 'opportunity.won', 1, 'System', 'opportunity', app.next_id(), '{}', now(), now())`,
        [vendor],
      );
      await world.admin.query(
        "insert into outbox (vendor_id, event_id, type) select vendor_id, id, type from event where vendor_id = $1 order by id desc limit 1",
        [vendor],
      );
    }
    while ((await jobs.dispatch()) > 0);
    await jobs.start();
    await expect
      .poll(
        async () => {
          const left = await world.admin.query(
            "select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like '%toy.%'",
          );
          return left.rows[0].n;
        },
        { timeout: 20_000 },
      )
      .toBe(0);
  } finally {
    await jobs.stop();
    await pool.end();
    await switchOff([]);
  }
  expect(done.filter((one) => one.endsWith("Nordwind Systems"))).toEqual([]);
  expect(new Set(done)).toEqual(new Set(["job Südstern", "event Südstern"]));
});

test("a feature that does not say where it belongs does not start", () => {
  const silent = JSON.parse('{ "name": "raffles" }') as Feature;
  expect(() => bindFeatures([silent])).toThrow(
    "The feature raffles does not say to which modules it belongs.",
  );
});

test("every act belongs to one feature, which says where it belongs", () => {
  const { routes, jobList, handlers } = features(world.hanse);
  for (const part of [...routes, ...jobList, ...handlers]) expect(part.modules).toBeDefined();
  expect(acts.size).toBeGreaterThan(40);
});
