import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { PartnerType } from "../partner-types/contract.ts";

/* Who stands above whom: the part of the contract that is about edges. */

const tag = "Partners";
export const partnerParams = z.object({ partnerId: idJson("par") });
const edgeParams = partnerParams.extend({ edgeId: idJson("edg") });

/** The ways in which one partner stands above another, the one that says most about its deals first. */
export const edgeKinds = ["master of", "distributes to", "owns"] as const;
export const EdgeKind = z.enum(edgeKinds);
export type EdgeKind = z.infer<typeof EdgeKind>;

export const PartnerRef = z.object({ id: idJson("par"), name: z.string() }).meta({ id: "PartnerRef" });
export type PartnerRef = z.infer<typeof PartnerRef>;

export const Edge = z
  .object({
    id: idJson("edg"),
    kind: EdgeKind,
    parent: PartnerRef,
    child: PartnerRef,
    effectiveFrom: DayJson,
    effectiveUntil: DayJson.nullable().describe("The first day on which it no longer holds"),
    state: z.enum(["coming", "current", "ended"]),
    version: z.int(),
  })
  .meta({ id: "PartnerEdge" });
export type Edge = z.infer<typeof Edge>;

export const Hierarchy = z
  .object({
    ancestors: z
      .array(PartnerRef.extend({ kind: EdgeKind, level: z.int() }))
      .describe("Who stands above it, the nearest first, as far as the reader may see"),
    below: z
      .array(
        PartnerRef.extend({
          parentId: idJson("par"),
          kind: EdgeKind,
          level: z.int(),
          types: z.array(PartnerType),
          territory: z.string().nullable(),
        }),
      )
      .describe("Everyone below it, level by level and by name"),
    complete: z.boolean().describe("False when the tree is larger than what is shown"),
  })
  .meta({ id: "PartnerHierarchy" });
export type Hierarchy = z.infer<typeof Hierarchy>;

export const getHierarchy = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/hierarchy",
  summary: "Who stands above and below a partner today",
  tag,
  params: partnerParams,
  response: Hierarchy,
});
export const listEdges = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/edges",
  summary: "A partner's place in the hierarchy over time, the latest first",
  tag,
  params: partnerParams,
  query: ListQuery.extend({
    relation: z.enum(["parents", "children"]).optional(),
    state: z.enum(["coming", "current", "ended"]).optional(),
  }),
  response: pageOf(Edge),
});
export const createEdge = endpoint({
  method: "POST",
  path: "/partners/{partnerId}/edges",
  summary: "Put a partner below another",
  tag,
  params: partnerParams,
  body: z.object({
    kind: EdgeKind,
    parentId: idJson("par"),
    effectiveFrom: DayJson.optional().describe("Today unless told"),
    effectiveUntil: DayJson.nullable().optional(),
  }),
  response: Edge,
  status: 201,
});
export const changeEdge = endpoint({
  method: "PATCH",
  path: "/partners/{partnerId}/edges/{edgeId}",
  summary: "Say on which day an edge of the hierarchy ends, or that it does not",
  tag,
  params: edgeParams,
  body: z.object({
    effectiveUntil: DayJson.nullable().describe(
      "The first day on which it no longer holds; null: it goes on",
    ),
  }),
  response: Edge,
  ifMatch: true,
});
export const endEdge = endpoint({
  method: "DELETE",
  path: "/partners/{partnerId}/edges/{edgeId}",
  summary: "End an edge of the hierarchy today; one that never held before today goes",
  tag,
  params: edgeParams,
});
