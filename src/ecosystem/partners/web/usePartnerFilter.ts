import { useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { LookupFilter } from "#ui/table/filters.ts";
import { getPartner, listPartners } from "../contract.ts";

/** A list's filter by partner: found by typing, kept in the address under the name that the endpoint gives it. */
export function usePartnerFilter(name = "partnerId"): LookupFilter {
  const { t } = useLingui();
  const { side } = useReader();
  const [values] = useUrlValues();
  const partnerId = values[name] ?? "";
  const chosen = useEndpoint(getPartner, { params: { partnerId } }, { enabled: partnerId !== "" });
  return {
    kind: "lookup",
    name,
    label: side === "partner" ? t`Agent` : t`Partner`,
    endpoint: listPartners,
    searchParam: "search",
    chosen: chosen.data?.name,
  };
}
