import { type Route, route } from "#platform/http/route.ts";
import { readCredit } from "./contract.ts";
import { creditOf } from "./server/read.ts";

export { policy } from "./server/policy.ts";

export function routes(): Route[] {
  return [
    route(readCredit, {
      act: "credit.read",
      handle: (tx, { params, query }) => creditOf(tx, params.opportunityId, query.lookBackDays),
    }),
  ];
}
