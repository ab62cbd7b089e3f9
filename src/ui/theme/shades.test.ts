import { expect, test } from "vitest";
import { contrast, inFull, rgbOf, shadesOf } from "./shades.ts";

const white = rgbOf("#ffffff");
const nightSurface = rgbOf("#172025");

test.each(["#1f5fbf", "#125f69", "#ffd400", "#e30613", "#00ff88", "#101010", "#8a2be2", "#f5f5f5"])(
  "any vendor's colour %s gives shades that can be read",
  (colour) => {
    const shades = shadesOf(colour).map(rgbOf);
    const at = (index: number) => shades[index] ?? white;
    expect(contrast(at(6), white)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at(7), white)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at(7), at(0))).toBeGreaterThanOrEqual(4);
    expect(contrast(at(3), nightSurface)).toBeGreaterThanOrEqual(6);
  },
);

test("a colour that carries white text is kept to the digit", () => {
  expect(shadesOf("#1f5fbf")[7]).toBe("#1f5fbf");
});

test.each([
  ["#888", "#888888"],
  ["#1fb", "#11ffbb"],
  ["#1f5fbf", "#1f5fbf"],
  ["#88", "#88"],
])("a colour of three digits, %s, is %s in full", (written, full) => {
  expect(inFull(written)).toBe(full);
});
