import { expect, test } from "vitest";
import { openLines } from "./open-lines.ts";
import type { RequirementLine } from "./standing.ts";

const group = (depth: number, kind: "all" | "any", met: boolean): RequirementLine => ({
  depth,
  kind,
  met,
  givesPoints: null,
  points: null,
  compare: null,
});
const asks = (depth: number, measure: string, met: boolean): RequirementLine => ({
  ...group(depth, "all", met),
  kind: "compare",
  compare: {
    measure,
    label: measure,
    yesNo: false,
    operator: ">=",
    have: {},
    need: { "": "1" },
    missing: {},
    scope: { kind: "global", key: "", label: "" },
    global: null,
    reason: null,
    until: null,
  },
});

test.each<[string, RequirementLine[], string[]]>([
  ["one that is not met", [asks(0, "won", false)], ["won"]],
  ["one that is met", [asks(0, "won", true)], []],
  [
    "nothing of what one of several is enough for",
    [
      group(0, "all", false),
      asks(1, "won", false),
      group(1, "any", true),
      asks(2, "satisfaction", true),
      asks(2, "audit", false),
      asks(1, "certified", false),
    ],
    ["won", "certified"],
  ],
  [
    "all of several of which none is there",
    [group(0, "any", false), asks(1, "satisfaction", false), asks(1, "audit", false)],
    ["satisfaction", "audit"],
  ],
])("open is %s", (_what, lines, open) => {
  expect(openLines(lines).map(({ measure }) => measure)).toEqual(open);
});
