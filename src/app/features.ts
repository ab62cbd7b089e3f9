import * as credit from "#attribution/credit/index.ts";
import * as accounts from "#ecosystem/accounts/index.ts";
import { events as benefitEvents } from "#ecosystem/benefits/events.ts";
import * as benefits from "#ecosystem/benefits/index.ts";
import * as facts from "#ecosystem/facts/index.ts";
import * as imports from "#ecosystem/imports/index.ts";
import * as notices from "#ecosystem/notices/index.ts";
import { events as overrideEvents } from "#ecosystem/overrides/contract.ts";
import * as overrides from "#ecosystem/overrides/index.ts";
import * as partners from "#ecosystem/partners/index.ts";
import * as people from "#ecosystem/people/index.ts";
import * as places from "#ecosystem/places/index.ts";
import * as products from "#ecosystem/products/index.ts";
import { events as programEvents } from "#ecosystem/programs/contract.ts";
import * as programs from "#ecosystem/programs/index.ts";
import { events as specializationEvents } from "#ecosystem/specializations/contract.ts";
import * as specializations from "#ecosystem/specializations/index.ts";
import * as stream from "#ecosystem/stream/index.ts";
import { events as textEvents } from "#ecosystem/texts/contract.ts";
import * as texts from "#ecosystem/texts/index.ts";
import { events as tierEvents } from "#ecosystem/tiers/events.ts";
import * as tiers from "#ecosystem/tiers/index.ts";
import * as vendors from "#ecosystem/vendors/index.ts";
import { events as earningEvents } from "#incentivize/earnings/contract.ts";
import * as earnings from "#incentivize/earnings/index.ts";
import { events as payoutEvents } from "#incentivize/payouts/contract.ts";
import * as payouts from "#incentivize/payouts/index.ts";
import * as plans from "#incentivize/plans/index.ts";
import { events as planEvents } from "#incentivize/plans/wire.ts";
import { events as runEvents } from "#incentivize/runs/contract.ts";
import * as runs from "#incentivize/runs/index.ts";
import { events as statementEvents } from "#incentivize/statements/contract.ts";
import * as statements from "#incentivize/statements/index.ts";
import * as pace from "#insight/deals/index.ts";
import * as portal from "#insight/portal/index.ts";
import * as sales from "#insight/sales/index.ts";
import * as work from "#insight/work/index.ts";
import * as ledger from "#ledger/index.ts";
import { fileSweep } from "#platform/files/sweep.ts";
import type { FileReader } from "#platform/http/file-links.ts";
import { events as dealEvents } from "#sell/deals/events.ts";
import * as deals from "#sell/deals/index.ts";
import { events as engagementEvents } from "#sell/engagement/contract.ts";
import * as engagement from "#sell/engagement/index.ts";
import * as opportunities from "#sell/opportunities/index.ts";
import { events as splitEvents } from "#sell/splits/contract.ts";
import * as splits from "#sell/splits/index.ts";
import { events as touchpointEvents } from "#sell/touchpoints/events.ts";
import * as touchpoints from "#sell/touchpoints/index.ts";
import { bindFeatures, type Feature, type Services } from "./feature.ts";

export type { Services } from "./feature.ts";

/** What files can bring; the features say how. */
const importing = (services: Services) => ({
  ...services,
  importKinds: [
    products.importKind,
    accounts.importKind,
    partners.importKind,
    opportunities.importKind,
    facts.importKind,
  ],
});

/*
 * The product, a feature a line. `modules` says what switches it off (docs/decisions/0014-modules.md): of those that
 * name one, a vendor that has switched it off has neither routes, nor pages, nor jobs, nor notices.
 */
const core: readonly Feature[] = [
  { name: "people", modules: [], policy: people.policy, routes: people.routes, handlers: people.handlers },
  { name: "vendors", modules: [], policy: vendors.policy, routes: vendors.routes },
  { name: "partners", modules: [], policy: partners.policy, routes: partners.routes },
  {
    name: "texts",
    modules: [],
    events: textEvents,
    policy: texts.policy,
    routes: () => texts.routes((vendor) => product.unread(vendor)),
  },
  { name: "accounts", modules: [], policy: accounts.policy, routes: accounts.routes },
  { name: "products", modules: [], policy: products.policy, routes: products.routes },
  {
    name: "places",
    modules: [],
    policy: places.policy,
    routes: () =>
      places.routes({
        usesOf: async (tx, keys) => [
          ...(await programs.regionUses(tx, keys)),
          ...(await overrides.regionUses(tx, keys)),
        ],
      }),
  },
  { name: "facts", modules: [], policy: facts.policy, routes: facts.routes },
  {
    name: "stream",
    modules: [],
    policy: stream.policy,
    routes: () => stream.routes((vendor) => product.untold(vendor)),
  },
  {
    name: "imports",
    modules: [],
    policy: imports.policy,
    routes: (services) => imports.routes(importing(services)),
    jobs: (services) => imports.jobs(importing(services)),
  },
  { name: "opportunities", modules: [], policy: opportunities.policy, routes: opportunities.routes },
  { name: "work", modules: [], policy: work.policy, routes: work.routes },
  { name: "portal", modules: [], policy: portal.policy, routes: portal.routes },
  {
    name: "notices",
    modules: [],
    policy: notices.policy,
    routes: (services) => notices.routes(noticeBook, services),
    jobs: (services) => [fileSweep(services), ...notices.jobs(noticeBook, services)],
    handlers: (services) => notices.handlers(noticeBook, services),
  },
];

