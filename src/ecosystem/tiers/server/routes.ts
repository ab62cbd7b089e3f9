import { type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import { readPartnerTier } from "./partner-tier.ts";

export function tierRoutes(): Route[] {
  return [
    route(contract.getPartnerTier, {
      act: "tier.read",
      handle: (tx, { params, query }) => readPartnerTier(tx, params.partnerId, query),
    }),
  ];
}
