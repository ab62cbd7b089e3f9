import { expect, test } from "vitest";
import { csvOf } from "./value.ts";

test("a cell that a spreadsheet would run is only text, and a negative amount stays a number", () => {
  expect(csvOf([["=1+1", "@x", "-5.00", "-a", 'say "hi", twice']])).toBe(
    `'=1+1,'@x,-5.00,'-a,"say ""hi"", twice"`,
  );
});
