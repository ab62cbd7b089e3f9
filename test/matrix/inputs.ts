import { termsForEveryone } from "#ecosystem/programs/document.ts";
import { standardSettings } from "#sell/engagement/rules.ts";
import planFile from "../../sample/agent-programme.plan.json" with { type: "json" };
import { type PersonCast, partners } from "../world/cast.ts";
import { contactNotice, opportunities } from "../world/programme.ts";

const specialization = {
  label: "Security",
  summary: "Firewalls and what lies behind them.",
  requires: "certified_heads >= 2",
  validMonths: 12,
  warnDays: 60,
  badge: { background: "#125f69", text: "#ffffff" },
  open: true,
};

/** Who asks, and which ids they can name. */
export interface Asking {
  person: PersonCast;
  /** An id of a kind that the asker gets at, in a state where one is told; `n` counts them from 0. */
  id(prefix: string, state?: string, n?: number): string;
  /** Tokens that open routes ask for. */
  tokens: { setup: string; invitation: string };
}

/** What a request says; ids of the path too, where not every row would do. */
export interface Given {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: number;
}

/** One dark pixel. */
export const smallPng =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==";

const [ladder] = planFile.ladders;
const draft = { rules: planFile.rules, effectiveFrom: "2026-07-01" };

/**
 * Requests that fit, where the smallest one that the schema asks for does not: one entry per route, of what the asker's
 * role would really send. The rest is read from the schemas.
 */
