import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, MoneyJson, pageOf } from "#platform/http/wire.ts";
import { PartnerType, partnerTypes } from "../partner-types/contract.ts";
import { EdgeKind, PartnerRef, partnerParams } from "./hierarchy.ts";

export { PartnerType, partnerTypes } from "../partner-types/contract.ts";
export {
  changeEdge,
  createEdge,
  Edge,
  EdgeKind,
  edgeKinds,
  endEdge,
  getHierarchy,
  Hierarchy,
  listEdges,
  PartnerRef,
} from "./hierarchy.ts";
export { effectiveFromOption } from "./import-fields.ts";

const tag = "Partners";

const name = z.string().trim().min(1, "Write the company's name.").max(400);
const externalId = z.string().trim().min(1).max(200);
const territory = z.string().trim().min(1).max(200);
const types = z.array(PartnerType).min(1, "Choose at least one type.").max(partnerTypes.length);

export const PartnerSummary = z
  .object({
    id: idJson("par"),
    name: z.string(),
    externalId: z.string().nullable().describe("What the vendor's other systems call it"),
    types: z.array(PartnerType).describe("The types it holds today"),
    territory: z.string().nullable(),
    parent: PartnerRef.extend({ kind: EdgeKind })
      .nullable()
      .describe("Who stands above it today: its master, else its distributor, else its owner"),
    tier: z
      .object({ program: z.object({ id: idJson("prg"), name: z.string() }), level: z.string() })
      .nullable()
      .describe(
        "This quarter's level in the oldest program; null where there is none or it is not the reader's to see",
      ),
    wonThisQuarter: MoneyJson.nullable().describe(
      "Value of what it won that counts in this quarter; null where its money is not the reader's to see",
    ),
    createdAt: InstantJson,
    version: z.int(),
  })
  .meta({ id: "PartnerSummary" });
export type PartnerSummary = z.infer<typeof PartnerSummary>;

export const Partner = PartnerSummary.extend({
  typeHistory: z.array(
    z.object({
      id: idJson("pty"),
      type: PartnerType,
      effectiveFrom: DayJson,
      effectiveUntil: DayJson.nullable().describe("The first day on which it no longer holds"),
      state: z.enum(["coming", "current", "ended"]),
    }),
  ),
  counts: z.object({
    children: z.int().describe("Partners directly below it today"),
    accounts: z.int().describe("End customers that it may see"),
    people: z.int().nullable().describe("People with access; null where they are not the reader's to see"),
  }),
}).meta({ id: "Partner" });
export type Partner = z.infer<typeof Partner>;

export const partnerSorts = [
  "name",
  "-name",
  "createdAt",
  "-createdAt",
  "wonThisQuarter",
  "-wonThisQuarter",
] as const;

export const listPartners = endpoint({
  method: "GET",
  path: "/partners",
  summary: "Partners",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional().describe("Part of the name or of the external id"),
    type: PartnerType.optional(),
    territory: z.string().max(200).optional(),
    parentId: idJson("par").optional().describe("Only those directly below this partner today"),
    tier: z.string().max(40).optional().describe("This quarter's level in the oldest program"),
    sort: z.enum(partnerSorts).optional(),
  }),
  response: pageOf(PartnerSummary),
});
export const getPartner = endpoint({
  method: "GET",
  path: "/partners/{partnerId}",
  summary: "One partner",
  tag,
  params: partnerParams,
  response: Partner,
});
export const createPartner = endpoint({
  method: "POST",
  path: "/partners",
  summary: "Add a partner",
  tag,
  body: z.object({
    name,
    externalId: externalId.nullable().optional(),
    territory: territory.nullable().optional(),
    types,
    effectiveFrom: DayJson.optional().describe(
      "Since when it holds its types and has its parent; today unless told",
    ),
    parentId: idJson("par").nullable().optional().describe("Who stands above it"),
    parentKind: EdgeKind.optional().describe('"master of" unless told'),
  }),
  response: Partner,
  status: 201,
});
export const changePartner = endpoint({
  method: "PATCH",
  path: "/partners/{partnerId}",
  summary: "Change a partner's name, territory or external id",
  tag,
  params: partnerParams,
  body: z.object({
    name: name.optional(),
    externalId: externalId.nullable().optional(),
    territory: territory.nullable().optional(),
  }),
  response: Partner,
  ifMatch: true,
});
export const setPartnerTypes = endpoint({
  method: "PUT",
  path: "/partners/{partnerId}/types",
  summary: "Say which types a partner holds from a day on; the others end with the day before",
  tag,
  params: partnerParams,
  body: z.object({ types, effectiveFrom: DayJson.optional().describe("Today unless told") }),
  response: Partner,
  ifMatch: true,
});
const typeParams = partnerParams.extend({ partnerTypeId: idJson("pty") });
export const beginPartnerType = endpoint({
  method: "POST",
  path: "/partners/{partnerId}/types",
  summary: "Begin a type of a partner; the others go on",
  tag,
  params: partnerParams,
  body: z.object({
    type: PartnerType,
    effectiveFrom: DayJson.optional().describe("Today unless told"),
    effectiveUntil: DayJson.nullable().optional().describe("The first day on which it no longer holds"),
  }),
  response: Partner,
  status: 201,
});
export const changePartnerType = endpoint({
  method: "PATCH",
  path: "/partners/{partnerId}/types/{partnerTypeId}",
  summary: "Say on which day a type of a partner ends, or that it does not",
  tag,
  params: typeParams,
  body: z.object({
    effectiveUntil: DayJson.nullable().describe(
      "The first day on which it no longer holds; null: it goes on",
    ),
  }),
  response: Partner,
});
export const endPartnerType = endpoint({
  method: "DELETE",
  path: "/partners/{partnerId}/types/{partnerTypeId}",
  summary: "End a type of a partner today; one that never held before today goes",
  tag,
  params: typeParams,
});
export const listTerritories = endpoint({
  method: "GET",
  path: "/partner-territories",
  summary: "The territories in use, by name",
  tag,
  query: ListQuery,
  response: pageOf(z.object({ name: z.string(), partners: z.int() })),
});

export const events = {
  partnerCreated: eventType("partner.created", {
    reach: "own",
    payload: z.object({ name: z.string(), types: z.array(z.string()), effectiveFrom: z.string() }),
  }),
  partnerChanged: eventType("partner.changed", {
    reach: "own",
    payload: z.object({ changed: z.record(z.string(), z.unknown()) }),
  }),
  partnerTyped: eventType("partner.typed", {
    reach: "own",
    payload: z.object({ types: z.array(z.string()), effectiveFrom: z.string() }),
  }),
  partnerTypeBegan: eventType("partner.type_began", {
    reach: "own",
    payload: z.object({
      type: PartnerType,
      effectiveFrom: z.string(),
      effectiveUntil: z.string().nullable(),
    }),
  }),
  partnerTypeEnded: eventType("partner.type_ended", {
    reach: "own",
    payload: z.object({
      type: PartnerType,
      effectiveUntil: z.string().nullable().describe("Null: it goes on after all"),
    }),
  }),
  // It names the company above, which the one below need not be able to see.
  partnerEdged: eventType("partner.edged", {
    reach: null,
    payload: z.object({
      kind: EdgeKind,
      parent: z.object({ id: z.string(), name: z.string() }),
      effectiveFrom: z.string(),
      effectiveUntil: z.string().nullable(),
    }),
  }),
};
