import { describe, expect, test } from "vitest";
import { acts, nextState, type Standing, states, type TouchpointAct } from "./touchpoint.ts";

const demo: Standing = { kind: "demo", state: "recorded", askedAgain: false, isUndecided: false };
const open = (standing: Standing) => acts.filter((act) => nextState(act, standing) !== null);

describe("what is open", () => {
  test.each<[string, Partial<Standing>, TouchpointAct[]]>([
    ["on a recorded one", {}, ["withdraw", "addEvidence", "confirm", "contest"]],
    ["on a contested one", { state: "contested" }, ["withdraw", "askAgain", "addEvidence", "confirm"]],
    [
      "on one contested twice",
      { state: "contested", askedAgain: true },
      ["withdraw", "addEvidence", "confirm"],
    ],
    ["on a confirmed one", { state: "confirmed" }, []],
    ["on a withdrawn one", { state: "withdrawn" }, []],
    ["on a registration that waits", { kind: "registration", isUndecided: true }, []],
    ["on a registration that is decided", { kind: "registration" }, ["confirm", "contest"]],
    ["on a registration that was contested", { kind: "registration", state: "contested" }, ["confirm"]],
  ])("%s", (_what, standing, expected) => {
    expect(open({ ...demo, ...standing })).toEqual(expected);
  });

  test("nothing leads away from confirmed and withdrawn", () => {
    for (const state of states.filter((one) => one === "confirmed" || one === "withdrawn"))
      for (const kind of ["demo", "registration"] as const)
        expect(open({ ...demo, kind, state })).toEqual([]);
  });
});
