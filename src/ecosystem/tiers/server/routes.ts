import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import { tryDraft } from "./back-test.ts";
import * as clauses from "./clauses.ts";
import * as exceptions from "./exceptions.ts";
import { readDecisions } from "./history.ts";
import { readNextReview, readOutlook } from "./outlook.ts";
import { readTouched } from "./program-changes.ts";
import { readStandings } from "./standings.ts";

export function tierRoutes(): Route[] {
  return [...partnerRoutes(), ...reviewRoutes(), ...grantRoutes()];
}

/** Amounts of a measure in one cell: `61250.00 USD 2`. */
function written(amounts: Readonly<Record<string, string>>): string {
  return Object.entries(amounts)
    .map(([currency, amount]) => (currency === "" ? amount : `${amount} ${currency}`))
    .join(" ");
}

function partnerRoutes(): Route[] {
  return [
    listRoute(contract.listStandings, {
      act: "tier.read",
      handle: (tx, { params, query }) => readStandings(tx, params.partnerId, query),
      csv: [
        { header: "program", value: (one) => one.program.name },
        { header: "place", value: (one) => one.place?.label ?? null },
        { header: "level", value: (one) => one.current?.level ?? null },
        { header: "why", value: (one) => one.current?.why ?? null },
        { header: "nextReview", value: (one) => one.next?.review.on ?? null },
        { header: "nextLevel", value: (one) => one.next?.level ?? null },
      ],
    }),
    listRoute(contract.listTierDecisions, {
      act: "tier.read",
      handle: (tx, { params, query }) => readDecisions(tx, params.partnerId, query),
      csv: [
        { header: "program", value: (one) => one.program.name },
        { header: "place", value: (one) => one.place },
        { header: "reviewOn", value: (one) => one.reviewOn },
        { header: "decidedOn", value: (one) => one.decidedOn },
        { header: "inForceFrom", value: (one) => one.inForceFrom },
        { header: "n", value: (one) => one.n },
        { header: "level", value: (one) => one.level },
        { header: "earned", value: (one) => one.earned },
        { header: "why", value: (one) => one.why },
        {
          header: "measured",
          value: (one) =>
            Object.entries(one.measured)
              .map(([key, amounts]) => `${key} ${written(amounts)}`)
              .join("; "),
        },
      ],
    }),
  ];
}

function reviewRoutes(): Route[] {
  return [
    route(contract.getNextReview, {
      act: "tier.review",
      handle: (tx, { params }) => readNextReview(tx, params.programId),
    }),
    listRoute(contract.listOutlook, {
      act: "tier.review",
      handle: (tx, { params, query }) => readOutlook(tx, params.programId, query),
      csv: [
        { header: "partnerId", value: (one) => one.partner.id },
        { header: "partner", value: (one) => one.partner.name },
        { header: "place", value: (one) => one.place },
        { header: "level", value: (one) => one.level },
        { header: "why", value: (one) => one.why },
        { header: "nextLevel", value: (one) => one.next?.level ?? null },
        { header: "nextWhy", value: (one) => one.next?.why ?? null },
        { header: "warnedOn", value: (one) => one.warnedOn },
        { header: "graceUntil", value: (one) => one.graceUntil },
        { header: "exceptionUntil", value: (one) => one.exceptionUntil },
      ],
    }),
    route(contract.touchedByVersion, {
      act: "tier.review",
      handle: (tx, { params }) => readTouched(tx, params.programId),
    }),
    route(contract.backTest, {
      act: "tier.back-test",
      handle: (tx, { params, body }) => tryDraft(tx, params.programId, body),
    }),
  ];
}

function grantRoutes(): Route[] {
  return [
    listRoute(contract.listExceptions, {
      act: "tier.review",
      handle: (tx, { params, query }) => exceptions.readExceptions(tx, params.programId, query),
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "partner", value: (one) => one.partner.name },
        { header: "level", value: (one) => one.level },
        { header: "from", value: (one) => one.from },
        { header: "until", value: (one) => one.until },
        { header: "state", value: (one) => one.state },
        { header: "reason", value: (one) => one.reason },
        { header: "grantedBy", value: (one) => one.grantedBy },
      ],
    }),
    route(contract.grantException, {
      act: "tier.except",
      handle: (tx, { params, body }) => exceptions.grant(tx, params.programId, body),
    }),
    route(contract.endException, {
      act: "tier.except",
      handle: (tx, { params }) => exceptions.end(tx, params.exceptionId),
    }),
    listRoute(contract.listClauses, {
      act: "tier.review",
      handle: (tx, { params, query }) => clauses.readClauses(tx, params.programId, query),
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "level", value: (one) => one.level },
        { header: "from", value: (one) => one.from },
        { header: "until", value: (one) => one.until },
        { header: "partners", value: (one) => one.partners },
        { header: "reason", value: (one) => one.reason },
      ],
    }),
    route(contract.grantClause, {
      act: "tier.except",
      handle: (tx, { params, body }) => clauses.grantFor(tx, params.programId, body),
    }),
  ];
}
