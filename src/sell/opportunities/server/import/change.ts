import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { ImportContext } from "#platform/imports/kind.ts";
import { imported, importedReason, type SourceRow } from "../../imported.ts";
import { sameOpportunity } from "../../opportunity.ts";
import type { Meaning } from "../../stage.ts";
import { conclude, type Wanted } from "../conclude.ts";
import { load } from "../load.ts";
import { writeChanges } from "../write.ts";
import { inWork } from "./staged.ts";

/** Opportunities that are brought under the rules and written at a time. */
const batchRows = 2_000;

interface ChangingRow extends Omit<SourceRow, "stage"> {
  id: string;
  stage: string | null;
  meaning: Meaning | null;
}

/**
 * Takes over what the source has changed of opportunities that are there, by the same rules as a person's act; answers
 * how many are other than before.
 */
export async function changeFromRows(tx: Tx, context: ImportContext): Promise<number> {
  const found = await rows(
    tx,
    sql<ChangingRow>`select opportunity_id as id, name, account_id as "accountId", owner_id as "ownerPartnerId", seller_id as "sellerId",
        product_id as "productId", quantity, stage_key as stage, meaning, value_minor as "valueMinor",
        engaged_on as "engagedOn", closed_on as "closedOn"
      from ${inWork} where opportunity_id is not null`,
  );
  let updated = 0;
  for (let from = 0; from < found.length; from += batchRows)
    updated += await changeBatch(tx, context, found.slice(from, from + batchRows));
  if (found.length > 0) await remember(tx);
  return updated;
}

async function changeBatch(tx: Tx, context: ImportContext, batch: readonly ChangingRow[]): Promise<number> {
  const today = tx.today().toString();
  const said = new Map(batch.map((row) => [row.id, row]));
  const wanted = (await load(tx, [...said.keys()])).flatMap(({ id, version, opportunity }): Wanted[] => {
    const row = said.get(id);
    if (row === undefined) return [];
    const { stage, meaning } = row;
    const source = { ...row, stage: stage === null || meaning === null ? null : { key: stage, meaning } };
    const after = imported(opportunity, source, today);
    if (sameOpportunity(opportunity, after)) return [];
    return [{ id, version, before: opportunity, after, reason: importedReason(after) }];
  });
  await writeChanges(tx, await conclude(tx, wanted), context.importId);
  return wanted.length;
}

/** Keeps what the source says now, so that the same file changes nothing again. */
async function remember(tx: Tx): Promise<void> {
  await sql`update opportunity o set imported = w.cells from ${inWork} w
    where o.vendor_id = ${tx.vendorId} and o.id = w.opportunity_id`.execute(tx.db);
}
