import { type Route, route } from "#platform/http/route.ts";
import { readHome } from "./contract.ts";
import { homeOf } from "./server/home.ts";

export { type DealRow, dealsIn, shownDeals } from "./server/deals.ts";
export { policy } from "./server/policy.ts";
export { waitsFor } from "./server/waits.ts";

export function routes(): Route[] {
  return [route(readHome, { act: "home.read", handle: (tx) => homeOf(tx) })];
}
