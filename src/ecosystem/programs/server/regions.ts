import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { RegionUse } from "../../places/index.ts";
import { versionsFrom } from "./versions.ts";

/** Which of these regions the programs name, by the versions that hold today or will: who is in them, and their tracks. */
export async function regionUses(tx: Tx, keys: readonly string[]): Promise<RegionUse[]> {
  const found = new Map<string, RegionUse>();
  for (const { programId, document } of await versionsFrom(tx, tx.today())) {
    const program = { id: toPublicId("prg", programId), name: document.label };
    const note = (by: "criteria" | "track", regions: readonly string[], track: string | null) => {
      for (const region of regions.filter((one) => keys.includes(one)))
        found.set([programId, by, region, track].join(" "), { by, program, region, track, override: null });
    };
    note("criteria", document.criteria.regions, null);
    for (const track of document.tracks) note("track", track.regions, track.label);
  }
  return [...found.values()];
}
