import { describe, expect, test, vi } from "vitest";
import { features } from "#app/features.ts";
import { readSamples } from "./matrix/kinds.ts";
import { type Samples, send, targetsOf } from "./matrix/requests.ts";
import { dice } from "./oracle/random.ts";
import { createReader } from "./two-worlds/compare.ts";
import { requestOf, scriptFor, secretsFrom, strangersOf } from "./two-worlds/script.ts";
import type { PartnerName, PersonName } from "./world/cast.ts";
import { beginImports, contestedCustomer, play, submitOne } from "./world/played.ts";
import type { Present } from "./world/seed.ts";
import { seed, size } from "./world/size.ts";
import { createWorld, type World, type WorldOptions } from "./world/world.ts";

/*
 * The same person tries the same things in two worlds: one with everybody in it, one in which the others are not there
 * at all. They see the same bytes. Whatever route, filter, count, sort, number or error lets one partner's doings
 * through to another, differs here.
 */

vi.mock("node:crypto", async (original) => ({
  ...(await original<typeof import("node:crypto")>()),
  randomUUIDv7: (await import("./two-worlds/rising-ids.ts")).randomUUIDv7,
}));

const started = Temporal.Now.instant();

/** Who looks, and the least world in which they have all that is theirs. */
const viewers: readonly { who: readonly PersonName[]; alone: Partial<Present> }[] = [
  {
    who: ["birch-seller", "birch-earnings", "birch-admin"],
    alone: { vendors: ["nordwind"], partners: ["alpine", "birch"], active: ["birch"], direct: false },
  },
  {
    who: ["alpine-seller", "alpine-admin"],
    alone: {
      vendors: ["nordwind"],
      partners: ["alpine", "birch", "cedar"],
      active: ["alpine", "birch", "cedar"],
      direct: false,
    },
  },
  {
    who: ["fir-admin"],
    alone: { vendors: ["nordwind"], partners: ["fir"], active: ["fir"], direct: false },
  },
];
const seeds = Array.from({ length: size({ small: 1, nightly: 200 }) }, (_none, index) => seed + index);

describe.each(viewers)("$who", ({ who, alone }) => {
  test.each(seeds)("see the same, whatever the others do (seed %i)", async (chosen) => {
    const lonely = await settled({ present: alone });
    const full = await settled({}, (world) => keepOthersBusy(world, chosen, alone.active ?? []));
    try {
      for (const person of who) await converse(person, lonely, full, chosen);
    } finally {
      await lonely.world.close();
      await full.world.close();
    }
  });
});

interface Settled {
  world: World;
  samples: Samples;
}

/** A world that has lived through its spring; `before` is what the others did in it besides. */
async function settled(options: WorldOptions, before?: (world: World) => Promise<void>): Promise<Settled> {
  const world = await createWorld(options);
  await before?.(world);
  await play(world);
  return { world, samples: await readSamples(world.admin) };
}

/** Further sales of everybody whom the viewers do not see, as many and as large as the seed says; and imports. */
async function keepOthersBusy(world: World, chosen: number, seen: readonly PartnerName[]): Promise<void> {
  const random = dice(chosen);
  const others = world.present.active.filter((name) => !seen.includes(name));
  for (const owner of others) {
    for (let left = random.below(4); left > 0; left--) {
      const month = String(1 + random.below(6)).padStart(2, "0");
      const valueMinor = BigInt(1 + random.below(9_000_000));
      await world.won({ owner, valueMinor, closedOn: `2026-${month}-${10 + random.below(5)}` });
    }
  }
  for (const owner of others) {
    if (owner === "alpine" || owner === "delta" || owner === "ginster") continue;
    await submitOne(world, world.as(`${owner}-admin`), contestedCustomer);
  }
  await beginImports(world);
}

async function converse(person: PersonName, lonely: Settled, full: Settled, chosen: number): Promise<void> {
  const targets = targetsOf(features(full.world.hanse).routes);
  const script = scriptFor(person, targets, strangersOf(full.samples, person), {
    seed: chosen,
    words: size({ small: 4, nightly: 100 }),
    combinations: size({ small: 2, nightly: 20 }),
  });
  expect(script.length).toBeGreaterThan(100);
  const secrets = secretsFrom(person);
  const [readLonely, readFull] = [createReader(started), createReader(started)];
  for (const step of script) {
    const label = `${person}: ${step.label} (SEED=${chosen})`;
    const asked = requestOf(step, full.samples, person);
    const [answer, alone] = await Promise.all([
      send(full.world.as(person), asked),
      send(lonely.world.as(person), requestOf(step, lonely.samples, person)),
    ]);
    expect(answer.status, label).toBeLessThan(500);
    expect(readFull(answer), label).toBe(readLonely(alone));
    const said = JSON.stringify([asked.path, asked.query, asked.body]);
    const leaked = secrets.filter((secret) => answer.text.includes(secret) && !said.includes(secret));
    expect(leaked, label).toEqual([]);
  }
}
