import type { Pool } from "pg";
import * as credit from "#attribution/credit/index.ts";
import * as accounts from "#ecosystem/accounts/index.ts";
import * as imports from "#ecosystem/imports/index.ts";
import * as notices from "#ecosystem/notices/index.ts";
import * as partners from "#ecosystem/partners/index.ts";
import * as people from "#ecosystem/people/index.ts";
import * as products from "#ecosystem/products/index.ts";
import * as programs from "#ecosystem/programs/index.ts";
import * as stream from "#ecosystem/stream/index.ts";
import * as tiers from "#ecosystem/tiers/index.ts";
import * as vendors from "#ecosystem/vendors/index.ts";
import * as earnings from "#incentivize/earnings/index.ts";
import * as payouts from "#incentivize/payouts/index.ts";
import * as plans from "#incentivize/plans/index.ts";
import * as runs from "#incentivize/runs/index.ts";
import * as statements from "#incentivize/statements/index.ts";
import * as pace from "#insight/deals/index.ts";
import * as portal from "#insight/portal/index.ts";
import * as sales from "#insight/sales/index.ts";
import * as work from "#insight/work/index.ts";
import * as ledger from "#ledger/index.ts";
import type { Auth } from "#platform/auth/auth.ts";
import type { Door } from "#platform/database/door.ts";
import type { Handler } from "#platform/events/handlers.ts";
import type { FileStore } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import { fileSweep } from "#platform/files/sweep.ts";
import type { FileReader } from "#platform/http/file-links.ts";
import type { Route } from "#platform/http/route.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import type { Mailer } from "#platform/mail/mail.ts";
import type { Clock } from "#platform/time/clock.ts";
import * as deals from "#sell/deals/index.ts";
import * as engagement from "#sell/engagement/index.ts";
import * as opportunities from "#sell/opportunities/index.ts";
import * as splits from "#sell/splits/index.ts";
import * as touchpoints from "#sell/touchpoints/index.ts";

/** What the features are given: the ports of the platform, plugged in. */
export interface Services {
  door: Door;
  clock: Clock;
  files: FileStore;
  fileLinks: FileLinks;
  auth: Auth;
  mailer: Mailer;
  secret: string;
  controlPool: Pool;
  ownerPool: Pool;
  resolver: people.Resolver;
  /** Address under which people reach the pages, for links. */
  publicUrl: () => string;
  enqueue: (job: string, vendorId: string, payload?: Record<string, unknown>, key?: string) => Promise<void>;
}

/** Who may do what: one table a feature. */
export const policies: readonly people.Policy[] = [
  people.policy,
  vendors.policy,
  partners.policy,
  accounts.policy,
  products.policy,
  programs.policy,
  tiers.policy,
  stream.policy,
  imports.policy,
  opportunities.policy,
  splits.policy,
  engagement.policy,
  deals.policy,
  touchpoints.policy,
  credit.policy,
  plans.policy,
  runs.policy,
  earnings.policy,
  statements.policy,
  payouts.policy,
  work.policy,
  sales.policy,
  pace.policy,
  portal.policy,
  // The ledger knows no roles, so who reads it is said here.
  { "ledger.read": ["vendor-admin", "finance", "finance-controller"] },
];

export const acts: ReadonlySet<string> = new Set(policies.flatMap((policy) => Object.keys(policy)));

/** What files can bring; the features say how. */
const importKinds = [products.importKind, accounts.importKind, partners.importKind, opportunities.importKind];

/** What people are told of; the features say whom and in which words. */
export const noticeBook = notices.bindBooks([deals.notices, touchpoints.notices, splits.notices]);

/** Every feature's routes, jobs and handlers. */
export function features(services: Services): { routes: Route[]; jobList: Job[]; handlers: Handler[] } {
  const importing = { ...services, importKinds };
  return {
    routes: [
      ...people.routes(services),
      ...vendors.routes(services),
      ...partners.routes(),
      ...accounts.routes(),
      ...products.routes(),
      ...programs.routes(),
      ...tiers.routes(),
      ...stream.routes(),
      ...notices.routes(noticeBook, services),
      ...imports.routes(importing),
      ...opportunities.routes(),
      ...splits.routes(),
      ...engagement.routes(),
      ...deals.routes(services),
      ...touchpoints.routes(services),
      ...credit.routes(),
      ...plans.routes(),
      ...runs.routes(services),
      ...earnings.routes(),
      ...statements.routes(),
      ...payouts.routes(),
      ...work.routes(),
      ...sales.routes(),
      ...pace.routes(),
      ...portal.routes(),
      ...ledger.routes({ prefix: "par", names: partners.namesOf }),
    ],
    jobList: [
      ...earnings.jobs(services),
      ...imports.jobs(importing),
      ...deals.jobs(services),
      fileSweep(services),
      ...notices.jobs(noticeBook, services),
    ],
    handlers: [
      ...people.handlers(services),
      ...deals.handlers(),
      ...touchpoints.handlers(),
      ...notices.handlers(noticeBook, services),
    ],
  };
}

/** Who opens the files that links lead to: the feature on whose things they hang. */
export function fileReaders(services: Services): Record<string, FileReader> {
  return { ...deals.fileReaders(services), ...touchpoints.fileReaders(services) };
}

/** What features do once, when the product is put together, before anything is served. */
export async function prepare(services: Services): Promise<void> {
  await deals.prepare(services);
}
