import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import type { PlaceServices } from "./keep.ts";
import * as locations from "./locations.ts";
import * as regions from "./regions.ts";

export function placeRoutes(services: PlaceServices): Route[] {
  return [...regionRoutes(services), ...locationRoutes()];
}

function regionRoutes(services: PlaceServices): Route[] {
  return [
    listRoute(contract.listRegions, {
      act: "region.read",
      handle: (tx, { query }) => regions.list(tx, query),
      csv: [
        { header: "key", value: (region) => region.key },
        { header: "name", value: (region) => region.name },
        { header: "parent", value: (region) => region.parent?.name ?? null },
        { header: "countries", value: (region) => region.countries.join(" ") },
      ],
    }),
    route(contract.createRegion, {
      act: "region.manage",
      handle: (tx, { body }) => regions.create(tx, body),
    }),
    route(contract.changeRegion, {
      act: "region.manage",
      handle: (tx, { params, body, ifMatch }) => regions.change(tx, services, params.regionId, body, ifMatch),
    }),
    route(contract.removeRegion, {
      act: "region.manage",
      handle: (tx, { params }) => regions.remove(tx, services, params.regionId),
    }),
    route(contract.beginUsualRegions, {
      act: "region.manage",
      handle: (tx) => regions.beginUsual(tx),
    }),
  ];
}

function locationRoutes(): Route[] {
  return [
    listRoute(contract.listLocations, {
      act: "partner.read",
      handle: (tx, { params, query }) => locations.list(tx, params.partnerId, query),
      csv: [
        { header: "name", value: (location) => location.name },
        { header: "country", value: (location) => location.country },
        { header: "entity", value: (location) => location.entity },
        { header: "mainFrom", value: (location) => location.mainFrom },
        { header: "effectiveFrom", value: (location) => location.effectiveFrom },
        { header: "effectiveUntil", value: (location) => location.effectiveUntil },
      ],
    }),
    route(contract.addLocation, {
      act: "partner.manage",
      handle: (tx, { params, body }) => locations.add(tx, params.partnerId, body),
    }),
    route(contract.changeLocation, {
      act: "partner.manage",
      handle: (tx, { params, body, ifMatch }) => locations.change(tx, params, body, ifMatch),
    }),
    route(contract.removeLocation, {
      act: "partner.manage",
      handle: (tx, { params }) => locations.remove(tx, params),
    }),
    route(contract.setMainLocation, {
      act: "partner.manage",
      handle: (tx, { params, body }) => locations.setMain(tx, params.partnerId, body),
    }),
  ];
}
