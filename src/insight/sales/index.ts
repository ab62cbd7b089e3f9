import { listRoute, type Route, route } from "#platform/http/route.ts";
import { listPartneredWins, partneredThisQuarter, partnerTrends, wonByMonth } from "./contract.ts";
import { partneredWins, readPartnered } from "./server/partnered.ts";
import { readPartnerTrends } from "./server/trends.ts";
import { readWonByMonth } from "./server/won.ts";

export { policy } from "./server/policy.ts";

export function routes(): Route[] {
  return [
    route(wonByMonth, { act: "home.read", handle: (tx) => readWonByMonth(tx) }),
    route(partnerTrends, { act: "trend.read", handle: (tx) => readPartnerTrends(tx) }),
    route(partneredThisQuarter, { act: "trend.read", handle: (tx) => readPartnered(tx) }),
    listRoute(listPartneredWins, {
      act: "trend.read",
      handle: (tx, { query }) => partneredWins(tx, query),
      csv: [
        { header: "opportunity", value: (win) => win.opportunity.name },
        { header: "opportunityId", value: (win) => win.opportunity.id },
        { header: "closedOn", value: (win) => win.closedOn },
        { header: "won", value: (win) => win.won.amount },
        { header: "currency", value: (win) => win.won.currency },
        { header: "source", value: (win) => win.source?.name ?? null },
        { header: "helpers", value: (win) => win.helpers.map(({ name }) => name).join(", ") },
      ],
    }),
  ];
}
