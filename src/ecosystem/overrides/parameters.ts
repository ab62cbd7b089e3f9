import { expand, type Ladder, thresholdsOf } from "../ladders/contract.ts";
import { levelsOf, type ProgramDocument } from "../programs/contract.ts";
import type { Parameter } from "./contract.ts";
import type { ParameterValue } from "./value.ts";

/**
 * The closed list: thresholds of each level, values of each benefit at each level, days of protection, agreements and
 * content of each track.
 * @param protectionDays what rules of engagement give to all
 */
export function parametersOf(document: ProgramDocument, protectionDays: number): Parameter[] {
  return [
    ...thresholds(document.ladder),
    ...benefits(document),
    {
      key: "protection-days",
      about: { kind: "protection-days" },
      globalValue: { kind: "days", days: protectionDays },
    },
    ...document.tracks.flatMap((track): Parameter[] => [
      ofTrack("agreements", track, track.agreements),
      ofTrack("content", track, track.content),
    ]),
  ];
}

function thresholds(ladder: Ladder | null): Parameter[] {
  if (ladder === null) return [];
  const { measures } = expand(ladder);
  return thresholdsOf(ladder).map(({ level, measure, operator, amounts }) => ({
    key: `threshold:${level}:${measure}`,
    about: {
      kind: "threshold",
      level,
      measure: { key: measure, label: measures.find(({ key }) => key === measure)?.label ?? measure },
      operator,
      currencies: amounts.flatMap(({ currency }) => currency ?? []),
    },
    globalValue: { kind: "threshold", amounts: [...amounts] },
  }));
}

/** A level that lacks a benefit everywhere may have it somewhere. */
function benefits(document: ProgramDocument): Parameter[] {
  return document.benefits.flatMap(({ key, label, unit, currency, values }) =>
    unit === "none"
      ? []
      : levelsOf(document).map((level): Parameter => {
          const said = values[level];
          return {
            key: `benefit:${key}:${level}`,
            about: { kind: "benefit", level, benefit: { key, label }, unit, currency: currency ?? null },
            globalValue: said === undefined ? null : { kind: "benefit", value: said },
          };
        }),
  );
}

function ofTrack(
  kind: "agreements" | "content",
  { key, label }: { key: string; label: string },
  references: readonly { name: string | null }[],
): Parameter {
  const globalValue: ParameterValue = {
    kind: "references",
    names: references.flatMap(({ name }) => name ?? []),
  };
  return { key: `${kind}:${key}`, about: { kind, track: { key, label } }, globalValue };
}
