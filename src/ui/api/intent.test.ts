import { expect, test } from "vitest";
import { newIntent, randomId } from "./intent.ts";

function counted() {
  let made = 0;
  return newIntent(() => `key-${++made}`);
}

test("the same request keeps its key while it is not known whether it took place", () => {
  const intent = counted();
  const first = intent.keyFor({ amount: "5.00" });
  intent.answered(0);
  expect(intent.keyFor({ amount: "5.00" })).toBe(first);
  intent.answered(503);
  expect(intent.keyFor({ amount: "5.00" })).toBe(first);
});

test("another request is another intent", () => {
  const intent = counted();
  expect(intent.keyFor({ amount: "5.00" })).not.toBe(intent.keyFor({ amount: "6.00" }));
});

test.each([200, 201, 409, 422])("an answer of %i ends the intent", (status) => {
  const intent = counted();
  const first = intent.keyFor({});
  intent.answered(status);
  expect(intent.keyFor({})).not.toBe(first);
});

test("ids are UUIDs of version 4, each another", () => {
  const ids = Array.from({ length: 100 }, randomId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(100);
});
