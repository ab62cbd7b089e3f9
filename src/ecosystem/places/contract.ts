import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";

export {
  chainOf,
  countNowhere,
  globalScope,
  type Region,
  type RegionTree,
  type Scope,
  treeOf,
} from "./regions.ts";

const regionsTag = "Regions";
const locationsTag = "Partners";
const country = z.string().length(2, "Choose a country.").describe("ISO 3166-1 alpha-2");
const countries = z.array(country).max(250);
const regionName = z.string().trim().min(1, "Write what the region is called.").max(100);
const name = z.string().trim().min(1, "Write what the location is called.").max(200);
const entity = z.string().trim().min(1).max(400);
const partnerParams = z.object({ partnerId: idJson("par") });
const regionParams = z.object({ regionId: idJson("reg") });
const locationParams = partnerParams.extend({ locationId: idJson("loc") });

const Named = z.object({ id: idJson("reg"), name: z.string() });

export const RegionRecord = z
  .object({
    id: idJson("reg"),
    key: z.string().describe("What programs and overrides call it; it never changes"),
    name: z.string(),
    parent: Named.nullable().describe("The region that it lies in"),
    countries: z.array(z.string()).describe("Its own, without those of the regions in it"),
    version: z.int(),
  })
  .meta({ id: "Region" });
export type RegionRecord = z.infer<typeof RegionRecord>;

/** What names a region, and would count nowhere without it. Features above tell it. */
export const RegionUse = z.object({
  by: z.enum(["override", "criteria", "track"]),
  program: z.object({ id: idJson("prg"), name: z.string() }),
  region: z.string().describe("Its key"),
  track: z.string().nullable(),
  override: z
    .object({
      id: idJson("ovr"),
      until: DayJson.describe("The first day on which it does not hold any more"),
    })
    .nullable(),
});
export type RegionUse = z.infer<typeof RegionUse>;

export const listRegions = endpoint({
  method: "GET",
  path: "/regions",
  summary: "The vendor's regions, by name",
  tag: regionsTag,
  query: ListQuery,
  response: pageOf(RegionRecord),
});
export const createRegion = endpoint({
  method: "POST",
  path: "/regions",
  summary: "Add a region",
  tag: regionsTag,
  body: z.object({
    name: regionName,
    key: z
      .string()
      .max(40)
      .optional()
      .describe("Small letters, digits and hyphens; made from the name unless told"),
    parentId: idJson("reg").nullable().optional(),
    countries: countries.optional(),
  }),
  response: RegionRecord,
  status: 201,
});
export const changeRegion = endpoint({
  method: "PATCH",
  path: "/regions/{regionId}",
  summary: "Rename a region, put it into another, or say which countries are in it",
  tag: regionsTag,
  params: regionParams,
  body: z.object({
    name: regionName.optional(),
    parentId: idJson("reg").nullable().optional(),
    countries: countries.optional(),
  }),
  response: RegionRecord,
  ifMatch: true,
});
export const removeRegion = endpoint({
  method: "DELETE",
  path: "/regions/{regionId}",
  summary: "Remove a region that has none in it; its countries are then in none",
  tag: regionsTag,
  params: regionParams,
});
export const beginUsualRegions = endpoint({
  method: "POST",
  path: "/usual-regions",
  summary: "Begin with the regions that many vendors work by",
  tag: regionsTag,
  body: z.object({}),
  response: z.object({ created: z.int() }),
  status: 201,
});

export const Location = z
  .object({
    id: idJson("loc"),
    name: z.string(),
    country: z.string(),
    entity: z
      .string()
      .nullable()
      .describe("The company that contracts there; null: the partner under its own name"),
    isMain: z.boolean().describe("Whether it is the partner's main location today"),
    mainFrom: DayJson.nullable().describe("Since when it is, or from when it will be; null where it is not"),
    effectiveFrom: DayJson,
    effectiveUntil: DayJson.nullable().describe("The first day on which it is there no more"),
    state: z.enum(["coming", "current", "ended"]),
    version: z.int(),
  })
  .meta({ id: "PartnerLocation" });
export type Location = z.infer<typeof Location>;

export const listLocations = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/locations",
  summary: "Where a partner is, those that are there first",
  tag: locationsTag,
  params: partnerParams,
  query: ListQuery,
  response: pageOf(Location),
});
export const addLocation = endpoint({
  method: "POST",
  path: "/partners/{partnerId}/locations",
  summary: "Add a location of a partner; the first is its main one",
  tag: locationsTag,
  params: partnerParams,
  body: z.object({
    name,
    country,
    entity: entity.nullable().optional(),
    effectiveFrom: DayJson.optional().describe("Today unless told"),
    effectiveUntil: DayJson.nullable().optional(),
    isMain: z.boolean().optional().describe("The main one from its first day on, in place of what was"),
  }),
  response: Location,
  status: 201,
});
export const changeLocation = endpoint({
  method: "PATCH",
  path: "/partners/{partnerId}/locations/{locationId}",
  summary: "Change a location, or say until when it is there",
  tag: locationsTag,
  params: locationParams,
  body: z.object({
    name: name.optional(),
    country: country.optional(),
    entity: entity.nullable().optional(),
    effectiveUntil: DayJson.nullable().optional(),
  }),
  response: Location,
  ifMatch: true,
});
export const removeLocation = endpoint({
  method: "DELETE",
  path: "/partners/{partnerId}/locations/{locationId}",
  summary: "Remove a location that was entered by mistake",
  tag: locationsTag,
  params: locationParams,
});
export const setMainLocation = endpoint({
  method: "PUT",
  path: "/partners/{partnerId}/main-location",
  summary: "Say which location is a partner's main one from a day on",
  tag: locationsTag,
  params: partnerParams,
  body: z.object({
    locationId: idJson("loc"),
    effectiveFrom: DayJson.optional().describe("Today unless told"),
  }),
  response: Location,
});

const regionSaid = z.object({ key: z.string(), name: z.string() });
const locationSaid = z.object({ name: z.string(), country: z.string(), entity: z.string().nullable() });
const dated = { effectiveFrom: z.string(), effectiveUntil: z.string().nullable() };
export const events = {
  regionCreated: eventType("region.created", { reach: null, payload: regionSaid }),
  regionChanged: eventType("region.changed", {
    reach: null,
    payload: regionSaid.extend({ parent: z.string().nullable(), countries: z.array(z.string()) }),
  }),
  regionRemoved: eventType("region.removed", { reach: null, payload: regionSaid }),
  usualRegionsBegun: eventType("region.begun", { reach: null, payload: z.object({ created: z.int() }) }),
  locationAdded: eventType("location.added", { reach: "own", payload: locationSaid.extend(dated) }),
  locationChanged: eventType("location.changed", { reach: "own", payload: locationSaid.extend(dated) }),
  locationRemoved: eventType("location.removed", { reach: "own", payload: locationSaid }),
  locationMain: eventType("location.main", {
    reach: "own",
    payload: locationSaid.extend({ effectiveFrom: z.string() }),
  }),
};
