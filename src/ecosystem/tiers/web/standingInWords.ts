import { useProgramNames } from "../../programs/web/index.tsx";
import type { RequirementLine, Standing } from "../contract.ts";

type Granted = NonNullable<Standing["current"]>["exception"];
type Gain = NonNullable<Standing["next"]>["losses"][number];
type Names = ReturnType<typeof useProgramNames>;

/** A standing as the reader calls things: levels, measures and benefits in the vendor's words for that language. */
export function useStandingInWords<Of extends Standing | undefined>(standing: Of): Of | Standing {
  const names = useProgramNames(standing?.program.id ?? null);
  return standing === undefined ? standing : inWords(standing, names);
}

/** Requirements with the measures called as the reader calls them. */
export function linesInWords(all: readonly RequirementLine[], names: Names): RequirementLine[] {
  return all.map((line) => ({
    ...line,
    compare: line.compare && {
      ...line.compare,
      label: names.measure(line.compare.measure, line.compare.label),
    },
  }));
}

function inWords(standing: Standing, names: Names): Standing {
  const { program, levels, current, left, next } = standing;
  const { level: named } = names;
  const granted = (one: Granted) => one && { ...one, level: named(one.level) };
  const measures = <Of extends { key: string; label: string }>(all: readonly Of[]): Of[] =>
    all.map((one) => ({ ...one, label: names.measure(one.key, one.label) }));
  const gains = (all: readonly Gain[], level: string): Gain[] =>
    all.map((gain) => ({
      ...gain,
      label: names.benefit(gain.key, gain.label),
      ...(gain.unit === "text" && {
        now: gain.now && current && names.given(gain.key, current.level, gain.now),
        given: gain.given && names.given(gain.key, level, gain.given),
      }),
    }));
  return {
    ...standing,
    program: { ...program, label: names.label(program.label) },
    levels: levels.map(named),
    current: current && {
      ...current,
      level: named(current.level),
      earned: named(current.earned),
      measures: measures(current.measures),
      exception: granted(current.exception),
      grandfathered: granted(current.grandfathered),
    },
    left: left && { ...left, level: left.level && named(left.level) },
    next: next && {
      ...next,
      level: named(next.level),
      earned: named(next.earned),
      measures: measures(next.measures),
      losses: gains(next.losses, next.level),
      goodStanding: linesInWords(next.goodStanding, names),
      levels: next.levels.map((step) => ({
        ...step,
        level: named(step.level),
        requirement: linesInWords(step.requirement, names),
        gains: gains(step.gains, step.level),
      })),
    },
  };
}
