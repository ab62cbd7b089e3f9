import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type Region, type RegionTree, treeOf } from "../regions.ts";

/** The vendor's regions as they are now. */
export async function regionTree(tx: Tx): Promise<RegionTree> {
  const found = await rows(
    tx,
    sql<Region>`select r.key, r.name, above.key as parent,
        array(select c.country from region_country c where c.vendor_id = r.vendor_id and c.region_id = r.id
          order by c.country) as countries
      from region r left join region above on above.vendor_id = r.vendor_id and above.id = r.parent_id
      where r.vendor_id = ${tx.vendorId} order by r.key`,
  );
  return treeOf(found);
}
