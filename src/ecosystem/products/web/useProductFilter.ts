import { useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import type { LookupFilter } from "#ui/table/filters.ts";
import { getProduct, listProducts } from "../contract.ts";

/** A list's filter by product: found by typing, kept in the address as `productId`. */
export function useProductFilter(): LookupFilter {
  const { t } = useLingui();
  const [values] = useUrlValues();
  const productId = values.productId ?? "";
  const chosen = useEndpoint(getProduct, { params: { productId } }, { enabled: productId !== "" });
  return {
    kind: "lookup",
    name: "productId",
    label: t`Product`,
    endpoint: listProducts,
    searchParam: "search",
    chosen: chosen.data?.name,
  };
}
