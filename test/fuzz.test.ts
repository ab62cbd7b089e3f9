import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { features } from "#app/features.ts";
import { ProblemJson } from "#platform/http/problems.ts";
import { nonsenseFor } from "./fuzz/nonsense.ts";
import { extentFor, usualAskers } from "./matrix/askers.ts";
import { readSamples } from "./matrix/kinds.ts";
import { actOf } from "./matrix/policy.ts";
import { send, targetsOf, usualRequest } from "./matrix/requests.ts";
import { createTrial } from "./matrix/trial.ts";
import type { PersonName } from "./world/cast.ts";
import { beginImports } from "./world/played.ts";
import { seed, size } from "./world/size.ts";
import { createWorld } from "./world/world.ts";

/*
 * Whatever somebody sends, they get an answer that says what is wrong with it, never a fault of ours. Requests are
 * made of what the schema asks for, with single values turned into ones that nobody thinks of.
 */

const world = await createWorld({ played: true });
await beginImports(world);
const samples = await readSamples(world.admin);
const trial = await createTrial(world);
afterAll(async () => {
  await trial.close();
  await world.close();
});

const tries = size({ small: 8, nightly: 2_000 });

describe.each(targetsOf(features(world.hanse).routes))("$name", (target) => {
  test("answers nonsense with a reason", async () => {
    const { endpoint } = target.route;
    const act = actOf(target.route);
    const able = usualAskers.filter((name) => extentFor(name, act) !== "no");
    const requests = fc.record({
      who: fc.constantFrom<PersonName>(...able),
      path: nonsenseFor(endpoint.params, samples),
      query: nonsenseFor(endpoint.query, samples),
      body: nonsenseFor(endpoint.body, samples),
    });
    await fc.assert(
      fc.asyncProperty(requests, async ({ who, path, query, body }) => {
        const usual = usualRequest(target, samples, who, extentFor(who, act));
        const request = {
          ...usual,
          path: { ...usual.path, ...asTexts(path) },
          query: { ...usual.query, ...Object(query) },
          body: typeof body === "object" && body !== null ? { ...Object(usual.body), ...body } : body,
        };
        const answer = await send(trial.as(who), request);
        expect(answer.status, answer.text).toBeLessThan(500);
        if (answer.status >= 400) ProblemJson.parse(answer.body);
      }),
      { seed, numRuns: tries, endOnFailure: true },
    );
  });
});

function asTexts(path: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(Object(path)).map(([name, value]) => [
      name,
      encodeURIComponent(String(value).toWellFormed()),
    ]),
  );
}
