import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import { correct, enter } from "./entry.ts";
import { changeKind, createKind, listKinds } from "./kinds.ts";
import { listFactRows } from "./list.ts";

export function factRoutes(): Route[] {
  return [
    listRoute(contract.listFacts, {
      act: "fact.read",
      handle: (tx, { query }) => listFactRows(tx, query),
      csv: [
        { header: "id", value: (fact) => fact.id },
        { header: "partner", value: (fact) => fact.partner.name },
        { header: "kind", value: (fact) => fact.kind.key },
        { header: "value", value: (fact) => fact.value },
        { header: "currency", value: (fact) => fact.currency },
        { header: "countsOn", value: (fact) => fact.countsOn },
        { header: "validUntil", value: (fact) => fact.validUntil },
        { header: "country", value: (fact) => fact.country },
        { header: "location", value: (fact) => fact.location?.name ?? null },
        { header: "source", value: (fact) => fact.source.kind },
        { header: "note", value: (fact) => fact.source.note },
        { header: "enteredBy", value: (fact) => fact.source.enteredBy },
        { header: "corrects", value: (fact) => fact.corrects },
        { header: "recordedAt", value: (fact) => fact.recordedAt },
      ],
    }),
    route(contract.enterFact, { act: "fact.enter", handle: (tx, { body }) => enter(tx, body) }),
    route(contract.correctFact, {
      act: "fact.enter",
      handle: (tx, { params, body }) => correct(tx, params.factId, body),
    }),
    route(contract.listFactKinds, {
      act: "fact.read",
      handle: async (tx) => ({ items: await listKinds(tx) }),
    }),
    route(contract.createFactKind, {
      act: "fact-kind.manage",
      handle: (tx, { body }) => createKind(tx, body),
    }),
    route(contract.changeFactKind, {
      act: "fact-kind.manage",
      handle: (tx, { params, body, ifMatch }) => changeKind(tx, params.factKindId, body, ifMatch),
    }),
  ];
}
