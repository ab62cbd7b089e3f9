import { DealExpectation } from "#incentivize/earnings/web/index.tsx";
import { type DealDetail, getDeal } from "#sell/deals/contract.ts";
import { DealPage } from "#sell/deals/web/DealPage.tsx";
import { TouchpointsSection } from "#sell/touchpoints/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { useReader } from "#ui/reader/reader.tsx";

/** Of these nothing is expected any more. */
const over: ReadonlySet<DealDetail["state"]> = new Set([
  "rejected",
  "withdrawn",
  "expired",
  "revoked",
  "superseded",
  "closed",
]);

/** A registration beside what a win of it would earn, and what its partner did for it. */
export function RegistrationPage({ dealId }: { dealId: string }) {
  const { can, partner } = useReader();
  const { data: deal } = useEndpoint(getDeal, { params: { dealId } });
  return (
    <DealPage
      dealId={dealId}
      money={
        deal !== undefined &&
        !over.has(deal.state) &&
        can("expected-earning.read") && <DealExpectation dealId={dealId} />
      }
    >
      {deal && deal.state !== "draft" && can("touchpoint.read") && (
        <TouchpointsSection target={{ dealId }} isOwn={deal.partner.id === partner?.id} />
      )}
    </DealPage>
  );
}
