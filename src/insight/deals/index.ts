import { type Route, route } from "#platform/http/route.ts";
import { readDealOutcomes, readDealPace } from "./contract.ts";
import { outcomesByMonth } from "./server/outcomes.ts";
import { paceByMonth } from "./server/pace.ts";

export { policy } from "./server/policy.ts";

export function routes(): Route[] {
  return [
    route(readDealPace, { act: "deal-pace.read", handle: (tx) => paceByMonth(tx) }),
    route(readDealOutcomes, { act: "deal-outcome.read", handle: (tx) => outcomesByMonth(tx) }),
  ];
}
