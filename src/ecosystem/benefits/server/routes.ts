import { sql } from "kysely";
import { maybe, type Tx } from "#platform/database/tx.ts";
import { type CsvColumn, listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import * as contract from "../contract.ts";
import * as acts from "./act.ts";
import { grant } from "./grant.ts";
import { linesOf } from "./lines.ts";
import { caseOf, presentLine, presentRequest } from "./present.ts";
import { request } from "./request.ts";
import { listRequests } from "./store.ts";

export function benefitRoutes(): Route[] {
  return [
    listRoute(contract.listEntitlements, {
      act: "benefit.read",
      handle: async (tx, { params, query }) => {
        const partnerIds = [await findPartner(tx, params.partnerId)];
        const programId = optional("prg", query.programId, "program");
        const lines = await linesOf(tx, { partnerIds, programId });
        return { items: lines.map((line) => presentLine(tx, line)), nextCursor: null };
      },
      csv: entitlementColumns,
    }),
    listRoute(contract.listBenefitRequests, {
      act: "benefit.read",
      handle: async (tx, { query }) => {
        const partnerId = optional("par", query.partnerId, "partner");
        const programId = optional("prg", query.programId, "program");
        const { rows, nextCursor } = await listRequests(tx, { ...query, partnerId, programId });
        return { items: rows.map((row) => presentRequest(tx, row)), nextCursor };
      },
      csv: requestColumns,
    }),
    route(contract.getBenefitRequest, {
      act: "benefit.read",
      handle: (tx, { params }) => caseOf(tx, params.requestId),
    }),
    route(contract.requestBenefit, { act: "benefit.request", handle: (tx, { body }) => request(tx, body) }),
    route(contract.withdrawBenefitRequest, {
      act: "benefit.request",
      handle: (tx, { params }) => acts.withdraw(tx, params.requestId),
    }),
    route(contract.grantBenefit, {
      act: "benefit.decide",
      handle: (tx, { params, body }) => grant(tx, params.requestId, body),
    }),
    route(contract.declineBenefit, {
      act: "benefit.decide",
      handle: (tx, { params, body }) => acts.decline(tx, params.requestId, body.reason),
    }),
    route(contract.reverseBenefit, {
      act: "benefit.decide",
      handle: (tx, { params, body }) => acts.reverse(tx, params.requestId, body.reason),
    }),
    route(contract.useBenefit, {
      act: "benefit.use",
      handle: (tx, { params, body }) => acts.use(tx, params.requestId, body),
    }),
    route(contract.takeBackUse, {
      act: "benefit.use",
      handle: (tx, { params, body }) => acts.takeBackUse(tx, params.requestId, params.useId, body.reason),
    }),
  ];
}

function optional(prefix: string, publicId: string | undefined, noun: string): string | undefined {
  return publicId === undefined ? undefined : fromPublicId(prefix, publicId, noun);
}

/** A partner's level follows from its money, and its benefits from its level: they are told to those who may see it. */
async function findPartner(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("par", publicId, "partner");
  const { actor } = tx;
  const isHidden = actor.databaseRole === "hanse_partner" && !actor.reach.money.includes(id);
  const found = await maybe(tx, sql`select 1 from partner where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (isHidden || found === null) throw notFound("partner");
  return id;
}

const entitlementColumns: readonly CsvColumn<contract.BenefitEntitlement>[] = [
  { header: "program", value: (one) => one.program.name },
  { header: "track", value: (one) => one.track },
  { header: "level", value: (one) => one.level },
  { header: "benefit", value: (one) => one.label },
  { header: "kind", value: (one) => one.kind },
  { header: "value", value: (one) => one.value },
  { header: "unit", value: (one) => one.currency ?? one.unit },
  { header: "saidBy", value: (one) => one.from.label || "program" },
  { header: "because", value: (one) => one.from.reason },
  { header: "rests", value: (one) => (one.rests ? "yes" : "no") },
  { header: "given", value: (one) => one.given },
  { header: "left", value: (one) => one.left },
  { header: "nextLevel", value: (one) => one.next?.level ?? null },
  { header: "nextValue", value: (one) => one.next?.value ?? null },
];

const requestColumns: readonly CsvColumn<contract.BenefitRequest>[] = [
  { header: "id", value: (one) => one.id },
  { header: "requestedAt", value: (one) => one.requestedAt },
  { header: "partner", value: (one) => one.partner.name },
  { header: "program", value: (one) => one.program.name },
  { header: "benefit", value: (one) => one.label },
  { header: "state", value: (one) => one.state },
  { header: "quantity", value: (one) => one.quantity },
  { header: "currency", value: (one) => one.currency },
  { header: "purpose", value: (one) => one.purpose },
  { header: "granted", value: (one) => one.granted },
  { header: "used", value: (one) => one.used },
  { header: "validUntil", value: (one) => one.validUntil },
  { header: "reason", value: (one) => one.reversalReason ?? one.reason },
];
