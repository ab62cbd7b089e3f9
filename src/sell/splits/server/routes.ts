import { listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import * as contract from "../contract.ts";
import { percentOf } from "../split.ts";
import * as acts from "./acts.ts";
import { present } from "./present.ts";
import { listSplits } from "./store.ts";

export function splitRoutes(): Route[] {
  return [
    listRoute(contract.listPaySplits, {
      act: "pay-split.read",
      handle: async (tx, { query }) => {
        const opportunityId =
          query.opportunityId === undefined
            ? undefined
            : fromPublicId("opp", query.opportunityId, "opportunity");
        const found = await listSplits(tx, { ...query, opportunityId });
        return { items: found.rows.map((row) => present(tx, row)), nextCursor: found.nextCursor };
      },
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "opportunity", value: (one) => one.opportunity.name },
        { header: "state", value: (one) => one.state },
        {
          header: "participants",
          value: (one) =>
            one.participants
              .map(({ partner, shareBasisPoints }) =>
                shareBasisPoints === null ? partner.name : `${partner.name} ${percentOf(shareBasisPoints)} %`,
              )
              .join(", "),
        },
        { header: "proposedAt", value: (one) => one.proposedAt },
        { header: "confirmedAt", value: (one) => one.confirmedAt },
      ],
    }),
    route(contract.getPaySplit, {
      act: "pay-split.read",
      handle: (tx, { params }) => acts.read(tx, params.paySplitId),
    }),
    route(contract.proposePaySplit, {
      act: "pay-split.manage",
      handle: (tx, { params, body }) => acts.propose(tx, params.opportunityId, body),
    }),
    route(contract.signPaySplit, {
      act: "pay-split.sign",
      handle: (tx, { params }) => acts.sign(tx, params.paySplitId),
    }),
    route(contract.refusePaySplit, {
      act: "pay-split.sign",
      handle: (tx, { params, body }) => acts.refuse(tx, params.paySplitId, body.reason),
    }),
    route(contract.withdrawPaySplit, {
      act: "pay-split.manage",
      handle: (tx, { params, body }) => acts.withdraw(tx, params.paySplitId, body.reason),
    }),
    route(contract.confirmPaySplit, {
      act: "pay-split.manage",
      handle: (tx, { params }) => acts.confirm(tx, params.paySplitId),
    }),
  ];
}
