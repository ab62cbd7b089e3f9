import { sql } from "kysely";
import type { Door } from "#platform/database/door.ts";
import { changed } from "#platform/database/tx.ts";
import type { VendorContext } from "#platform/principal.ts";

/** Read or not, nobody goes back further; what happened stands in the stream for good. */
const keptDays = 400;
const rowsAtOnce = 5_000;

/** Lets old notices go, with their mails. */
export async function tidy(door: Door, vendor: VendorContext): Promise<void> {
  const some = () =>
    door.withJob(vendor, (tx) =>
      changed(
        tx,
        sql`delete from notice where vendor_id = ${tx.vendorId} and id in (select id from notice
          where vendor_id = ${tx.vendorId} and occurred_at < ${tx
            .now()
            .subtract({ hours: 24 * keptDays })
            .toString()}::timestamptz
          order by occurred_at limit ${rowsAtOnce})`,
      ),
    );
  while ((await some()) === rowsAtOnce);
}
