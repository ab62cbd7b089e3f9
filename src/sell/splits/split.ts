import { formatDecimal } from "#platform/money/decimal.ts";
import { invalid } from "#platform/problem.ts";

/** 100 %: shares are counted in hundredths of a percent, so that they add up exactly. */
export const wholeBasisPoints = 10_000;
export const maxParticipants = 12;

/** A participant and what of the pay credit it gets. */
export interface Share {
  partnerId: string;
  shareBasisPoints: number;
}

/** A share with where it lies when all are laid end to end, from 0 to 10,000. */
export interface LaidShare extends Share {
  fromBasisPoints: number;
  untilBasisPoints: number;
}

/**
 * Lays the shares of a proposal end to end, in the order in which they were given.
 * @param claimants who has a claim to the pay credit already and so must be asked
 * @throws Problem `invalid-input` where they are fewer than two, one is named twice, they do not add up to 100 %, or a
 * claimant is left out
 */
export function layShares(shares: readonly Share[], claimants: readonly string[]): LaidShare[] {
  if (shares.length < 2) throw invalid("/participants", "A split has at least two participants.");
  const seen = new Set<string>();
  for (const [index, { partnerId }] of shares.entries()) {
    if (seen.has(partnerId))
      throw invalid(
        `/participants/${index}/partnerId`,
        "This partner is named twice: write one share for each.",
      );
    seen.add(partnerId);
  }
  if (claimants.some((one) => !seen.has(one)))
    throw invalid(
      "/participants",
      "Whoever has a claim to the pay credit takes part: the owner of the opportunity, the holder of its registration, and all of the split in force.",
    );
  const sum = shares.reduce((total, { shareBasisPoints }) => total + shareBasisPoints, 0);
  if (sum !== wholeBasisPoints)
    throw invalid(
      "/participants",
      `The shares add up to ${percentOf(sum)} %. They must add up to exactly 100 %.`,
    );
  let end = 0;
  return shares.map((share) => {
    const fromBasisPoints = end;
    end += share.shareBasisPoints;
    return { ...share, fromBasisPoints, untilBasisPoints: end };
  });
}

/** 4050 basis points as `40.5`. */
export function percentOf(basisPoints: number): string {
  return formatDecimal({ units: BigInt(basisPoints), scale: 2 });
}
