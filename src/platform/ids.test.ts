import { expect, test } from "vitest";
import { fromPublicId, newId, toPublicId } from "./ids.ts";

test("ids are UUIDs of version 7, each greater than the one before", () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test("a public id leads back to its row, and one of another kind to nothing", () => {
  const id = newId();
  expect(fromPublicId("opp", toPublicId("opp", id), "opportunity")).toBe(id);
  expect(() => fromPublicId("par", toPublicId("opp", id), "partner")).toThrow("There is no such partner");
  expect(() => fromPublicId("opp", "opp_1", "opportunity")).toThrow("There is no such opportunity");
});
