import { useLingui } from "@lingui/react/macro";
import type { FactKind } from "../contract.ts";

/** Kinds of facts in the reader's words; a vendor's own are called as the vendor calls them. */
export function useFactWords() {
  const { t } = useLingui();
  const builtIn: Readonly<Record<string, string>> = {
    won_value: t`Won value`,
    assisted_value: t`Assisted value`,
    registrations_approved: t`Approved registrations`,
    deals_won: t`Deals won`,
    certificates: t`Certificates`,
    certified_heads: t`Certified people`,
    references: t`Customer references`,
    active_resellers: t`Active resellers`,
    satisfaction: t`Satisfaction`,
    audit_passed: t`Audit passed`,
    agreement_signed: t`Agreement signed`,
    due_diligence_cleared: t`Due diligence cleared`,
    overdue_balance: t`Overdue balance`,
    managed_value: t`Managed value`,
  };
  const counts: Readonly<Record<FactKind["counts"], string>> = {
    sum: t`All of a period together`,
    latest: t`The latest that holds`,
  };
  const units: Readonly<Record<FactKind["unit"], string>> = { money: t`Money`, number: t`Number` };
  return {
    kind: ({ key, label }: Pick<FactKind, "key" | "label">) => builtIn[key] ?? label,
    counts,
    units,
  };
}
