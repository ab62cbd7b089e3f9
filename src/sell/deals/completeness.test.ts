import { describe, expect, test } from "vitest";
import { standardSettings } from "../engagement/rules.ts";
import { type Eligibility, refusalsOfSubmission, type Submission } from "./completeness.ts";

const complete: Submission = {
  customerName: "Halden Foundry",
  customerCountry: "NO",
  customerWebsite: "halden.example",
  websiteIsAddress: true,
  contactName: "Kari Berg",
  contactEmail: "kari@halden.example",
  contactNoticeVersion: 1,
  role: "sells",
  expectedCloseOn: "2026-08-01",
  tenderPublishedOn: null,
  receivedOn: "2026-06-15",
  valueMinor: 100_000n,
  series: ["GTX"],
};
const rules: Eligibility = {
  settings: standardSettings,
  minimumMinor: null,
  minimumText: "",
  today: "2026-06-15",
};
const pointers = (one: Partial<Submission>, by: Partial<Eligibility> = {}) =>
  refusalsOfSubmission({ ...complete, ...one }, { ...rules, ...by }).map((error) => error.pointer);
const settings = (change: Partial<Eligibility["settings"]>) => ({
  settings: { ...standardSettings, ...change },
});

test("what is complete and eligible is received", () => {
  expect(pointers({})).toEqual([]);
  expect(pointers({ customerWebsite: null, websiteIsAddress: false })).toEqual([]);
  expect(pointers({ contactName: null, contactEmail: null, contactNoticeVersion: null })).toEqual([]);
  expect(pointers({ expectedCloseOn: rules.today })).toEqual([]);
});

describe("is not received", () => {
  test.each<[string, Partial<Submission>, Partial<Eligibility>, string]>([
    ["without a name", { customerName: null }, {}, "/customerName"],
    ["without a country", { customerCountry: null }, {}, "/customerCountry"],
    ["without a product", { series: [] }, {}, "/lines"],
    ["without an expected close", { expectedCloseOn: null }, {}, "/expectedCloseOn"],
    ["with one in the past", { expectedCloseOn: "2026-06-14" }, {}, "/expectedCloseOn"],
    ["with a site that is none", { websiteIsAddress: false }, {}, "/customerWebsite"],
    ["with a contact who knows nothing", { contactNoticeVersion: null }, {}, "/contactNoticeVersion"],
    [
      "with a contact who knows an older notice",
      {},
      settings({ contactNotice: { version: 2, text: "New." } }),
      "/contactNoticeVersion",
    ],
    ["in a role that is not registered", { role: "refers" }, settings({ roles: ["sells"] }), "/role"],
    ["in another country", {}, settings({ countries: ["DE", "AT"] }), "/customerCountry"],
    ["with an excluded series", { series: ["GTX", "MG"] }, settings({ excludedSeries: ["MG"] }), "/lines"],
    ["below the minimum", {}, { minimumMinor: 100_001n }, "/value"],
    ["without a value where there is a minimum", { valueMinor: null }, { minimumMinor: 1n }, "/value"],
    ["on the day of the public tender", { tenderPublishedOn: "2026-06-15" }, {}, "/tenderPublishedOn"],
  ])("%s", (_about, one, by, pointer) => {
    expect(pointers(one, by)).toEqual([pointer]);
  });
});

test("what was registered before the tender is received", () => {
  expect(pointers({ tenderPublishedOn: "2026-06-16" })).toEqual([]);
  expect(pointers({}, { minimumMinor: 100_000n })).toEqual([]);
});
