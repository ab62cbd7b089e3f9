import { type Route, route } from "#platform/http/route.ts";
import { readPortal } from "./contract.ts";
import { portalOf } from "./server/portal.ts";

export { policy } from "./server/policy.ts";

export function routes(): Route[] {
  return [route(readPortal, { act: "portal.read", handle: (tx) => portalOf(tx) })];
}
