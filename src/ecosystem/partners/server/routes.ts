import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import * as edges from "./edges.ts";
import { readHierarchy } from "./hierarchy.ts";
import * as partners from "./partners.ts";
import { present } from "./present.ts";
import * as store from "./store.ts";
import * as types from "./types.ts";

export function partnerRoutes(): Route[] {
  return [...recordRoutes(), ...edgeRoutes()];
}

function recordRoutes(): Route[] {
  return [
    listRoute(contract.listPartners, {
      act: "partner.read",
      handle: (tx, { query }) => partners.listPartners(tx, query),
      csv: [
        { header: "id", value: (partner) => partner.id },
        { header: "externalId", value: (partner) => partner.externalId },
        { header: "name", value: (partner) => partner.name },
        { header: "types", value: (partner) => partner.types.join(" ") },
        { header: "territory", value: (partner) => partner.territory },
        { header: "parent", value: (partner) => partner.parent?.name ?? null },
        { header: "tier", value: (partner) => partner.tier?.level ?? null },
        { header: "wonThisQuarter", value: (partner) => partner.wonThisQuarter?.amount ?? null },
        { header: "currency", value: (partner) => partner.wonThisQuarter?.currency ?? null },
        { header: "createdAt", value: (partner) => partner.createdAt },
      ],
    }),
    route(contract.getPartner, {
      act: "partner.read",
      handle: async (tx, { params }) => present(tx, await partners.load(tx, params.partnerId)),
    }),
    route(contract.createPartner, {
      act: "partner.manage",
      handle: (tx, { body }) => partners.createPartner(tx, body),
    }),
    route(contract.changePartner, {
      act: "partner.manage",
      handle: (tx, { params, body, ifMatch }) => partners.changePartner(tx, params.partnerId, body, ifMatch),
    }),
    route(contract.setPartnerTypes, {
      act: "partner.manage",
      handle: (tx, { params, body, ifMatch }) => partners.changeTypes(tx, params.partnerId, body, ifMatch),
    }),
    route(contract.beginPartnerType, {
      act: "partner.manage",
      handle: (tx, { params, body }) => types.begin(tx, params.partnerId, body),
    }),
    route(contract.changePartnerType, {
      act: "partner.manage",
      handle: (tx, { params, body }) => types.changeEnd(tx, params, body.effectiveUntil),
    }),
    route(contract.endPartnerType, {
      act: "partner.manage",
      handle: (tx, { params }) => types.endToday(tx, params),
    }),
    listRoute(contract.listTerritories, {
      act: "partner.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listTerritoryRows(tx, query);
        return { items: rows, nextCursor };
      },
      csv: [
        { header: "name", value: (territory) => territory.name },
        { header: "partners", value: (territory) => territory.partners },
      ],
    }),
  ];
}

function edgeRoutes(): Route[] {
  return [
    route(contract.getHierarchy, {
      act: "partner.read",
      handle: (tx, { params }) => readHierarchy(tx, params.partnerId),
    }),
    listRoute(contract.listEdges, {
      act: "partner.read",
      handle: (tx, { params, query }) => edges.listEdges(tx, params.partnerId, query),
      csv: [
        { header: "kind", value: (edge) => edge.kind },
        { header: "parent", value: (edge) => edge.parent.name },
        { header: "child", value: (edge) => edge.child.name },
        { header: "effectiveFrom", value: (edge) => edge.effectiveFrom },
        { header: "effectiveUntil", value: (edge) => edge.effectiveUntil },
      ],
    }),
    route(contract.createEdge, {
      act: "partner.manage",
      handle: (tx, { params, body }) => edges.createEdge(tx, params.partnerId, body),
    }),
    route(contract.changeEdge, {
      act: "partner.manage",
      handle: (tx, { params, body, ifMatch }) => edges.changeEnd(tx, params, body.effectiveUntil, ifMatch),
    }),
    route(contract.endEdge, {
      act: "partner.manage",
      handle: (tx, { params }) => edges.endToday(tx, params),
    }),
  ];
}
