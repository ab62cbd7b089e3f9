import { sql } from "kysely";
import { countryOf, shareAccounts } from "#ecosystem/accounts/index.ts";
import { dealsWon, recordFacts, wonValue } from "#ecosystem/facts/index.ts";
import { changed, type Tx } from "#platform/database/tx.ts";
import type { ImportContext } from "#platform/imports/kind.ts";
import { importedAsLost } from "../../imported.ts";
import { firstStage } from "../references.ts";
import { inWork } from "./staged.ts";

/**
 * Takes over the rows in work of opportunities that are not there, with their line, their win, what it counts as and what
 * their partners see of the customers; answers how many. A few statements for any number of rows.
 */
export async function createFromRows(
  tx: Tx,
  { importId, currency, openingReason }: ImportContext,
): Promise<number> {
  const start = await firstStage(tx, "open");
  const vendor = sql`${tx.vendorId}::uuid`;
  const brought = sql`${importId}::uuid`;
  const now = sql`${tx.now().toString()}::timestamptz`;
  const created = await changed(
    tx,
    sql`insert into opportunity (vendor_id, id, external_id, name, account_id, owner_partner_id, seller_id, stage, meaning,
        value_minor, currency, engaged_on, closed_on, lost_reason, pay_basis, pay_basis_reason, import_id, imported,
        created_at, updated_at)
      select ${vendor}, new_id, cells[1],
        left(coalesce(name, product_name || coalesce(' for ' || account_name, ''), cells[1]), 400), account_id, owner_id,
        seller_id, coalesce(stage_key, ${start.key}), meaning_after, value, ${currency}, engaged_on, closed_on,
        case when meaning_after = 'lost' then ${importedAsLost} end,
        ${openingReason === null ? null : "opening-import"}, ${openingReason}, ${brought}, cells, ${now}, ${now}
      from ${inWork} where opportunity_id is null`,
  );
  if (created === 0) return 0;
  await sql`insert into opportunity_line (vendor_id, opportunity_id, line_no, owner_partner_id, seller_id, product_id,
      quantity, amount_minor)
    select ${vendor}, new_id, 1, owner_id, seller_id, product_id, coalesce(quantity, 1), value
    from ${inWork} where opportunity_id is null and product_id is not null`.execute(tx.db);
  await sql`insert into win (vendor_id, id, opportunity_id, n, owner_partner_id, seller_id, import_id, recorded_at, changed_at)
    select ${vendor}, win_id, new_id, 1, owner_id, seller_id, ${brought}, now(), now()
    from ${inWork} where opportunity_id is null and meaning_after = 'won'`.execute(tx.db);
  await recordFacts(
    tx,
    { kind: wonValue, sourceKind: "win", importId },
    sql`select owner_id, closed_on, value, ${currency}::text, win_id, ${countryOf("a")}, null::date
      from ${inWork} left join account a on a.vendor_id = ${tx.vendorId} and a.id = account_id
      where opportunity_id is null and meaning_after = 'won' and owner_id is not null and value > 0`,
  );
  await recordFacts(
    tx,
    { kind: dealsWon, sourceKind: "win", importId },
    sql`select owner_id, closed_on, 1000, null::text, win_id, ${countryOf("a")}, null::date
      from ${inWork} left join account a on a.vendor_id = ${tx.vendorId} and a.id = account_id
      where opportunity_id is null and meaning_after = 'won' and owner_id is not null`,
  );
  await shareAccounts(
    tx,
    sql`select distinct owner_id, account_id from ${inWork}
      where opportunity_id is null and owner_id is not null and account_id is not null`,
    importId,
  );
  return created;
}
