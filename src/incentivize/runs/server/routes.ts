import { listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { daysOfMonth } from "#platform/time/month.ts";
import { loadPlan } from "../../plans/index.ts";
import * as contract from "../contract.ts";
import { explained, listLines } from "./lines.ts";
import { monthsOf } from "./months.ts";
import * as presented from "./present.ts";
import * as runs from "./runs.ts";
import * as store from "./store.ts";

export function runRoutes({ afterPosting }: { afterPosting: () => void }): Route[] {
  return [
    listRoute(contract.listRuns, {
      act: "run.read",
      handle: async (tx, { query }) => {
        const planId = query.planId === undefined ? undefined : fromPublicId("pln", query.planId, "plan");
        const found = await store.listRuns(tx, { ...query, planId });
        return { items: found.rows.map(presented.present), nextCursor: found.nextCursor };
      },
      csv: [
        { header: "number", value: (run) => run.number },
        { header: "plan", value: (run) => run.plan.name },
        { header: "period", value: (run) => run.period },
        { header: "bookedIn", value: (run) => run.bookedIn },
        { header: "adjusts", value: (run) => run.adjusts?.number ?? null },
        { header: "state", value: (run) => run.state },
        { header: "wins", value: (run) => run.wins },
        { header: "lines", value: (run) => run.lines },
        { header: "total", value: (run) => run.total.amount },
        { header: "currency", value: (run) => run.total.currency },
        { header: "postedAt", value: (run) => run.postedAt },
      ],
    }),
    route(contract.previewRun, { act: "run.manage", handle: (tx, { body }) => runs.preview(tx, body) }),
    route(contract.getRun, {
      act: "run.read",
      handle: async (tx, { params }) => runs.presentById(tx, (await runs.loadRun(tx, params.runId)).id),
    }),
    route(contract.postRun, {
      act: "run.manage",
      handle: (tx, { params }) => runs.post(tx, params.runId),
      afterCommit: afterPosting,
    }),
    route(contract.discardRun, {
      act: "run.manage",
      handle: (tx, { params }) => runs.discard(tx, params.runId),
    }),
    ...detailRoutes(),
    route(contract.openMonths, {
      act: "run.read",
      handle: async (tx, { params }) => {
        const plan = await loadPlan(tx, params.planId);
        const today = tx.today().toString();
        const items = (await monthsOf(tx, plan.id)).map((row) => ({
          period: row.period.slice(0, 7),
          wins: row.wins,
          value: toJson({ minor: row.value_minor, currency: tx.vendor.currency }),
          over: daysOfMonth(row.period.slice(0, 7)).until.toString() <= today,
          run:
            row.run_id === null || row.run_state === null
              ? null
              : { id: toPublicId("run", row.run_id), number: Number(row.run_number), state: row.run_state },
          changes: row.changes,
          planChanged: row.plan_changed,
        }));
        return { items };
      },
    }),
  ];
}

function detailRoutes(): Route[] {
  return [
    listRoute(contract.runLines, {
      act: "run.read",
      handle: async (tx, { params, query }) => {
        const partnerId =
          query.partnerId === undefined ? undefined : fromPublicId("par", query.partnerId, "partner");
        return listLines(tx, await runs.loadRun(tx, params.runId), { ...query, partnerId });
      },
      csv: [
        { header: "kind", value: (line) => line.kind },
        { header: "entry", value: (line) => line.entry },
        { header: "partner", value: (line) => line.partner.name },
        { header: "opportunity", value: (line) => line.opportunity.name },
        { header: "externalId", value: (line) => line.opportunity.externalId },
        { header: "closedOn", value: (line) => line.closedOn },
        { header: "holdUntil", value: (line) => line.holdUntil },
        { header: "amount", value: (line) => line.amount.amount },
        { header: "currency", value: (line) => line.amount.currency },
      ],
    }),
    route(contract.explainRunLine, {
      act: "run.read",
      handle: async (tx, { params }) => {
        const run = await runs.loadRun(tx, params.runId);
        return explained(tx, run, fromPublicId("ern", params.lineId, "line"));
      },
    }),
    listRoute(contract.runPartners, {
      act: "run.read",
      handle: async (tx, { params, query }) =>
        presented.byPartner(tx, await runs.loadRun(tx, params.runId), query),
      csv: [
        { header: "partner", value: (row) => row.partner.name },
        { header: "lines", value: (row) => row.lines },
        { header: "amount", value: (row) => row.amount.amount },
        { header: "lastMonth", value: (row) => row.lastMonth.amount },
        { header: "difference", value: (row) => row.difference.amount },
        { header: "currency", value: (row) => row.amount.currency },
      ],
    }),
    listRoute(contract.runProblems, {
      act: "run.read",
      handle: async (tx, { params, query }) =>
        presented.problems(tx, await runs.loadRun(tx, params.runId), query),
      csv: [
        { header: "opportunity", value: (row) => row.opportunity.name },
        { header: "externalId", value: (row) => row.opportunity.externalId },
        { header: "problem", value: (row) => row.code },
        { header: "particulars", value: (row) => JSON.stringify(row.params) },
      ],
    }),
  ];
}
