import { useProgramNames } from "../../programs/web/index.tsx";
import type { BenefitEntitlement, BenefitRequest } from "../contract.ts";

/** An entitlement as the reader calls things: program, level and benefit in the vendor's words for that language. */
export function useLineInWords(programId: string | null): (line: BenefitEntitlement) => BenefitEntitlement {
  const names = useProgramNames(programId);
  return (line) => {
    const { key, level, next, program, unit, value } = line;
    const given = (at: string, what: string) => (unit === "text" ? names.given(key, at, what) : what);
    return {
      ...line,
      program: { ...program, name: names.label(program.name) },
      label: names.benefit(key, line.label),
      track: names.track(line.trackKey, line.track),
      level: names.level(level),
      value: value === null ? null : given(level, value),
      next: next && { level: names.level(next.level), value: given(next.level, next.value) },
    };
  };
}

/** A request's benefit likewise. */
export function useBenefitName({
  program,
  key,
  label,
}: Pick<BenefitRequest, "program" | "key" | "label">): string {
  return useProgramNames(program.id).benefit(key, label);
}