const modules: readonly Feature[] = [
  {
    name: "programs",
    modules: ["programs"],
    events: programEvents,
    texts: [programs.textsBeginning],
    policy: programs.policy,
    notices: programs.notices,
    routes: () => programs.routes({ levelsOn: tiers.levelsOn }),
  },
  {
    name: "specializations",
    modules: ["programs"],
    events: specializationEvents,
    policy: specializations.policy,
    notices: specializations.notices,
    texts: [specializations.textsBeginning],
    routes: specializations.routes,
    jobs: specializations.jobs,
  },
  {
    name: "overrides",
    modules: ["programs"],
    events: overrideEvents,
    policy: overrides.policy,
    notices: overrides.notices,
    routes: () =>
      overrides.routes({
        protectionDays: async (tx) => (await engagement.currentRules(tx)).settings.protectionDays,
      }),
    jobs: overrides.jobs,
  },
  {
    name: "tiers",
    modules: ["programs"],
    events: tierEvents,
    policy: tiers.policy,
    notices: tiers.notices,
    routes: tiers.routes,
    jobs: tiers.jobs,
    handlers: tiers.handlers,
  },
  {
    name: "benefits",
    modules: ["programs"],
    events: benefitEvents,
    policy: benefits.policy,
    notices: benefits.notices,
    routes: benefits.routes,
    jobs: benefits.jobs,
  },
  {
    name: "splits",
    modules: ["splits"],
    events: splitEvents,
    policy: splits.policy,
    notices: splits.notices,
    routes: splits.routes,
  },
  {
    name: "engagement",
    modules: ["registration"],
    events: engagementEvents,
    texts: [engagement.textsPlace.ref],
    policy: engagement.policy,
    routes: engagement.routes,
    handlers: engagement.handlers,
  },
  {
    name: "deals",
    modules: ["registration"],
    events: dealEvents,
    policy: deals.policy,
    notices: deals.notices,
    routes: deals.routes,
    jobs: deals.jobs,
    handlers: deals.handlers,
  },
  {
    name: "touchpoints",
    modules: ["touchpoints"],
    events: touchpointEvents,
    policy: touchpoints.policy,
    notices: touchpoints.notices,
    routes: touchpoints.routes,
    handlers: touchpoints.handlers,
  },
  { name: "credit", modules: ["touchpoints"], policy: credit.policy, routes: credit.routes },
  { name: "plans", modules: ["incentives"], events: planEvents, policy: plans.policy, routes: plans.routes },
  { name: "runs", modules: ["incentives"], events: runEvents, policy: runs.policy, routes: runs.routes },
  {
    name: "earnings",
    modules: ["incentives"],
    events: earningEvents,
    policy: earnings.policy,
    routes: earnings.routes,
    jobs: earnings.jobs,
  },
  {
    name: "statements",
    modules: ["incentives"],
    events: statementEvents,
    policy: statements.policy,
    routes: statements.routes,
  },
  {
    name: "payouts",
    modules: ["incentives"],
    events: payoutEvents,
    policy: payouts.policy,
    routes: payouts.routes,
  },
  {
    name: "ledger",
    modules: ["incentives"],
    // The ledger knows no roles, so who reads it is said here.
    policy: { "ledger.read": ["vendor-admin", "finance", "finance-controller"] },
    routes: () => ledger.routes({ prefix: "par", names: partners.namesOf }),
  },
  { name: "sales", modules: ["insight"], policy: sales.policy, routes: sales.routes },
  { name: "pace", modules: ["insight", "registration"], policy: pace.policy, routes: pace.routes },
];

const product = bindFeatures([...core, ...modules]);

export const { policies, acts, noticeBook, isOn } = product;

/** Every feature's routes, jobs and handlers. */
export const features = product.parts;

/** Who opens the files that links lead to: the feature on whose things they hang. */
export function fileReaders(services: Services): Record<string, FileReader> {
  return { ...deals.fileReaders(services), ...touchpoints.fileReaders(services) };
}

/** What features do once, when the product is put together, before anything is served. */
export async function prepare(services: Services): Promise<void> {
  await deals.prepare(services);
}
