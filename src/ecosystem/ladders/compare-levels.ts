import type { LadderChange } from "./changes.ts";
import { requirementChanges } from "./compare-requirement.ts";
import { parseExpression, printExpression } from "./expression.ts";
import type { LadderTwo } from "./ladder.ts";

/** What changes in the levels and in what they ask for. */
export function levelChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  const [old, new_] = [before.levels, after.levels].map((levels) => levels.map(({ level }) => level));
  const changes: LadderChange[] = [];
  if (before.base !== after.base) {
    changes.push({ code: "base-renamed", takesAway: true, before: before.base, after: after.base });
  }
  for (const level of old ?? []) {
    if (!new_?.includes(level)) changes.push({ code: "level-removed", takesAway: true, level });
  }
  for (const level of new_ ?? []) {
    if (!old?.includes(level)) changes.push({ code: "level-added", takesAway: false, level });
  }
  const [kept, keptNow] = [
    old?.filter((level) => new_?.includes(level)),
    new_?.filter((level) => old?.includes(level)),
  ];
  if (kept?.join("\n") !== keptNow?.join("\n")) {
    changes.push({ code: "levels-reordered", takesAway: true, before: kept ?? [], after: keptNow ?? [] });
  }
  for (const { level, requires } of after.levels) {
    const one = before.levels.find((candidate) => candidate.level === level);
    if (one === undefined) continue;
    const [asked, asks] = [parseExpression(one.requires), parseExpression(requires)];
    changes.push(...requirementChanges(level, { asked, of: before }, { asked: asks, of: after }));
  }
  return [...changes, ...standingChanges(before, after)];
}

function standingChanges(before: LadderTwo, after: LadderTwo): LadderChange[] {
  const canonical = (texts: readonly string[]) => texts.map((text) => printExpression(parseExpression(text)));
  const [old, new_] = [canonical(before.goodStanding), canonical(after.goodStanding)];
  return [
    ...new_
      .filter((requires) => !old.includes(requires))
      .map((requires) => ({ code: "good-standing-added" as const, takesAway: true, requires })),
    ...old
      .filter((requires) => !new_.includes(requires))
      .map((requires) => ({ code: "good-standing-removed" as const, takesAway: false, requires })),
  ];
}
