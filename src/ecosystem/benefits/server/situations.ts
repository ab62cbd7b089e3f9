import type { Tx } from "#platform/database/tx.ts";
import { effective, type Override, overridesOn } from "../../overrides/index.ts";
import { chainOf, placesOf, regionTree, type Scope } from "../../places/index.ts";
import { type Benefit, levelsOf } from "../../programs/contract.ts";
import { enrolledOn, programsOn } from "../../programs/index.ts";
import { standingsOn } from "../../tiers/index.ts";
import type { BenefitEntitlement, Whence } from "../contract.ts";
import type { Resolve, Situation, TrackTerms } from "../entitlement.ts";

/** What a program says of a benefit, and whose country counts for it: its own choice for funds. */
export type Terms = Benefit & { countsWhere: BenefitEntitlement["countsWhere"] };
/** Where a value comes from: the program for all, or a region or country, with its reason. */
export type From = Whence;

/** A partner in one of its programs today: everything that its entitlement follows from. */
export interface PartnerInProgram extends Situation<Terms, From> {
  partnerId: string;
  program: { id: string; name: string };
  versionId: string;
  track: TrackTerms & { key: string; label: string };
  levelSince: string | null;
  /** What good standing lacks, in words; empty where it is good. */
  missing: readonly string[];
  /** The day on which the review was decided that found good standing or did not. */
  reviewedOn: string | null;
}

/** Where partners stand today in each of their programs, or in one: as many statements for one partner as for many. */
export async function situationsOf(
  tx: Tx,
  { partnerIds, programId }: { partnerIds: readonly string[]; programId?: string | undefined },
): Promise<PartnerInProgram[]> {
  const day = tx.today();
  const programs = (await programsOn(tx, day)).filter(
    (one) => (programId === undefined || one.programId === programId) && one.document.benefits.length > 0,
  );
  if (programs.length === 0 || partnerIds.length === 0) return [];
  const tree = await regionTree(tx);
  const places = await placesOf(tx, { day, partnerIds });
  const chains = new Map(partnerIds.map((id) => [id, chainOf(tree, places.get(id)?.main?.country ?? null)]));
  const found: PartnerInProgram[] = [];
  for (const { id: versionId, programId: id, programName, document } of programs) {
    const enrolled = await enrolledOn(tx, { programId: id, day, partnerIds });
    const standings = await standingsOn(tx, id, day, partnerIds);
    const overrides = await overridesOn(tx, id, day);
    const levels = levelsOf(document);
    for (const partnerId of partnerIds) {
      const track = enrolled.get(partnerId)?.track;
      if (track === undefined) continue;
      const standing = standings.get(partnerId);
      found.push({
        partnerId,
        program: { id, name: programName },
        versionId,
        benefits: document.benefits.map((one) => ({
          ...one,
          countsWhere: one.kind === "fund-share" ? document.counts.funds : "contracting-entity",
        })),
        track,
        levels,
        level: standing?.level ?? levels[0] ?? "",
        levelSince: standing?.since ?? null,
        inGoodStanding: standing?.inGoodStanding ?? true,
        missing: standing?.missing ?? [],
        reviewedOn: standing?.reviewedOn ?? null,
        resolve: resolver(chains.get(partnerId) ?? [], overrides),
      });
    }
  }
  return found;
}

const program: From = { kind: "global", label: "", reason: null, until: null };

/** What a place says of a benefit, the nearest first; a partner is told why and until when, not who approved it. */
function resolver(chain: readonly Scope[], overrides: readonly Override[]): Resolve<From> {
  return (key, level, programSays) => {
    const said = programSays === null ? null : ({ kind: "benefit", value: programSays } as const);
    const { value, override } = effective(`benefit:${key}:${level}`, said, chain, overrides);
    const text = value?.kind === "benefit" ? value.value : null;
    if (override === null) return { value: text, from: program };
    const { scope, scopeLabel, reason, until } = override;
    return { value: text, from: { kind: scope.kind, label: scopeLabel, reason, until } };
  };
}
