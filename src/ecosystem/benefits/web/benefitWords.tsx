import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFormat } from "#ui/format/useFormat.ts";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { State } from "../contract.ts";

/** States and kinds in the reader's words. */
export function useBenefitWords() {
  const { t } = useLingui();
  const states: Readonly<Record<State, string>> = {
    requested: t`To decide`,
    granted: t`Granted`,
    consumed: t`Used up`,
    expired: t`Expired`,
    declined: t`Declined`,
    withdrawn: t`Withdrawn`,
    reversed: t`Taken back`,
  };
  const kinds: Readonly<Record<string, string>> = {
    discount: t`Discount`,
    "fund-share": t`Share of funds`,
    "lead-priority": t`Lead priority`,
    "demo-licences": t`Demo licences`,
    sandbox: t`Sandbox`,
    "support-level": t`Support level`,
    "roadmap-access": t`Roadmap access`,
    badge: t`Badge`,
  };
  return { states, kind: (kind: string) => kinds[kind] ?? t`Benefit` };
}

interface Measured {
  unit: "percent" | "count" | "money" | "text" | "none";
  currency: string | null;
}

/** What a level gives, or how much: "15 %", "5", "€1,500.00", "Business hours", "Yes". */
export function BenefitValue({ of, value }: { of: Measured; value: string | null }): ReactNode {
  const { t } = useLingui();
  const format = useFormat();
  if (value === null) return null;
  if (of.unit === "money" && of.currency !== null)
    return <Money value={{ amount: value, currency: of.currency }} />;
  if (of.unit === "count") return <Count value={Number(value)} />;
  if (of.unit === "percent") return <bdi>{format.percent(value)}</bdi>;
  return of.unit === "none" ? t`Yes` : value;
}

/** The same as a plain text, for a sentence. */
export function useBenefitValueText(): (of: Measured, value: string) => string {
  const { t } = useLingui();
  const format = useFormat();
  return (of, value) => {
    if (of.unit === "money" && of.currency !== null)
      return format.money({ amount: value, currency: of.currency });
    if (of.unit === "count") return format.number(Number(value));
    if (of.unit === "percent") return format.percent(value);
    return of.unit === "none" ? t`yes` : value;
  };
}

/** How long a grant lasts. */
export function useLastsWords(): (days: number | null) => string {
  const { t } = useLingui();
  return (days) =>
    days === null
      ? t`Without an end`
      : t`${plural(days, { one: "# day", other: "# days" })} from the grant on`;
}
