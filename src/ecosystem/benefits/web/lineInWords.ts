import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { useProgramNames } from "../../programs/web/index.tsx";
import type { BenefitEntitlement, BenefitRequest } from "../contract.ts";

/** An entitlement as the reader calls things: program, level and benefit in the vendor's words for that language. */
export function useLineInWords(programId: string | null): (line: BenefitEntitlement) => BenefitEntitlement {
  const { t } = useLingui();
  const format = useFormat();
  const names = useProgramNames(programId);
  const amount = (text: string) => {
    const [number = "", currency] = text.split(" ");
    return currency === undefined ? format.exact(number) : format.moneyRound({ amount: number, currency });
  };
  /** What good standing lacks, as the server says it: `Overdue balance at most 0 USD or 0 EUR`. */
  const lacking = (said: string) => {
    const [, name = "", most, asked] = /^(.*?) at (?:least|(most)) (.+)$/.exec(said) ?? [];
    if (asked === undefined) return said;
    const [label, amounts] = [names.measureCalled(name), asked.split(" or ").map(amount).join(` ${t`or`} `)];
    return most === undefined ? t`${label}: at least ${amounts}` : t`${label}: at most ${amounts}`;
  };
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
      missing: line.missing.map(lacking),
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
