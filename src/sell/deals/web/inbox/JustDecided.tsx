import { useEndpoint } from "#ui/api/query.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { getDeal } from "../../contract.ts";
import { PendingNote } from "./PendingNote.tsx";
import { useCase } from "./useCase.ts";

/** The one that was decided just before, as long as it can be taken back; `besides` the one whose page this is. */
export function JustDecided({ besides }: { besides?: string }) {
  const [{ decided }] = useUrlValues();
  return decided === undefined || decided === besides ? null : <Pending key={decided} dealId={decided} />;
}

function Pending({ dealId }: { dealId: string }) {
  const deal = useEndpoint(getDeal, { params: { dealId } }).data;
  const found = useCase(dealId).data;
  if (deal === undefined || !found?.pending) return null;
  return <PendingNote deal={deal} pending={found.pending} />;
}
