import { changed, moved } from "./change.ts";
import type { Line, Opportunity } from "./opportunity.ts";
import type { Meaning } from "./stage.ts";

/**
 * What one row of a file says of an opportunity that is there already, as far as the source has changed since it was
 * last imported. Null says nothing: a cell that is empty, or as it was, leaves what is there.
 */
export interface SourceRow {
  name: string | null;
  accountId: string | null;
  ownerPartnerId: string | null;
  sellerId: string | null;
  productId: string | null;
  quantity: number | null;
  stage: { key: string; meaning: Meaning } | null;
  valueMinor: bigint | null;
  engagedOn: string | null;
  closedOn: string | null;
}

export const importedAsLost = "Imported as lost.";
export const importedAsOpen = "Imported as open again.";

/** The opportunity as a row of a file wants it. What it earns by is left as it is: an import does not entitle anew. */
export function imported(before: Opportunity, row: SourceRow, today: string): Opportunity {
  const staged = inStage(before, row, today);
  const after = changed(
    staged,
    {
      name: row.name ?? undefined,
      accountId: row.accountId ?? undefined,
      ownerPartnerId: row.ownerPartnerId ?? undefined,
      sellerId: row.sellerId ?? undefined,
      engagedOn: row.engagedOn ?? undefined,
      // What is lost keeps the value that it might have had, whatever the source puts there.
      valueMinor: staged.meaning === "lost" ? undefined : (row.valueMinor ?? undefined),
      closedOn: staged.meaning === "open" ? undefined : (row.closedOn ?? undefined),
    },
    null,
  );
  return { ...after, lines: withProduct(after.lines, row) };
}

/** Why a win is taken back that an import takes out of won. */
export function importedReason(after: Opportunity): string {
  return after.meaning === "lost" ? importedAsLost : importedAsOpen;
}

function inStage(before: Opportunity, row: SourceRow, today: string): Opportunity {
  if (row.stage === null) return before;
  const move = {
    stage: row.stage.key,
    meaning: row.stage.meaning,
    valueMinor: null,
    closedOn: row.closedOn,
    reason: row.stage.meaning === "lost" ? importedAsLost : null,
  };
  return moved(before, move, today);
}

/** A file has one product a row: another one takes the place of all lines, the same one leaves them. */
function withProduct(lines: readonly Line[], { productId, quantity }: SourceRow): readonly Line[] {
  const [first, ...more] = lines;
  if (productId === null && quantity === null) return lines;
  if (first !== undefined && more.length === 0)
    return [{ ...first, productId: productId ?? first.productId, quantity: quantity ?? first.quantity }];
  return productId === null ? lines : [{ productId, quantity: quantity ?? 1, amountMinor: null }];
}
