import { useEndpoint } from "#ui/api/query.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { listPartners } from "../contract.ts";

/** True on the side of a partner that sees others' deals beside its own: a master agent, a distributor. */
export function useHasAgents(): boolean {
  const { side } = useReader();
  const partners = useEndpoint(listPartners, { query: { limit: 2 } }, { enabled: side === "partner" });
  return (partners.data?.items.length ?? 0) > 1;
}
