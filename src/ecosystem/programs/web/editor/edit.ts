import type { LadderTwo, Measure } from "../../../ladders/contract.ts";
import { type Benefit, levelsOf, type ProgramDocument, type Track } from "../../contract.ts";

/* Changes of a program that reach several places at once, so that nothing is left naming what is gone. */

/** Another name for a level, wherever the program names it; as it is, where another level has that name. */
export function renameLevel(
  document: ProgramDocument,
  ladder: LadderTwo,
  index: number,
  name: string,
): ProgramDocument {
  const old = index === -1 ? ladder.base : (ladder.levels[index]?.level ?? "");
  const renamed: LadderTwo =
    index === -1
      ? { ...ladder, base: name }
      : { ...ladder, levels: ladder.levels.map((one, at) => (at === index ? { ...one, level: name } : one)) };
  // What levels give is kept by their names: two of one name could not be told apart again.
  if (levelsOf(document).includes(name)) return document;
  return withLevels({ ...document, ladder: renamed }, (level) => (level === old ? name : level));
}

/** The program without a level, and without what it gave. */
export function removeLevel(document: ProgramDocument, ladder: LadderTwo, index: number): ProgramDocument {
  const gone = ladder.levels[index]?.level;
  const levels = ladder.levels.filter((_, at) => at !== index);
  return withLevels({ ...document, ladder: { ...ladder, levels } }, (level) =>
    level === gone ? null : level,
  );
}

/** Gives the document a ladder or takes it away; what was given to levels that are gone goes. */
export function withLadder(document: ProgramDocument, ladder: LadderTwo | null): ProgramDocument {
  const levels = levelsOf({ ladder });
  return withLevels({ ...document, ladder }, (level) => (levels.includes(level) ? level : null));
}

function withLevels(document: ProgramDocument, to: (level: string) => string | null): ProgramDocument {
  const keyed = <Value>(values: Partial<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([level, value]) => {
        const next = to(level);
        return next === null || value === undefined ? [] : [[next, value]];
      }),
    );
  return {
    ...document,
    benefits: document.benefits.map((benefit) => ({ ...benefit, values: keyed(benefit.values) })),
    tracks: document.tracks.map((track) => ({ ...track, tiers: keyed(track.tiers) })),
  };
}

/** The program without a benefit, and no track naming it. */
export function removeBenefit(document: ProgramDocument, key: string): ProgramDocument {
  const without = (tier: Track["tiers"][string]) =>
    tier?.benefits === undefined ? tier : { ...tier, benefits: tier.benefits.filter((one) => one !== key) };
  return {
    ...document,
    benefits: document.benefits.filter((benefit) => benefit.key !== key),
    tracks: document.tracks.map((track) => ({
      ...track,
      tiers: Object.fromEntries(Object.entries(track.tiers).map(([level, tier]) => [level, without(tier)])),
    })),
  };
}

/** A key made of a name that none of the others has: `Résellers EMEA` gives `resellers-emea`. */
export function keyFor(name: string, taken: readonly string[], sign: "-" | "_" = "-"): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain.replaceAll(/[^a-z0-9]+/g, sign).replace(/^[^a-z]+/, "");
  const stem = words.slice(0, 36).replace(/[-_]+$/, "") || "new";
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? stem : `${stem}${sign}${n}`;
    if (!taken.includes(key)) return key;
  }
}

/** The smallest ladder that tells partners apart. */
export function firstLadder(key: string, label: string, currency: string): LadderTwo {
  return {
    format: "hanse-ladder/2",
    name: key,
    label,
    currency,
    base: "Member",
    measuredAt: "entity",
    reviews: { everyMonths: 6, demoteEveryMonths: 12, decidedAfterDays: 14, inForceAfterDays: 14 },
    graceDays: 180,
    warnDays: 60,
    minimumStayMonths: 6,
    measures: [
      {
        key: "won",
        label: "Won value",
        kind: "fact",
        fact: "won_value",
        window: { kind: "trailing-months", months: 12 },
      },
    ],
    goodStanding: [],
    levels: [{ level: "Gold", requires: `won >= 100000 ${currency}` }],
  };
}

/** A measure of a fact that the ladder has none of yet. */
export function measureOf(
  fact: { key: string; label: string; counts: "sum" | "latest" },
  taken: readonly string[],
): Measure {
  return {
    key: keyFor(fact.key, taken, "_"),
    label: fact.label,
    kind: "fact",
    fact: fact.key,
    window: fact.counts === "latest" ? { kind: "as-of" } : { kind: "trailing-months", months: 12 },
  };
}

export function newBenefit(label: string, taken: readonly string[]): Benefit {
  return {
    key: keyFor(label, taken),
    label,
    kind: "other",
    unit: "text",
    values: {},
    period: "none",
    onRequest: false,
    validDays: null,
    description: "",
  };
}
