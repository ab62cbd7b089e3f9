import { useEndpoint } from "#ui/api/query.ts";
import { listPartnerOverrides } from "../contract.ts";
import { asHeld, type Held } from "../held.ts";

/** Programs as they hold for a partner; as they are for all until it is known what is otherwise. */
export function useHeldPrograms(
  partnerId: string | null,
): <Document extends Held>(programId: string, document: Document) => Document {
  const { data } = useEndpoint(
    listPartnerOverrides,
    { params: { partnerId: partnerId ?? "" } },
    { enabled: partnerId !== null },
  );
  return (programId, document) =>
    asHeld(document, data?.items.filter(({ program }) => program.id === programId) ?? []);
}
