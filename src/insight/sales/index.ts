import { type Route, route } from "#platform/http/route.ts";
import { partnerTrends, wonByMonth } from "./contract.ts";
import { readPartnerTrends } from "./server/trends.ts";
import { readWonByMonth } from "./server/won.ts";

export { policy } from "./server/policy.ts";

export function routes(): Route[] {
  return [
    route(wonByMonth, { act: "home.read", handle: (tx) => readWonByMonth(tx) }),
    route(partnerTrends, { act: "trend.read", handle: (tx) => readPartnerTrends(tx) }),
  ];
}
