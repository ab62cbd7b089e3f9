import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type World } from "../../../../test/world/world.ts";
import * as contract from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A partner of its own for a test, so that tests do not meet. */
async function newPartner(name: string): Promise<string> {
  const added = await world
    .as("admin")
    .call(contract.createPartner, { body: { name, types: ["reseller"], effectiveFrom: "2026-01-01" } });
  return added.id;
}

function below(
  child: string,
  parentId: string,
  edge: Partial<{ kind: string; from: string; until: string }> = {},
) {
  return world.as("channel-manager").post(`/partners/${child}/edges`, {
    kind: edge.kind ?? "master of",
    parentId,
    effectiveFrom: edge.from ?? "2026-02-01",
    ...(edge.until === undefined ? {} : { effectiveUntil: edge.until }),
  });
}

describe("the place of a partner in the hierarchy", () => {
  test("has one parent of a kind at a time, and the refusal names it", async () => {
    const [top, other, child] = [
      await newPartner("Top"),
      await newPartner("Other"),
      await newPartner("Child"),
    ];
    expect((await below(child, top, { until: "2026-07-01" })).status).toBe(201);
    const second = await below(child, other, { from: "2026-06-30" });
    expect([second.status, second.body.type]).toEqual([409, "parent-exists"]);
    expect(second.body.detail).toBe(
      'Top is "master of" Child from 2026-02-01 until 2026-07-01 already. End that first.',
    );
    expect((await below(child, other, { kind: "owns" })).status).toBe(201);
    expect((await below(child, other, { from: "2026-07-01" })).status).toBe(201);
  });

  test("never closes a circle in the same days", async () => {
    const [a, b, c] = [await newPartner("A"), await newPartner("B"), await newPartner("C")];
    await below(b, a, { until: "2026-05-01" });
    await below(c, b);
    const circle = await below(a, c, { from: "2026-04-30" });
    expect([circle.status, circle.body.type]).toEqual([409, "hierarchy-cycle"]);
    expect(circle.body.detail).toBe("C stands below A itself in these days, so it cannot stand above it.");
    expect((await below(a, c, { from: "2026-05-01" })).status).toBe(201);
    expect((await below(a, a)).body.errors[0].pointer).toBe("/parentId");
  });

  test("does not close one when two people write the halves of it at once", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await newPartner(`Left ${round}`), await newPartner(`Right ${round}`)];
      const answers = await Promise.all([below(a, b), below(b, a)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    }
  });

  test("does not get two parents when two people give it one at once", async () => {
    const [a, b, child] = [await newPartner("One"), await newPartner("Two"), await newPartner("Wanted")];
    const answers = await Promise.all([below(child, a), below(child, b)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });
});

describe("the end of an edge", () => {
  test("is a day, and can be moved by who read the latest", async () => {
    const [top, child] = [await newPartner("Ending top"), await newPartner("Ending child")];
    const edge = (await below(child, top)).body;
    const path = `/partners/${child}/edges/${edge.id}`;
    const manager = world.as("channel-manager");
    const ended = await manager.patch(path, { effectiveUntil: "2026-06-15" }, { ifMatch: 1 });
    expect(ended.body).toMatchObject({ effectiveUntil: "2026-06-15", state: "ended", version: 2 });
    expect((await manager.patch(path, { effectiveUntil: null }, { ifMatch: 1 })).body.type).toBe(
      "version-mismatch",
    );
    expect((await manager.patch(path, { effectiveUntil: "2026-02-01" }, { ifMatch: 2 })).status).toBe(422);
    const open = await manager.patch(path, { effectiveUntil: null }, { ifMatch: 2 });
    expect(open.body).toMatchObject({ effectiveUntil: null, state: "current" });
  });

  test("cannot be moved over the next parent", async () => {
    const [first, next, child] = [
      await newPartner("First"),
      await newPartner("Next"),
      await newPartner("Moved"),
    ];
    const edge = (await below(child, first, { until: "2026-03-01" })).body;
    await below(child, next, { from: "2026-03-01" });
    const answer = await world
      .as("admin")
      .patch(`/partners/${child}/edges/${edge.id}`, { effectiveUntil: null }, { ifMatch: 1 });
    expect(answer.body.type).toBe("parent-exists");
  });

  test("today opens nothing to the master any more", async () => {
    const list = await world.as("channel-manager").call(contract.listEdges, {
      params: { partnerId: world.partners.elm.id },
    });
    const edge = list.items[0];
    expect(edge).toMatchObject({ parent: { name: "Delta Channels" }, child: { name: "Elm Agency" } });
    await world.as("channel-manager").delete(`/partners/${world.partners.elm.id}/edges/${edge?.id}`);
    const seen = await world.as("delta-admin").call(contract.listPartners);
    expect(seen.items.map((partner) => partner.name)).toEqual(["Delta Channels"]);
  });

  test("of one that never held leaves nothing", async () => {
    const [top, child] = [await newPartner("Soon top"), await newPartner("Soon child")];
    const edge = (await below(child, top, { from: "2026-12-01" })).body;
    expect(edge.state).toBe("coming");
    expect((await world.as("admin").delete(`/partners/${child}/edges/${edge.id}`)).status).toBe(200);
    const left = await world.as("admin").call(contract.listEdges, { params: { partnerId: child } });
    expect(left.items).toEqual([]);
  });
});

describe("the hierarchy", () => {
  test("shows who stands above and below", async () => {
    const params = { partnerId: world.partners.alpine.id };
    const top = await newPartner("Holding");
    await below(world.partners.alpine.id, top, { kind: "owns" });
    const tree = await world.as("finance").call(contract.getHierarchy, { params });
    expect(tree.ancestors).toMatchObject([{ name: "Holding", kind: "owns", level: 1 }]);
    expect(tree.below.map((step) => [step.name, step.level])).toEqual([
      ["Birch Sales", 1],
      ["Cedar Reps", 1],
    ]);
    expect(tree.complete).toBe(true);
    const seen = await world.as("alpine-seller").call(contract.getHierarchy, { params });
    expect(seen.ancestors).toEqual([]);
    expect(seen.below).toEqual(tree.below);
  });

  test("goes on when kinds of edges form a circle with each other", async () => {
    const [a, b] = [await newPartner("Owner"), await newPartner("Owned")];
    await below(b, a, { kind: "owns" });
    await below(a, b, { kind: "distributes to" });
    const tree = await world.as("admin").call(contract.getHierarchy, { params: { partnerId: a } });
    expect(tree.below.map((step) => step.name)).toEqual(["Owned"]);
    expect(tree.ancestors.map((step) => step.name)).toEqual(["Owned"]);
  });

  test("lets nobody on the partner's side move anything", async () => {
    const path = `/partners/${world.partners.birch.id}/edges`;
    const body = { kind: "master of", parentId: world.partners.delta.id };
    for (const who of ["birch-admin", "alpine-admin", "finance", "direct-seller"] as const) {
      expect((await world.as(who).post(path, body)).status, who).toBe(403);
    }
  });
});
