import type { QueryOf } from "#platform/http/endpoint.ts";
import { type CsvColumn, listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import * as acts from "./acts.ts";
import { decidePayCredit } from "./pay-credit.ts";
import { detailOf, presentItem } from "./present.ts";
import * as store from "./store.ts";

export function opportunityRoutes(): Route[] {
  const act = "opportunity.manage";
  return [
    listRoute(contract.listOpportunities, {
      act: "opportunity.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listOpportunities(tx, filterOf(query));
        return { items: rows.map(presentItem), nextCursor };
      },
      csv: columns,
    }),
    route(contract.listStages, {
      act: "opportunity.read",
      handle: async (tx) => ({ items: await store.stages(tx) }),
    }),
    route(contract.getOpportunity, {
      act: "opportunity.read",
      handle: (tx, { params }) => detailOf(tx, params.opportunityId),
    }),
    route(contract.createOpportunity, { act, handle: (tx, { body }) => acts.create(tx, body) }),
    route(contract.changeOpportunity, {
      act,
      handle: (tx, { params, body, ifMatch }) => acts.change(tx, params.opportunityId, body, ifMatch),
    }),
    route(contract.moveOpportunity, {
      act,
      handle: (tx, { params, body, ifMatch }) => acts.move(tx, params.opportunityId, body, ifMatch),
    }),
    route(contract.decidePayCredit, {
      act,
      handle: (tx, { params, body }) => decidePayCredit(tx, params.opportunityId, body),
    }),
    route(contract.reverseWin, {
      act,
      handle: (tx, { params, body }) => acts.reverse(tx, params.opportunityId, body),
    }),
  ];
}

function filterOf(query: QueryOf<typeof contract.listOpportunities>): store.OpportunityFilter {
  const id = (prefix: string, publicId: string | undefined, noun: string) =>
    publicId === undefined ? undefined : fromPublicId(prefix, publicId, noun);
  const day = (text: string | undefined, pointer: string) =>
    text === undefined ? undefined : parseDay(text, pointer).toString();
  return {
    ...query,
    ownerPartnerId: id("par", query.ownerPartnerId, "partner"),
    sellerId: id("mem", query.sellerId, "person"),
    accountId: id("acc", query.accountId, "account"),
    productId: id("prd", query.productId, "product"),
    closedFrom: day(query.closedFrom, "?closedFrom"),
    closedUntil: day(query.closedUntil, "?closedUntil"),
    expectedFrom: day(query.expectedFrom, "?expectedFrom"),
    expectedUntil: day(query.expectedUntil, "?expectedUntil"),
  };
}

const columns: readonly CsvColumn<contract.OpportunityItem>[] = [
  { header: "id", value: (one) => one.id },
  { header: "externalId", value: (one) => one.externalId },
  { header: "name", value: (one) => one.name },
  { header: "account", value: (one) => one.account?.name ?? null },
  { header: "partner", value: (one) => one.owner?.name ?? null },
  { header: "seller", value: (one) => one.seller?.name ?? null },
  { header: "stage", value: (one) => one.stage.label },
  { header: "value", value: (one) => one.value?.amount ?? null },
  { header: "currency", value: (one) => one.value?.currency ?? null },
  { header: "products", value: (one) => one.products.join(", ") },
  { header: "lines", value: (one) => one.lineCount },
  { header: "engagedOn", value: (one) => one.engagedOn },
  { header: "expectedCloseOn", value: (one) => one.expectedCloseOn },
  { header: "closedOn", value: (one) => one.closedOn },
];
