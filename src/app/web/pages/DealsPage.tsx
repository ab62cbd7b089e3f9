import { useExpectationColumn } from "#incentivize/earnings/web/index.tsx";
import type { DealItem } from "#sell/deals/contract.ts";
import { DealsPage as Registrations } from "#sell/deals/web/DealsPage.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** Registrations; a partner who reads its money sees what each would earn. */
export function DealsPage() {
  const { can, side } = useReader();
  const more = useExpectationColumn<DealItem>(side === "partner" && can("expected-earning.read"));
  return <Registrations more={more} />;
}
