import { getPartner } from "#ecosystem/partners/contract.ts";
import { PartnerStanding } from "#ecosystem/tiers/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";

/** Where one partner stands, under its name. */
export function PartnerStandingPage({ partnerId }: { partnerId: string }) {
  const partner = useEndpoint(getPartner, { params: { partnerId } });
  return (
    <LoadedRecord query={partner}>
      {({ name }) => <PartnerStanding partnerId={partnerId} name={name} />}
    </LoadedRecord>
  );
}
