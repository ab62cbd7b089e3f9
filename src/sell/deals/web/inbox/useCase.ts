import { useEndpoint } from "#ui/api/query.ts";
import { getDealCase } from "../../contract.ts";

const pollMs = 5_000;

/** What stands beside a registration, read again while a decision waits to be told. */
export function useCase(dealId: string) {
  return useEndpoint(
    getDealCase,
    { params: { dealId } },
    { pollMs: (last) => (last?.pending ? pollMs : false) },
  );
}
