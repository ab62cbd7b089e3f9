import { type CsvColumn, listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import * as contract from "../contract.ts";
import { inWords } from "../value.ts";
import * as acts from "./acts.ts";
import { overridesForPartner } from "./for-partner.ts";
import { frameworkOn, type OverrideServices } from "./framework.ts";
import { present } from "./present.ts";
import { listOverrideRows } from "./store.ts";

export function overrideRoutes(services: OverrideServices): Route[] {
  return [
    listRoute(contract.listParameters, {
      act: "program-override.read",
      handle: async (tx, { params }) => {
        const programId = fromPublicId("prg", params.programId, "program");
        const { parameters } = await frameworkOn(tx, services, programId, tx.today());
        return { items: parameters, nextCursor: null };
      },
      csv: [
        { header: "parameter", value: (one) => one.key },
        { header: "global", value: (one) => one.globalValue && inWords(one.globalValue) },
      ],
    }),
    listRoute(contract.listOverrides, {
      act: "program-override.read",
      handle: async (tx, { query }) => {
        const programId = query.programId && fromPublicId("prg", query.programId, "program");
        const found = await listOverrideRows(tx, { ...query, programId });
        const parametersOf = new Map<string, contract.Parameter[]>();
        for (const id of new Set(found.rows.map((row) => row.program_id))) {
          parametersOf.set(id, (await frameworkOn(tx, services, id, tx.today())).parameters);
        }
        return {
          items: found.rows.map((row) => present(tx, row, parametersOf.get(row.program_id) ?? [])),
          nextCursor: found.nextCursor,
        };
      },
      csv: columns,
    }),
    route(contract.getOverride, {
      act: "program-override.read",
      handle: (tx, { params }) => acts.read(tx, services, fromPublicId("ovr", params.overrideId, "override")),
    }),
    route(contract.listPartnerOverrides, {
      act: "program.read-own",
      handle: (tx, { params }) => overridesForPartner(tx, services, params.partnerId),
    }),
    route(contract.proposeOverride, {
      act: "program-override.propose",
      handle: (tx, { params, body }) => acts.propose(tx, services, params.programId, body),
    }),
    route(contract.approveOverride, {
      act: "program-override.approve",
      handle: (tx, { params }) => acts.approve(tx, services, params.overrideId),
    }),
    route(contract.declineOverride, {
      act: "program-override.approve",
      handle: (tx, { params, body }) => acts.decline(tx, services, params.overrideId, body.reason),
    }),
    route(contract.withdrawOverride, {
      act: "program-override.propose",
      handle: (tx, { params }) => acts.withdraw(tx, services, params.overrideId),
    }),
    route(contract.endOverride, {
      act: "program-override.approve",
      handle: (tx, { params, body }) => acts.end(tx, services, params.overrideId, body),
    }),
  ];
}

const columns: CsvColumn<contract.ProgramOverride>[] = [
  { header: "id", value: (one) => one.id },
  { header: "program", value: (one) => one.program.name },
  { header: "scope", value: (one) => one.scope.label },
  { header: "parameter", value: (one) => one.parameter },
  { header: "global", value: (one) => one.globalValue && inWords(one.globalValue) },
  { header: "value", value: (one) => inWords(one.value) },
  { header: "reason", value: (one) => one.reason },
  { header: "state", value: (one) => one.state },
  { header: "from", value: (one) => one.from },
  { header: "until", value: (one) => one.until },
  { header: "endedOn", value: (one) => one.ended?.on ?? null },
  { header: "proposedBy", value: (one) => one.proposedBy },
  { header: "decidedBy", value: (one) => one.decided?.by ?? null },
  { header: "decidedAt", value: (one) => one.decided?.at ?? null },
];
