import { useLingui } from "@lingui/react/macro";
import { usePartnerFilter } from "#ecosystem/partners/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { listPlans } from "../../plans/wire.ts";
import { earningStatuses, liabilityAges } from "../contract.ts";
import { useAgeWords } from "./ageWords.ts";
import { useDealWords } from "./dealWords.ts";
import { useStatusWords } from "./EarningStatus.tsx";

/** What lists of earnings may be narrowed by; on the partner's side all are its own. */
export function useEarningFilters(): Filter[] {
  const { t } = useLingui();
  const { side, can } = useReader();
  const statuses = useStatusWords();
  const ages = useAgeWords();
  const deal = useDealWords();
  const partner = usePartnerFilter();
  const plans = useEndpoint(listPlans, { query: { limit: 200 } }, { enabled: can("plan.read") });
  const kinds = new Map(
    plans.data?.items.flatMap(({ components }) => components.map(({ key, label }) => [key, label])),
  );
  return [
    { kind: "search", name: "search", label: deal.one },
    { kind: "month", name: "period", label: t`Month` },
    ...(side === "vendor" ? [partner] : []),
    {
      kind: "select",
      name: "kind",
      label: t`Component`,
      options: Array.from(kinds, ([value, label]) => ({ value, label })),
    },
    {
      kind: "select",
      name: "status",
      label: t`State`,
      options: earningStatuses.map((value) => ({ value, label: statuses[value] })),
    },
    {
      kind: "select",
      name: "entry",
      label: t`Kind of line`,
      options: [
        { value: "first", label: t`First lines` },
        { value: "adjustment", label: t`Adjustments` },
        { value: "reversal", label: t`Reversals` },
      ],
    },
    {
      kind: "select",
      name: "age",
      label: t`Owed for`,
      options: (["released", ...liabilityAges] as const).map((value) => ({ value, label: ages[value] })),
    },
  ];
}
