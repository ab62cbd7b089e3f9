import type { Insertable } from "kysely";
import type { DB } from "#platform/database/schema.gen.ts";
import { partners, people, uuidOf, vendors } from "./cast.ts";
import { accounts, type OpportunityCast, products } from "./programme.ts";
import { type Seed, sinceInstant } from "./rows.ts";

const reason = "Carried over from the CRM.";

/** Sales with everything that hangs on them; facts and wins of those that were won. */
export function salesOf(sales: readonly OpportunityCast[]): Seed {
  const won = sales.filter((sale) => sale.stage === "won");
  const shared = new Map(
    sales.flatMap((sale) => {
      const row = partnerAccountOf(sale);
      return row === null ? [] : [[`${row.partner_id} ${row.account_id}`, row] as const];
    }),
  );
  return {
    partner_account: [...shared.values()],
    opportunity: sales.map(opportunityRow),
    opportunity_line: sales.map((sale) => ({
      vendor_id: vendors[sale.vendor].uuid,
      opportunity_id: sale.uuid,
      line_no: 1,
      owner_partner_id: ownerOf(sale),
      seller_id: sellerOf(sale),
      product_id: products[sale.product].uuid,
      quantity: 1,
      amount_minor: sale.valueMinor,
    })),
    win: won.map((sale) => ({
      vendor_id: vendors[sale.vendor].uuid,
      id: uuidOf("win", sale.uuid),
      opportunity_id: sale.uuid,
      n: 1,
      owner_partner_id: ownerOf(sale),
      seller_id: sellerOf(sale),
      recorded_at: `${sale.closedOn}T12:00:00Z`,
      changed_at: `${sale.closedOn}T12:00:00Z`,
    })),
    fact: won.flatMap((sale) => {
      const owner = ownerOf(sale);
      if (owner === null || sale.valueMinor === null || sale.closedOn === null) return [];
      return [
        {
          vendor_id: vendors[sale.vendor].uuid,
          id: uuidOf("fact", sale.uuid),
          partner_id: owner,
          kind: "won_value",
          counts_on: sale.closedOn,
          amount_minor: sale.valueMinor,
          currency: vendors[sale.vendor].currency,
          source_kind: "win",
          source_id: uuidOf("win", sale.uuid),
          recorded_at: `${sale.closedOn}T12:00:00Z`,
        },
      ];
    }),
  };
}

function opportunityRow(sale: OpportunityCast): Insertable<DB["opportunity"]> {
  const open = sale.closedOn === null;
  const owner = ownerOf(sale);
  const at = `${sale.closedOn ?? sale.engagedOn}T12:00:00Z`;
  return {
    vendor_id: vendors[sale.vendor].uuid,
    id: sale.uuid,
    external_id: `CRM-${sale.uuid.slice(-8)}`,
    name: sale.name,
    account_id: sale.account === null ? null : accounts[sale.account].uuid,
    owner_partner_id: owner,
    seller_id: sellerOf(sale),
    stage: sale.stage,
    meaning: open ? "open" : sale.stage,
    value_minor: sale.valueMinor,
    currency: vendors[sale.vendor].currency,
    engaged_on: sale.engagedOn,
    expected_close_on: open ? "2026-07-10" : null,
    closed_on: sale.closedOn,
    lost_reason: sale.stage === "lost" ? "They chose to wait." : null,
    pay_basis: owner === null ? null : "opening-import",
    pay_basis_reason: owner === null ? null : reason,
    created_at: at,
    updated_at: at,
  };
}

function partnerAccountOf(sale: OpportunityCast): Insertable<DB["partner_account"]> | null {
  const owner = ownerOf(sale);
  if (owner === null || sale.account === null) return null;
  const account = accounts[sale.account];
  return {
    vendor_id: vendors[sale.vendor].uuid,
    partner_id: owner,
    account_id: account.uuid,
    name: account.name,
    country: account.country,
    created_at: sinceInstant,
  };
}

function ownerOf(sale: OpportunityCast): string | null {
  return sale.partner === null ? null : partners[sale.partner].uuid;
}

function sellerOf(sale: OpportunityCast): string | null {
  return sale.direct ? people["direct-seller"].uuid : null;
}
