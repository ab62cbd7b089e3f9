import { expect, test } from "vitest";
import planFile from "../../../sample/agent-programme.plan.json" with { type: "json" };
import { differences } from "./compare.ts";
import { PlanRules } from "./contract.ts";

const rules = PlanRules.parse(planFile.rules);

function changed(change: (draft: PlanRules) => void): PlanRules {
  const draft = structuredClone(rules);
  change(draft);
  return draft;
}

function component(draft: PlanRules, key: string) {
  const found = draft.components.find((one) => one.key === key);
  if (!found) throw new Error(`The sample plan has no component ${key}.`);
  return found;
}

test("a version does not differ from itself, nor by zeros at the end of a rate", () => {
  expect(differences(rules, rules)).toEqual([]);
  const sameRate = changed((draft) => {
    const { rate } = component(draft, "commission");
    if (rate.kind === "by-series") rate.rates.GTX = `${rate.rates.GTX}0`;
  });
  expect(differences(rules, sameRate)).toEqual([]);
});

test("a changed rate, a new series and one that is gone are told with both values", () => {
  const next = changed((draft) => {
    component(draft, "commission").rate = {
      kind: "by-series",
      rates: { GTX: "0.09", MG: "0.1", NEW: "0.04" },
    };
  });
  expect(differences(rules, next)).toEqual([
    { code: "rate", params: { label: "Commission", series: "GTX", from: "0.08", to: "0.09" } },
    { code: "rate", params: { label: "Commission", series: "NEW", from: null, to: "0.04" } },
    { code: "rate", params: { label: "Commission", series: "GTK", from: "0.05", to: null } },
  ]);
});

test("hold, multiplier, rounding and beneficiary are told", () => {
  const next = changed((draft) => {
    draft.hold.days = 45;
    const commission = component(draft, "commission");
    if (commission.multiplier) commission.multiplier.by.Gold = "1.15";
    const override = component(draft, "override");
    override.rounding.mode = "down";
    override.beneficiary = { who: "owner" };
  });
  expect(differences(rules, next).map(({ code }) => code)).toEqual([
    "hold",
    "multiplier",
    "beneficiary",
    "rounding",
  ]);
});

test("a component that comes and one that ends are told by their labels", () => {
  const next = changed((draft) => {
    const override = component(draft, "override");
    draft.components = [component(draft, "commission"), { ...override, key: "bonus", label: "Bonus" }];
  });
  expect(differences(rules, next)).toEqual([
    { code: "component-added", params: { label: "Bonus" } },
    { code: "component-ended", params: { label: "Override" } },
  ]);
});
