import { sql } from "kysely";
import { withRules } from "#platform/database/rules.ts";
import { rows, type Tx } from "#platform/database/tx.ts";

/**
 * The keys of the specializations that partners hold on a day, by partner; whoever holds none is not in it. They end by
 * the day alone, whether or not anything has noticed. Read with the vendor's eyes, for rules: which track a partner is on.
 */
export async function specializationsOn(
  tx: Tx,
  day: Temporal.PlainDate,
  partnerIds?: readonly string[],
): Promise<Map<string, string[]>> {
  const whose = partnerIds === undefined ? sql`true` : sql`a.partner_id = any (${[...partnerIds]}::uuid[])`;
  const found = await withRules(tx, () =>
    rows(
      tx,
      sql<{
        partner_id: string;
        keys: string[];
      }>`select a.partner_id, array_agg(distinct s.key order by s.key) as keys
        from specialization_award a
        join specialization s on s.vendor_id = a.vendor_id and s.id = a.specialization_id
        where a.vendor_id = ${tx.vendorId} and ${whose} and a.effective_from <= ${day.toString()}::date
          and coalesce(a.revoked_on, a.effective_until) > ${day.toString()}::date
        group by a.partner_id`,
    ),
  );
  return new Map(found.map(({ partner_id, keys }) => [partner_id, keys]));
}