export const inputs: Readonly<Record<string, (asking: Asking) => Given>> = {
  "PATCH /people/{personId}": ({ person, id }) =>
    person.partner === null
      ? { path: { personId: id("mem", "vendor") }, body: { roles: ["finance"] } }
      : { body: { roles: ["partner-admin", "partner-earnings"] } },
  "PUT /settings/logos/{scheme}": () => ({ path: { scheme: "light" }, body: { content: smallPng } }),
  "DELETE /settings/logos/{scheme}": () => ({ path: { scheme: "light" } }),
  "PUT /mail-texts/{kind}": () => ({
    path: { kind: "deal.received" },
    body: { title: "We have it: {customer}", text: "Thank you. Your number is {number}." },
  }),
  "DELETE /mail-texts/{kind}": () => ({ path: { kind: "deal.received" } }),
  "PUT /texts/{textId}/variants/{language}": () => ({
    path: { language: "de" },
    body: { text: "Wir verwenden die Daten nur für dieses Geschäft.", sourceHash: contactNotice.hash },
  }),
  "POST /texts/{textId}/variants/{language}/approval": () => ({
    path: { language: "de" },
    body: { text: "Wir verwenden die Daten nur für dieses Geschäft.", sourceHash: contactNotice.hash },
  }),
  "POST /text-files": ({ id }) => ({
    body: { csv: `id,language,text\r\n${id("txt")},de,Nur für dieses Geschäft.\r\n` },
  }),
  "GET /shown-texts": () => ({ query: { ref: "engagement", language: "de" } }),
  "POST /invitations": ({ person, id }) => ({
    body: {
      email: "newcomer@nordwind.example",
      roles: ["partner-admin"],
      ...(person.partner === null ? { partnerId: id("par") } : {}),
    },
  }),
  "POST /invitation-lookups": ({ tokens }) => ({ body: { token: tokens.invitation } }),
  "POST /invitation-acceptances": ({ tokens }) => ({
    body: { token: tokens.invitation, name: "Nora Neu", password: "a long enough one" },
  }),
  "POST /setup": ({ tokens }) => ({
    body: {
      token: tokens.setup,
      vendorName: "Third Wind",
      timezone: "UTC",
      currency: "EUR",
      name: "Thea Dritt",
      email: "thea@third.example",
      password: "a long enough one",
    },
  }),
  "POST /partners/{partnerId}/edges": ({ id }) => ({
    path: { partnerId: id("par") },
    body: { kind: "owns", parentId: id("par", undefined, 1) },
  }),
  "POST /partners/{partnerId}/types": () => ({ body: { type: "marketplace" } }),
  "POST /partners/{partnerId}/locations": () => ({ body: { name: "Lab", country: "SE" } }),
  "PATCH /partners/{partnerId}/locations/{locationId}": () => ({ body: { name: "Lab" }, ifMatch: 1 }),
  "PUT /partners/{partnerId}/main-location": () => ({ path: { partnerId: partners.alpine.id } }),
  "POST /regions": () => ({ body: { name: "Islands", countries: ["FO"] } }),
  "PATCH /regions/{regionId}": () => ({ body: { name: "Islands" }, ifMatch: 1 }),
  "DELETE /regions/{regionId}": ({ id }) => ({ path: { regionId: id("reg", "lowest") } }),
  "POST /facts": () => ({ body: { kind: "satisfaction", value: "4.5", note: "Survey of May" } }),
  "POST /facts/{factId}/correction": ({ id }) => ({
    path: { factId: id("fct", "entered") },
    body: { value: "4.0", note: "It was misread." },
  }),
  "POST /fact-kinds": () => ({ body: { label: "Reviews", unit: "number", counts: "sum" } }),
  "POST /opportunities/{opportunityId}/stage": ({ id }) => ({
    path: { opportunityId: id("opp", "open") },
    body: { stage: "prospecting" },
  }),
  "POST /opportunities/{opportunityId}/pay-credit": ({ person }) => ({
    path: { opportunityId: opportunities.cedarOpen.id },
    body: {
      partnerId: person.vendor === "nordwind" ? partners.birch.id : partners.ginster.id,
      reason: "They did the work.",
    },
  }),
  "POST /opportunities/{opportunityId}/pay-splits": ({ person }) => ({
    path: { opportunityId: opportunities.birchWon.id },
    body: {
      participants:
        person.vendor === "nordwind"
          ? [
              { partnerId: partners.birch.id, shareBasisPoints: 6000 },
              { partnerId: partners.cedar.id, shareBasisPoints: 4000 },
            ]
          : [{ partnerId: partners.ginster.id, shareBasisPoints: 10_000 }],
      terms: "As agreed.",
    },
  }),
  "POST /pay-splits/{paySplitId}/signature": ({ id }) => ({ path: { paySplitId: id("spl", "open") } }),
  "POST /pay-splits/{paySplitId}/refusal": ({ id }) => ({ path: { paySplitId: id("spl", "open") } }),
  "POST /pay-splits/{paySplitId}/withdrawal": ({ id }) => ({ path: { paySplitId: id("spl", "open") } }),
  "POST /pay-splits/{paySplitId}/confirmation": ({ id }) => ({ path: { paySplitId: id("spl", "signed") } }),
  "POST /opportunities/{opportunityId}/reversal": ({ id }) => ({
    path: { opportunityId: id("opp", "won") },
    body: { reason: "The customer sent it back." },
  }),
  "PATCH /notice-preferences": ({ person }) => ({
    body: { topics: [{ topic: person.partner === null ? "deadlines" : "endings", byMail: false }] },
  }),
  "POST /rules-of-engagement": () => ({
    body: { settings: standardSettings, note: "As it was.", basedOn: 1 },
  }),
  "POST /named-accounts": ({ id }) => ({ body: { accountId: id("acc", undefined, 1) } }),
  "POST /deals": ({ person, id }) => ({
    body: person.partner === null ? { partnerId: id("par"), reason: "Told us on the phone." } : {},
  }),
  "PATCH /deals/{dealId}": ({ id }) => ({ path: { dealId: id("deal", "on-behalf-draft") }, ifMatch: 1 }),
  "DELETE /deals/{dealId}": ({ id }) => ({ path: { dealId: id("deal", "on-behalf-draft") } }),
  "POST /deals/{dealId}/submission": ({ id }) => ({
    path: { dealId: id("deal", "on-behalf-draft") },
    ifMatch: 1,
  }),
  "GET /deals/{dealId}/receipt": ({ id }) => ({ path: { dealId: id("deal", "submitted") } }),
  "POST /deals/{dealId}/withdrawal": ({ id }) => ({ path: { dealId: id("deal", "on-behalf-submitted") } }),
  "POST /deals/{dealId}/review": ({ id }) => ({ path: { dealId: id("deal", "on-behalf-submitted") } }),
  "POST /deals/{dealId}/questions": ({ id }) => ({ path: { dealId: id("deal", "on-behalf-submitted") } }),
  "POST /deals/{dealId}/questions/{questionId}/answer": ({ id }) => ({
    path: { dealId: id("deal", "needs-information"), questionId: id("que", "open") },
  }),
  "POST /deals/{dealId}/approval": ({ id }) => ({
    path: { dealId: id("deal", "on-behalf-submitted") },
    body: {},
    ifMatch: 2,
  }),
  "POST /deals/{dealId}/rejection": ({ id }) => ({
    path: { dealId: id("deal", "on-behalf-submitted") },
    ifMatch: 2,
  }),
  "POST /deals/{dealId}/revocation": ({ id }) => ({ path: { dealId: id("deal", "approved") }, ifMatch: 3 }),
  "POST /deals/{dealId}/extensions": ({ id }) => ({ path: { dealId: id("deal", "approved", 1) } }),
  "POST /deals/{dealId}/extensions/{extensionId}/decision": ({ id }) => ({
    path: { dealId: id("deal", "approved"), extensionId: id("ext", "open") },
    body: { granted: true },
  }),
  "POST /deals/{dealId}/files": ({ id }) => ({ path: { dealId: id("deal", "on-behalf-submitted") } }),
  "DELETE /deals/{dealId}/files/{fileId}": ({ id }) => ({
    path: { dealId: id("deal", "on-behalf-submitted"), fileId: id("dfl") },
  }),
  "POST /deals/{dealId}/outcomes": ({ id }) => ({
    path: { dealId: id("deal", "approved", 1) },
    body: { outcome: "lost", closedOn: "2026-06-12", reason: "No budget." },
  }),
  "POST /deals/{dealId}/outcomes/{outcomeId}/decision": ({ id }) => ({
    path: { dealId: id("deal", "approved"), outcomeId: id("out", "open") },
    body: { accepted: true },
  }),
  "DELETE /deals/{dealId}/decision": ({ id }) => ({ path: { dealId: id("deal", "submitted", 1) } }),
  "POST /deals/{dealId}/decision": ({ id }) => ({ path: { dealId: id("deal", "submitted", 1) } }),
  "POST /deal-approvals": ({ id }) => ({
    body: { deals: [{ dealId: id("deal", "on-behalf-submitted"), version: 2 }] },
  }),
  "POST /deal-rejections": ({ id }) => ({
    body: {
      deals: [{ dealId: id("deal", "on-behalf-submitted"), version: 2 }],
      reasonKey: "incomplete",
      reason: "Too little is said.",
    },
  }),
  "POST /public-tenders": () => ({ body: { customer: "Harbour of Halden", publishedOn: "2026-06-01" } }),
  "POST /touchpoints": ({ id }) => ({
    body: { dealId: id("deal", "approved"), occurredOn: "2026-06-10" },
  }),
  "POST /touchpoints/{touchpointId}/withdrawal": ({ id }) => ({
    path: { touchpointId: id("tch", "recorded") },
  }),
  "POST /touchpoints/{touchpointId}/appeal": ({ id }) => ({ path: { touchpointId: id("tch", "contested") } }),
  "POST /touchpoints/{touchpointId}/confirmation": ({ id }) => ({
    path: { touchpointId: id("tch", "recorded") },
    body: {},
  }),
  "POST /touchpoint-confirmations": ({ id }) => ({ body: { touchpointIds: [id("tch", "recorded")] } }),
  "POST /touchpoints/{touchpointId}/contest": ({ id }) => ({ path: { touchpointId: id("tch", "recorded") } }),
  "POST /touchpoints/{touchpointId}/files": ({ id }) => ({ path: { touchpointId: id("tch", "recorded") } }),
  "DELETE /touchpoints/{touchpointId}/files/{fileId}": ({ id }) => ({
    path: { touchpointId: id("tch", "recorded"), fileId: id("tfl") },
  }),
  "POST /benefit-requests": ({ id }) => ({
    body: { programId: id("prg"), benefit: "demo-licences", quantity: "1", purpose: "A demonstration" },
  }),
  "POST /benefit-requests/{requestId}/withdrawal": ({ id }) => ({
    path: { requestId: id("bnr", "requested") },
  }),
  "POST /benefit-requests/{requestId}/grant": ({ id }) => ({
    path: { requestId: id("bnr", "requested") },
    body: {},
  }),
  "POST /benefit-requests/{requestId}/refusal": ({ id }) => ({ path: { requestId: id("bnr", "requested") } }),
  "POST /benefit-requests/{requestId}/reversal": ({ id }) => ({ path: { requestId: id("bnr", "granted") } }),
  "POST /benefit-requests/{requestId}/uses": ({ id }) => ({
    path: { requestId: id("bnr", "granted") },
    body: { quantity: "1", usedOn: "2026-06-10" },
  }),
  "POST /benefit-requests/{requestId}/uses/{useId}/reversal": ({ person, id }) => ({
    path: {
      requestId: id("bnr", "granted"),
      useId: id("bnu", person.partner === null ? "vendor" : "partner"),
    },
  }),
  "POST /programs": () => ({
    body: { name: "Summer tiers", ladder: { ...ladder, name: "summer-tiers" }, effectiveFrom: "2026-07-01" },
  }),
  "POST /program-drafts": () => ({ body: { name: "Service partners", template: "msp" } }),
  "GET /programs/{programId}/versions/{version}": () => ({ path: { version: "1" } }),
  "GET /programs/{programId}/comparison": () => ({ query: { before: 1, after: 1 } }),
  "POST /programs/{programId}/versions/{version}/withdrawal": ({ id }) => ({
    path: { programId: id("prg", "designed"), version: "2" },
    body: { reason: "A slip." },
  }),
  "GET /programs/{programId}/draft": ({ id }) => ({ path: { programId: id("prg", "designed") } }),
  "PUT /programs/{programId}/draft": ({ id }) => ({
    path: { programId: id("prg", "designed") },
    body: {
      document: { ...termsForEveryone("Spring pilot"), ladder: null },
      effectiveFrom: "2031-01-01",
    },
    ifMatch: 2,
  }),
  "DELETE /programs/{programId}/draft": ({ id }) => ({ path: { programId: id("prg", "designed") } }),
  "POST /programs/{programId}/publication": ({ id }) => ({
    path: { programId: id("prg", "designed") },
    ifMatch: 2,
  }),
  "POST /programs/{programId}/enrolments": ({ id }) => ({
    path: { programId: id("prg", "designed") },
    body: { partnerId: id("par"), kind: "included", reason: "A pilot.", effectiveFrom: "2028-07-20" },
  }),
  "POST /programs/{programId}/enrolments/{enrolmentId}/end": ({ id }) => ({
    path: { programId: id("prg", "designed"), enrolmentId: id("enr") },
    body: { reason: "Over." },
  }),
  "POST /programs/{programId}/acknowledgement-reminders": ({ id }) => ({
    path: { programId: id("prg", "designed") },
  }),
  "POST /partners/{partnerId}/programs/{programId}/acknowledgement": ({ id }) => ({
    path: { programId: id("prg", "designed") },
  }),
  "POST /programs/{programId}/versions": () => ({ body: { ladder, effectiveFrom: "2026-07-01" } }),
  "POST /specializations": () => ({ body: { ...specialization, key: "security" } }),
  "POST /specializations/{specializationId}/versions": () => ({ body: specialization }),
  "POST /specialization-applications": ({ id }) => ({
    body: { specializationId: id("spz", undefined, 2), note: "" },
  }),
  "POST /specialization-applications/{applicationId}/withdrawal": ({ id }) => ({
    path: { applicationId: id("sap", "open") },
  }),
  "POST /specialization-applications/{applicationId}/award": ({ id }) => ({
    path: { applicationId: id("sap", "open") },
    body: { note: "The audit is tomorrow." },
  }),
  "POST /specialization-applications/{applicationId}/refusal": ({ id }) => ({
    path: { applicationId: id("sap", "open") },
  }),
  "POST /programs/{programId}/overrides": () => ({
    body: {
      scope: { kind: "country", key: "NO" },
      parameter: "protection-days",
      value: { kind: "days", days: 60 },
      reason: "Deals are closed faster there.",
      from: "2026-07-01",
      until: "2027-01-01",
    },
  }),
  "POST /program-overrides/{overrideId}/approval": ({ id }) => ({
    path: { overrideId: id("ovr", "proposed") },
  }),
  "POST /program-overrides/{overrideId}/refusal": ({ id }) => ({
    path: { overrideId: id("ovr", "proposed") },
  }),
  "POST /program-overrides/{overrideId}/withdrawal": ({ id }) => ({
    path: { overrideId: id("ovr", "proposed") },
  }),
  "POST /program-overrides/{overrideId}/ending": ({ id }) => ({
    path: { overrideId: id("ovr", "approved") },
    body: { on: "2026-07-01", reason: "It is not needed any more." },
  }),
  "POST /programs/{programId}/tier-exceptions": ({ id }) => ({
    body: { partnerId: id("par"), level: "Gold", reason: "A new country is opened.", until: "2027-07-01" },
  }),
  "POST /programs/{programId}/grandfather-clauses": () => ({
    body: { level: "Gold", reason: "The program asks more from July on.", until: "2027-01-01" },
  }),
  "POST /programs/{programId}/tier-back-tests": () => ({
    body: { tried: { kind: "ladder", ladder }, from: "2026-01-01" },
  }),
  "POST /plans": () => ({ body: { ...draft, name: "Summer programme" } }),
  "PUT /plans/{planId}/draft": () => ({ body: draft }),
  "POST /runs": () => ({ body: { period: "2026-04" } }),
  "POST /runs/{runId}/posting": ({ id }) => ({ path: { runId: id("run", "previewed") } }),
  "DELETE /runs/{runId}": ({ id }) => ({ path: { runId: id("run", "previewed") } }),
  "PUT /imports/{importId}/mapping": ({ id }) => ({
    path: { importId: id("imp", "mapped") },
    body: { columns: { Account: "name", Sector: "sector" } },
    ifMatch: 2,
  }),
  "GET /imports/{importId}/values": () => ({ query: { field: "sector" } }),
  "POST /imports/{importId}/check": ({ id }) => ({ path: { importId: id("imp", "mapped") } }),
  "POST /imports/{importId}/run": ({ id }) => ({ path: { importId: id("imp", "checked") } }),
  "POST /imports/{importId}/cancellation": ({ id }) => ({ path: { importId: id("imp", "checking") } }),
  "POST /imports/{importId}/undo": ({ id }) => ({ path: { importId: id("imp", "done") } }),
  "DELETE /imports/{importId}": ({ id }) => ({ path: { importId: id("imp", "uploaded") } }),
  "GET /earnings-summary": ({ person, id }) => ({
    query: person.partner === null ? { partnerId: id("par") } : {},
  }),
  "DELETE /payouts/{payoutId}": ({ id }) => ({ path: { payoutId: id("bat", "made") } }),
  "POST /payouts/{payoutId}/release": ({ id }) => ({ path: { payoutId: id("bat", "made") } }),
  "POST /payouts/{payoutId}/payments": ({ id }) => ({ path: { payoutId: id("bat", "released") } }),
  "POST /payouts/{payoutId}/payees/{partnerId}/payment": ({ id }) => ({
    path: { payoutId: id("bat", "released"), partnerId: partners.alpine.id },
  }),
  "POST /payouts/{payoutId}/payees/{partnerId}/return": ({ id }) => ({
    path: { payoutId: id("bat", "released"), partnerId: partners.birch.id },
  }),
};
