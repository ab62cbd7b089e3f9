import type { TermsChange } from "./changes.ts";
import { levelsOf, type ProgramDocument, type Reference, type Track } from "./document.ts";

type Document = Pick<ProgramDocument, "tracks" | "benefits" | "ladder">;

/** What changes in the tracks: whom they are for, what they name, what they give at a level. */
export function trackChanges(before: Document, after: Document): TermsChange[] {
  const [old, new_] = [before.tracks, after.tracks];
  const changes: TermsChange[] = [];
  for (const track of new_) {
    const one = old.find(({ key }) => key === track.key);
    // Who comes onto a new track may have less on it where it leaves benefits out.
    const narrower = Object.values(track.tiers).some((tier) => tier?.benefits !== undefined);
    if (one === undefined) changes.push({ code: "track-added", takesAway: narrower, track: track.label });
    else changes.push(...changesOf(one, track, before, after));
  }
  for (const { key, label } of old) {
    if (!new_.some((track) => track.key === key))
      changes.push({ code: "track-removed", takesAway: true, track: label });
  }
  const [was, is] = [old.find(({ isDefault }) => isDefault), new_.find(({ isDefault }) => isDefault)];
  if (was !== undefined && is !== undefined && was.key !== is.key) {
    changes.push({ code: "default-track-changed", takesAway: true, before: was.label, after: is.label });
  }
  return changes;
}

function changesOf(one: Track, track: Track, before: Document, after: Document): TermsChange[] {
  const changes: TermsChange[] = [];
  const { label } = track;
  if (one.label !== label) {
    changes.push({ code: "track-renamed", takesAway: false, before: one.label, after: label });
  }
  for (const by of ["types", "regions", "specializations"] as const) {
    const [old, new_]: [readonly string[], readonly string[]] = [one[by], track[by]];
    if (!same(old, new_)) {
      // Whoever changes its track may find less on the other.
      changes.push({
        code: "track-for-changed",
        takesAway: true,
        track: label,
        by,
        before: [...old],
        after: [...new_],
      });
    }
  }
  return [...changes, ...nameChanges(one, track), ...tierChanges(one, track, before, after)];
}

function nameChanges(before: Track, after: Track): TermsChange[] {
  const namesOf = (references: readonly (Reference | null)[]) => references.flatMap((one) => one?.name ?? []);
  const parts = [
    ["application-form", [before.applicationForm], [after.applicationForm], "neither"],
    ["onboarding-track", [before.onboardingTrack], [after.onboardingTrack], "neither"],
    ["agreement", before.agreements, after.agreements, "more"],
    ["rules-of-engagement", [before.rulesOfEngagement], [after.rulesOfEngagement], "any"],
    ["content", before.content, after.content, "less"],
  ] as const;
  const changes = parts.flatMap(([what, was, is, worse]) =>
    nameChange(after.label, what, namesOf(was), namesOf(is), worse),
  );
  return [...changes, ...nameChange(after.label, "plan", before.plans, after.plans, "less")];
}

type Named = Extract<TermsChange, { code: "track-names-changed" }>["what"];

function nameChange(
  track: string,
  what: Named,
  before: readonly string[],
  after: readonly string[],
  worse: "more" | "less" | "any" | "neither",
): TermsChange[] {
  if (same(before, after)) return [];
  const [more, less] = [
    after.some((one) => !before.includes(one)),
    before.some((one) => !after.includes(one)),
  ];
  const takesAway = worse === "any" || (worse === "more" && more) || (worse === "less" && less);
  return [{ code: "track-names-changed", takesAway, track, what, before: [...before], after: [...after] }];
}

function tierChanges(one: Track, track: Track, before: Document, after: Document): TermsChange[] {
  const [oldLevels, levels] = [levelsOf(before), levelsOf(after)];
  return levels.flatMap((level) => {
    if (!oldLevels.includes(level)) return [];
    const changes: TermsChange[] = [];
    const [old, new_] = [one.tiers[level], track.tiers[level]];
    // Benefits that came or went with the program itself are said there.
    const both = before.benefits.filter(({ key }) => after.benefits.some((other) => other.key === key));
    const counts = (keys: readonly string[] | undefined, key: string) =>
      keys === undefined || keys.includes(key);
    const labels = (keys: typeof both) =>
      keys.map(({ key }) => after.benefits.find((other) => other.key === key)?.label ?? key);
    const lost = both.filter(({ key }) => counts(old?.benefits, key) && !counts(new_?.benefits, key));
    const gained = both.filter(({ key }) => !counts(old?.benefits, key) && counts(new_?.benefits, key));
    if (lost.length + gained.length > 0) {
      const about = { track: track.label, level, lost: labels(lost), gained: labels(gained) };
      changes.push({ code: "track-benefits-changed", takesAway: lost.length > 0, ...about });
    }
    const [was, is] = [old?.protectionDays ?? null, new_?.protectionDays ?? null];
    if (was !== is) {
      const takesAway = was === null || is === null || is < was;
      changes.push({
        code: "track-protection-changed",
        takesAway,
        track: track.label,
        level,
        before: was,
        after: is,
      });
    }
    return changes;
  });
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
