import { listStandings } from "#ecosystem/tiers/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { useReader } from "#ui/reader/reader.tsx";

/** The level of the reader's own company in its first program; none on the vendor's side. */
export function useOwnLevel(): string | undefined {
  const { partner, side, can } = useReader();
  const isPartner = side === "partner" && partner !== null;
  const standings = useEndpoint(
    listStandings,
    { params: { partnerId: partner?.id ?? "" }, query: {} },
    { enabled: isPartner && can("tier.read") },
  );
  return isPartner ? standings.data?.items[0]?.current?.level : undefined;
}
