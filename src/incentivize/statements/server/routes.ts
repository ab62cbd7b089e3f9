import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import * as closed from "./closed.ts";
import * as statements from "./statements.ts";

export function statementRoutes(): Route[] {
  return [
    listRoute(contract.listStatements, {
      act: "statement.read",
      handle: (tx, { query }) => closed.listStatements(tx, query),
      csv: [
        { header: "partner", value: (one) => one.partner.name },
        { header: "number", value: (one) => one.number },
        { header: "period", value: (one) => one.period },
        { header: "opening", value: (one) => one.opening.amount },
        { header: "released", value: (one) => one.released.amount },
        { header: "adjusted", value: (one) => one.adjusted.amount },
        { header: "paid", value: (one) => one.paid.amount },
        { header: "closing", value: (one) => one.closing.amount },
        { header: "earned", value: (one) => one.earned.amount },
        { header: "held", value: (one) => one.held.amount },
        { header: "currency", value: (one) => one.closing.currency },
        { header: "payment", value: (one) => one.payout?.state ?? null },
        { header: "paidOn", value: (one) => one.payout?.paidOn ?? null },
        { header: "reference", value: (one) => one.payout?.reference ?? null },
      ],
    }),
    route(contract.getStatement, {
      act: "statement.read",
      handle: (tx, { params }) => closed.findStatement(tx, params.statementId),
    }),
    route(contract.openStatements, {
      act: "statement.prepare",
      handle: (tx, { query }) => statements.previewClose(tx, query),
    }),
    route(contract.statementMonths, {
      act: "statement.prepare",
      handle: (tx) => statements.monthsToState(tx),
    }),
    route(contract.closeStatements, {
      act: "statement.close",
      handle: (tx, { body }) => statements.close(tx, body),
    }),
  ];
}
