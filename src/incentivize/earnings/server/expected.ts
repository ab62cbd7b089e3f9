import { type RawBuilder, sql } from "kysely";
import { principalOf } from "#ecosystem/people/index.ts";
import { listPriceIn } from "#ecosystem/products/index.ts";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { allocate } from "#platform/money/allocate.ts";
import { money, toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import { monthOf } from "#platform/time/month.ts";
import { evaluate } from "../../plans/engine.ts";
import { explain } from "../../plans/explain.ts";
import type { WinFacts } from "../../plans/facts.ts";
import type { plansStore } from "../../plans/index.ts";
import { receiptWriter } from "../../plans/issue.ts";
import type { ComputedEarning } from "../../plans/outcome.ts";
import { earningLine } from "../../plans/settle.ts";
import {
  type GoverningVersion,
  loadContext,
  participantsOf,
  type RunContext,
  standingOf,
  type winsStore,
} from "../../runs/index.ts";
import { type ExpectedEarning, maxExpected } from "../contract.ts";

/** A registration whose win would earn, with what is known of the sale by now. */
interface DealRow {
  id: string;
  partner_id: string;
  partner_name: string;
  name: string;
  is_approved: boolean;
  value_minor: bigint | null;
  opportunity_id: string | null;
  /** `[product id, name, series, weight in minor units]`. */
  lines: [string, string, string, string][];
}

/**
 * What registrations would earn their reader's company if they closed today, by the engine that books wins: on the
 * vendor's side the registration's own partner. The registrations are those that the reader may see; plans, tiers and
 * the hierarchy are read with the vendor's eyes, and one's own lines alone are told.
 */
export async function expectedOf(tx: Tx, dealId: string | null): Promise<ExpectedEarning[]> {
  const deals = await openDeals(tx, dealId);
  if (deals.length === 0) return [];
  return withRules(tx, async () => {
    const plans = await rows(
      tx,
      sql<plansStore.PlanRow>`select id, name from plan where vendor_id = ${tx.vendorId} order by name`,
    );
    const contexts = await Promise.all(plans.map((plan) => loadContext(tx, plan)));
    const credits = await creditsOf(tx, deals);
    const expected: ExpectedEarning[] = [];
    for (const deal of deals)
      expected.push(await expectationOf(tx, deal, contexts, credits.get(deal.opportunity_id)));
    return expected;
  });
}

/** @throws Problem 404 where nothing is expected of it, or it may not be seen */
export async function expectedOfDeal(tx: Tx, publicId: string): Promise<ExpectedEarning> {
  const [found] = await expectedOf(tx, fromPublicId("deal", publicId, "registration"));
  if (found === undefined) throw notFound("registration");
  return found;
}

function openDeals(tx: Tx, dealId: string | null): Promise<DealRow[]> {
  const one: RawBuilder<unknown> = dealId === null ? sql`r.state <> 'draft'` : sql`r.id = ${dealId}`;
  return rows(
    tx,
    sql<DealRow>`select r.id, r.partner_id, p.name as partner_name, coalesce(r.customer_name, '') as name,
        r.state = 'approved' as is_approved, r.value_minor, r.opportunity_id,
        coalesce((select json_agg(json_build_array(d.id, d.name, d.series,
            coalesce(l.amount_minor, ${listPriceIn("d", tx.vendor.currency)} * l.quantity, 0)::text) order by l.line_no)
          from registration_line l join product d on d.vendor_id = l.vendor_id and d.id = l.product_id
          where l.vendor_id = r.vendor_id and l.registration_id = r.id), '[]') as lines
      from registration r join partner p on p.vendor_id = r.vendor_id and p.id = r.partner_id
      where r.vendor_id = ${tx.vendorId} and ${one}
        and r.state in ('draft', 'submitted', 'in-review', 'needs-information', 'approved')
      order by r.updated_at desc, r.id desc limit ${maxExpected}`,
  );
}

interface Credit {
  shares: winsStore.WinRow["shares"];
  signed_on: string | null;
  owner_id: string | null;
  decided_id: string | null;
}

/** Who has the pay credit of the sales that were approved, where that is more than their holder. */
async function creditsOf(tx: Tx, deals: readonly DealRow[]): Promise<Map<string | null, Credit>> {
  const ids = deals.flatMap(({ opportunity_id }) => opportunity_id ?? []);
  const found = await rows(
    tx,
    sql<
      Credit & { id: string }
    >`select o.id, o.owner_partner_id as owner_id, c.partner_id as decided_id, h.shares, h.signed_on
      from opportunity o
      left join opportunity_pay_credit c on c.vendor_id = o.vendor_id and c.opportunity_id = o.id
        and c.partner_id in (o.owner_partner_id, o.holder_partner_id)
      left join lateral (
        select json_agg(json_build_array(s.partner_id, p.name, s.share_bp) order by s.until_bp) as shares,
          (max(s.signed_at) at time zone ${tx.vendor.timezone}::text)::date as signed_on
        from pay_split_confirmation f join pay_split_share s on s.vendor_id = f.vendor_id and s.split_id = f.split_id
        join partner p on p.vendor_id = s.vendor_id and p.id = s.partner_id
        where f.vendor_id = o.vendor_id and f.opportunity_id = o.id and f.replaced_at is null
      ) as h on true
      where o.vendor_id = ${tx.vendorId} and o.id = any (${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

async function expectationOf(
  tx: Tx,
  deal: DealRow,
  contexts: readonly RunContext[],
  credit: Credit | undefined,
): Promise<ExpectedEarning> {
  const isSplit = credit !== undefined && credit.shares !== null;
  const isOthersSale =
    credit !== undefined && credit.owner_id !== null && credit.owner_id !== deal.partner_id;
  const isUndecided = isOthersSale && !isSplit && credit.decided_id === null;
  const isAnothers = isOthersSale && !isSplit && credit.decided_id !== deal.partner_id;
  const payee = toPublicId("par", principalOf(tx).partnerId ?? deal.partner_id);
  const lines: ExpectedLine[] = [];
  for (const context of isAnothers || sumOf(deal) === 0n ? [] : contexts)
    lines.push(...(await linesFor(tx, deal, context, credit, payee)));
  const total = lines.reduce((sum, line) => sum + line.amountMinor, 0n);
  return {
    dealId: toPublicId("deal", deal.id),
    condition: isUndecided ? "undecided" : deal.is_approved ? "approved" : "if-approved",
    asOf: tx.today().toString(),
    amount: lines.length === 0 ? null : toJson(money(total, tx.vendor.currency)),
    lines: lines.map(({ amountMinor, ...line }) => ({
      ...line,
      amount: toJson(money(amountMinor, tx.vendor.currency)),
    })),
  };
}

type ExpectedLine = Omit<ExpectedEarning["lines"][number], "amount"> & { amountMinor: bigint };

/** What one plan would give the payee for a registration. */
async function linesFor(
  tx: Tx,
  deal: DealRow,
  context: RunContext,
  credit: Credit | undefined,
  payee: string,
): Promise<ExpectedLine[]> {
  const version = context.versionFor(tx.today().toString());
  if (version === null || version.plan.currency !== tx.vendor.currency) return [];
  const { earnings } = evaluate(version.plan, await factsOf(tx, context, version, deal, credit));
  return earnings
    .filter(({ beneficiary }) => beneficiary.id === payee)
    .map((earning) => lineOf(tx, version, earning));
}

/** What is said of the calculation; that it is booked, and when it closed, would be said too early. */
const foretold: ReadonlySet<string> = new Set(["plan", "shared", "above", "tier"]);

function lineOf(tx: Tx, { plan }: GoverningVersion, earning: ComputedEarning): ExpectedLine {
  const vendor = { id: toPublicId("ven", tx.vendorId), name: tx.vendor.name, zone: tx.vendor.timezone };
  const first = earningLine(plan.currency, earning, { entry: "first", adjusts: null, bookedMinor: 0n });
  const receipt = receiptWriter(vendor, plan).write({ ...first, id: "", period: monthOf(tx.today()) });
  return {
    label: plan.components.get(earning.component)?.rule.label ?? earning.component,
    planId: plan.version.planId,
    holdDays: plan.version.rules.hold.days,
    sentences: explain(receipt).filter((sentence) => "from" in sentence || foretold.has(sentence.code)),
    amountMinor: earning.amountMinor,
  };
}

async function factsOf(
  tx: Tx,
  context: RunContext,
  version: GoverningVersion,
  deal: DealRow,
  credit: Credit | undefined,
): Promise<WinFacts> {
  const today = tx.today().toString();
  const { currency } = tx.vendor;
  const valueMinor = deal.value_minor ?? sumOf(deal);
  const weights = deal.lines.map(([, , , weight]) => BigInt(weight));
  const amounts = allocate(money(valueMinor, currency), weights);
  return {
    winId: "",
    opportunity: { id: "", externalId: null, name: deal.name },
    closedOn: today,
    currency,
    valueMinor,
    reversedMinor: 0n,
    lines: deal.lines.map(([id, name, series], index) => ({
      product: { id: toPublicId("prd", id), name },
      series,
      amountMinor: amounts[index]?.minor ?? 0n,
    })),
    owner: { id: toPublicId("par", deal.partner_id), name: deal.partner_name },
    ...(await standingOf(context, version, today, deal.partner_id)),
    payBasis: { kind: "registration", reason: "" },
    split:
      credit === undefined || credit.shares === null
        ? null
        : {
            signedOn: credit.signed_on ?? today,
            participants: await participantsOf(context, version, today, credit.shares),
          },
  };
}

function sumOf({ lines }: DealRow): bigint {
  return lines.reduce((sum, [, , , weight]) => sum + BigInt(weight), 0n);
}
