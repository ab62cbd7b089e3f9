import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../wire.ts";
import * as plans from "./plans.ts";

export function planRoutes(): Route[] {
  return [
    listRoute(contract.listPlans, {
      act: "plan.read",
      handle: (tx, { query }) => plans.listPlans(tx, query),
      csv: [
        { header: "name", value: (plan) => plan.name },
        { header: "latestVersion", value: (plan) => plan.latestVersion },
        { header: "effectiveFrom", value: (plan) => plan.effectiveFrom },
        { header: "currency", value: (plan) => plan.currency },
      ],
    }),
    route(contract.getPlan, {
      act: "plan.read",
      handle: async (tx, { params }) => plans.presentPlan(tx, await plans.loadPlan(tx, params.planId)),
    }),
    route(contract.createPlan, { act: "plan.draft", handle: (tx, { body }) => plans.createPlan(tx, body) }),
    route(contract.writeDraft, {
      act: "plan.draft",
      handle: (tx, { params, body }) => plans.writeDraft(tx, params.planId, body),
    }),
    route(contract.discardDraft, {
      act: "plan.draft",
      handle: (tx, { params }) => plans.discardDraft(tx, params.planId),
    }),
    route(contract.publishPlan, {
      act: "plan.publish",
      handle: (tx, { params }) => plans.publish(tx, params.planId),
    }),
  ];
}
