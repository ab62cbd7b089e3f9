import { directlyAbove } from "#ecosystem/partners/index.ts";
import { principalOf } from "#ecosystem/people/index.ts";
import { one, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { forbidden } from "#platform/problem.ts";
import { fiscalQuarterOf, quarterBefore } from "#platform/time/quarter.ts";
import { report } from "../../report.ts";
import { type DealRow, dealsIn, shownDeals, waitsFor } from "../../work/index.ts";
import type { PartnerSales, readPortal } from "../contract.ts";

interface SalesRow {
  id: string;
  name: string;
  open_count: number;
  open_minor: bigint;
  now_minor: bigint;
  now_deals: number;
  last_minor: bigint;
}

const dealsOfPartners = report<DealRow>(new URL("../reports/deals-of-partners.sql", import.meta.url));
const partnerSales = report<SalesRow>(new URL("../reports/partner-sales.sql", import.meta.url));
const partnerInfluence = report<{ touchpoints: number; customers: number }>(
  new URL("../reports/partner-influence.sql", import.meta.url),
);

/** Partners that are shown one by one. */
const maxBelow = 50;

/** The first screen of a partner's people: its deals, and those of the partners below it as far as the edge opens them. */
export async function portalOf(tx: Tx): Promise<ResponseOf<typeof readPortal>> {
  const principal = principalOf(tx);
  const { partnerId, reach } = principal;
  if (partnerId === null) throw forbidden();
  const quarter = fiscalQuarterOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const last = quarterBefore(quarter);
  const asked = { vendor: tx.vendorId, currency: tx.vendor.currency };
  const sales = (partners: readonly string[]) =>
    rows(
      tx,
      partnerSales({
        ...asked,
        partners,
        now_from: quarter.from.toString(),
        last_from: last.from.toString(),
        until: quarter.until.toString(),
      }),
    );
  const [own] = await sales([partnerId]);
  if (own === undefined) throw forbidden();
  const below = await sales(reach.deals.filter((id) => id !== partnerId));
  const influenced = await one(
    tx,
    partnerInfluence({
      vendor: tx.vendorId,
      partner: partnerId,
      from: quarter.from.toString(),
      until: quarter.until.toString(),
    }),
  );
  return {
    influenced,
    today: tx.today().toString(),
    quarter: { from: quarter.from.toString(), until: quarter.until.toString() },
    waits: await waitsFor(tx, principal),
    above: await directlyAbove(tx, partnerId),
    own: present(own, tx.vendor.currency),
    all: total([own, ...below], tx.vendor.currency),
    below: below.slice(0, maxBelow).map((row) => present(row, tx.vendor.currency)),
    deals: await dealsIn(
      tx,
      dealsOfPartners({ ...asked, partners: reach.deals, today: tx.today().toString(), limit: shownDeals }),
    ),
  };
}

function present(row: SalesRow, currency: string): PartnerSales {
  return { partner: { id: toPublicId("par", row.id), name: row.name }, ...total([row], currency) };
}

function total(some: readonly SalesRow[], currency: string): Omit<PartnerSales, "partner"> {
  const count = (of: (row: SalesRow) => number) => some.reduce((sum, row) => sum + of(row), 0);
  const money = (of: (row: SalesRow) => bigint) =>
    toJson({ minor: some.reduce((sum, row) => sum + of(row), 0n), currency });
  return {
    open: count((row) => row.open_count),
    openValue: money((row) => row.open_minor),
    now: money((row) => row.now_minor),
    deals: count((row) => row.now_deals),
    last: money((row) => row.last_minor),
  };
}
