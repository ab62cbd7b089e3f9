import { getPartnerTier } from "#ecosystem/tiers/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { useReader } from "#ui/reader/reader.tsx";

/** The tier of the reader's own company this quarter; none on the vendor's side. */
export function useOwnLevel(): string | undefined {
  const { partner, side, can } = useReader();
  const isPartner = side === "partner" && partner !== null;
  const tier = useEndpoint(
    getPartnerTier,
    { params: { partnerId: partner?.id ?? "" } },
    { enabled: isPartner && can("tier.read") },
  );
  return isPartner ? tier.data?.current?.level : undefined;
}
