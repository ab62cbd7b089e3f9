import { expect, test } from "vitest";
import { bodyFrom } from "./body.ts";

test("what is left empty is left out, and blanks around text go", () => {
  expect(
    bodyFrom({
      name: "  Alpine ",
      email: "",
      price: { amount: "", currency: "EUR" },
      target: { amount: "5.00", currency: "EUR" },
      count: 0,
      signed: false,
      roles: ["a"],
      none: null,
    }),
  ).toEqual({
    name: "Alpine",
    target: { amount: "5.00", currency: "EUR" },
    count: 0,
    signed: false,
    roles: ["a"],
    none: null,
  });
});
