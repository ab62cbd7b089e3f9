import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { PaySplit } from "../contract.ts";
import type { SplitRow } from "./store.ts";

export function present(tx: Tx, row: SplitRow): PaySplit {
  const { actor } = tx;
  const isPerson = actor.membershipId !== null;
  const isVendor = actor.databaseRole === "hanse_vendor";
  const shares = new Map(row.shares.map((share) => [share[0], share]));
  const isOpen = row.state === "open";
  const isUnsigned = row.shares.some(([, , by]) => by === null);
  return {
    id: toPublicId("spl", row.id),
    opportunity: { id: toPublicId("opp", row.opportunity_id), name: row.opportunity_name },
    state: row.state,
    terms: row.terms,
    participants: row.participant_ids.map((id, index) => {
      const [, shareBasisPoints, by, at] = shares.get(id) ?? [id, null, null, null];
      return {
        partner: { id: toPublicId("par", id), name: row.participant_names[index] ?? "" },
        shareBasisPoints,
        signed: by === null || at === null ? null : { by, at: Temporal.Instant.from(at).toString() },
      };
    }),
    waitsFor: !isOpen ? null : isUnsigned ? "signatures" : isVendor ? "confirmation" : null,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toString(),
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at?.toString() ?? null,
    ended:
      row.ended_at === null
        ? null
        : {
            at: row.ended_at.toString(),
            by: row.ended_by,
            // What a participant said to the vendor is not the others' to read.
            reason: isVendor || row.state === "withdrawn" ? row.ended_reason : null,
          },
    can: {
      sign: isPerson && isOpen && isUnsigned && actor.can.has("pay-split.sign"),
      refuse: isPerson && isOpen && actor.can.has("pay-split.sign"),
      withdraw: isPerson && isOpen && actor.can.has("pay-split.manage"),
      confirm: isPerson && isOpen && !isUnsigned && actor.can.has("pay-split.manage"),
    },
  };
}
