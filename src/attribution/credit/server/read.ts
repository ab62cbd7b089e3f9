import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { money, toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import type { Kind, State } from "#sell/touchpoints/contract.ts";
import { type ModelCredit, type readCredit, standardLookBackDays } from "../contract.ts";
import { creditBy, exclusionOf, type Shared, type Touch } from "../credit.ts";
import { models } from "../models.ts";

interface SaleRow {
  currency: string;
  closed_on: string | null;
  /** Null while it is not won. */
  held_minor: bigint | null;
  source_id: string | null;
  source_name: string | null;
}

interface TouchRow {
  id: string;
  kind: Kind;
  state: State;
  partner_id: string;
  partner_name: string;
  occurred_on: string;
  with_whom: string | null;
  purpose: string | null;
}

/** Who helped to win an opportunity, by all models. @throws Problem 404 */
export async function creditOf(
  tx: Tx,
  publicId: string,
  lookBackDays = standardLookBackDays,
): Promise<ResponseOf<typeof readCredit>> {
  const id = fromPublicId("opp", publicId, "opportunity");
  const sale = await saleOf(tx, id);
  if (sale === null) throw notFound("opportunity");
  const found = await touchesOf(tx, id);
  const partners = new Map(found.map((row) => [row.partner_id, partnerOf(row)]));
  const touches = found.map(toRules);
  const closedOn = sale.closed_on === null ? null : Temporal.PlainDate.from(sale.closed_on);
  const won = sale.held_minor === null || closedOn === null ? null : { closedOn, lookBackDays };
  const amount = money(sale.held_minor ?? 0n, sale.currency);
  return {
    source:
      sale.source_id === null
        ? null
        : { id: toPublicId("par", sale.source_id), name: sale.source_name ?? "" },
    win: won === null ? null : { closedOn: won.closedOn.toString(), amount: toJson(amount) },
    lookBackDays,
    touches: found.map((row) => ({
      id: toPublicId("tch", row.id),
      kind: row.kind,
      state: row.state,
      partner: partnerOf(row),
      occurredOn: row.occurred_on,
      withWhom: row.with_whom,
      purpose: row.purpose,
      excluded: excludedFrom(toRules(row), won),
    })),
    models:
      won === null ? [] : models.map((model) => creditOfModel(creditBy(model, touches, { ...won, amount }))),
  };

  function creditOfModel(credit: ReturnType<typeof creditBy>): ModelCredit {
    return {
      model: credit.model,
      version: credit.version,
      shares: credit.shares.map((share) => ({
        partner: partners.get(share.partnerId) ?? { id: toPublicId("par", share.partnerId), name: "" },
        share: asShare(share.basisPoints),
        amount: toJson(share.amount),
      })),
      receipt: {
        weights: credit.weights.map(({ touchId, weight }) => ({
          touchpointId: toPublicId("tch", touchId),
          weight: Number(weight),
        })),
        total: Number(credit.total),
      },
    };
  }
}

/** While it is not won only what is not confirmed can be told from the rest. */
function excludedFrom(touch: Touch, won: Shared | null) {
  if (won !== null) return exclusionOf(touch, won);
  return touch.isConfirmed ? null : "not-confirmed";
}

/** Basis points as a decimal string of one: 2,500 as `0.2500`. */
function asShare(basisPoints: number): string {
  const digits = String(basisPoints).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

function partnerOf(row: TouchRow) {
  return { id: toPublicId("par", row.partner_id), name: row.partner_name };
}

function toRules(row: TouchRow): Touch {
  return {
    id: row.id,
    partnerId: row.partner_id,
    occurredOn: Temporal.PlainDate.from(row.occurred_on),
    isConfirmed: row.state === "confirmed",
  };
}

async function saleOf(tx: Tx, id: string): Promise<SaleRow | null> {
  return maybe(
    tx,
    sql<SaleRow>`select o.currency, o.closed_on, o.value_minor - w.reversed_minor as held_minor,
        p.id as source_id, p.name as source_name
      from opportunity o
      left join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null and o.meaning = 'won'
      left join partner p on p.vendor_id = o.vendor_id and p.id = coalesce(o.holder_partner_id, o.owner_partner_id)
      where o.vendor_id = ${tx.vendorId} and o.id = ${id}`,
  );
}

async function touchesOf(tx: Tx, opportunityId: string): Promise<TouchRow[]> {
  return rows(
    tx,
    sql<TouchRow>`select t.id, t.kind, t.state, t.partner_id, p.name as partner_name, t.occurred_on, t.with_whom, t.purpose
      from touchpoint_of_opportunity x
      join touchpoint t on t.vendor_id = x.vendor_id and t.id = x.touchpoint_id
      join partner p on p.vendor_id = t.vendor_id and p.id = t.partner_id
      where x.vendor_id = ${tx.vendorId} and x.opportunity_id = ${opportunityId} and t.state <> 'withdrawn'
      order by t.occurred_on, t.id`,
  );
}
