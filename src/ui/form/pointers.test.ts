import { expect, test } from "vitest";
import { errorAt, fieldPathOf, spreadErrors, without } from "./pointers.ts";

test.each([
  ["/name", "name"],
  ["/lines/0/amount", "lines.0.amount"],
  ["/a~1b", "a/b"],
  ["/a~0b", "a~b"],
  ["partnerId", "partnerId"],
  ["", ""],
])("the pointer %s is the field %s", (pointer, field) => {
  expect(fieldPathOf(pointer)).toBe(field);
});

test("each error goes to the nearest field that is shown, and none gets lost", () => {
  const { byField, others } = spreadErrors(
    [
      { pointer: "/name", message: "Taken." },
      { pointer: "/price/amount", message: "Too much." },
      { pointer: "/price/currency", message: "Unknown." },
      { pointer: "/hidden", message: "Not yours." },
      { pointer: "/names", message: "Another field." },
    ],
    ["name", "price"],
  );
  expect(byField).toEqual({ name: "Taken.", "price.amount": "Too much.", "price.currency": "Unknown." });
  expect(errorAt(byField, "price")).toBe("Too much.");
  expect(others).toEqual(["Not yours.", "Another field."]);
});

test("typing in a field takes away what was wrong with it and below, and nothing else", () => {
  const errors = { price: "a", "price.amount": "b", "lines.0.amount": "c", prices: "d" };
  expect(without(errors, ["price"])).toEqual({ "lines.0.amount": "c", prices: "d" });
  expect(errorAt(errors, "lines")).toBe("c");
  expect(errorAt(errors, "line")).toBeUndefined();
});
