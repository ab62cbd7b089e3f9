import type { RawBuilder } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { Principal } from "#platform/principal.ts";
import { report } from "../../report.ts";
import type { DealsToClose } from "../contract.ts";

/** How many deals are shown one by one. */
export const shownDeals = 6;

export interface DealRow {
  id: string;
  name: string;
  account_name: string | null;
  partner_id: string | null;
  partner_name: string | null;
  stage_key: string;
  stage_label: string;
  value_minor: bigint | null;
  expected_close_on: string | null;
  engaged_on: string | null;
  open_count: number;
  open_minor: bigint | null;
  overdue_count: number;
}

const dealsOfVendor = report<DealRow>(new URL("../reports/deals-of-vendor.sql", import.meta.url));
const dealsOfSeller = report<DealRow>(new URL("../reports/deals-of-seller.sql", import.meta.url));

/** The open deals that a person of the vendor moves: all, or a direct seller's own; null where they move none. */
export async function dealsFor(tx: Tx, principal: Principal): Promise<DealsToClose | null> {
  const isSeller = principal.databaseRole === "hanse_seller";
  if (!isSeller && !principal.can.has("opportunity.manage")) return null;
  const read = isSeller ? dealsOfSeller : dealsOfVendor;
  return dealsIn(
    tx,
    read({
      vendor: tx.vendorId,
      currency: tx.vendor.currency,
      seller: principal.membershipId,
      today: tx.today().toString(),
      limit: shownDeals,
    }),
  );
}

/** The deals that a report of open deals selects. */
export async function dealsIn(tx: Tx, statement: RawBuilder<DealRow>): Promise<DealsToClose> {
  const found = await rows(tx, statement);
  const { currency } = tx.vendor;
  return {
    open: found[0]?.open_count ?? 0,
    value: toJson({ minor: found[0]?.open_minor ?? 0n, currency }),
    overdue: found[0]?.overdue_count ?? 0,
    next: found.map((row) => ({
      id: toPublicId("opp", row.id),
      name: row.name,
      account: row.account_name,
      partner:
        row.partner_id === null
          ? null
          : { id: toPublicId("par", row.partner_id), name: row.partner_name ?? "" },
      stage: { key: row.stage_key, label: row.stage_label },
      value: row.value_minor === null ? null : toJson({ minor: row.value_minor, currency }),
      expectedCloseOn: row.expected_close_on,
      engagedOn: row.engaged_on,
    })),
  };
}
