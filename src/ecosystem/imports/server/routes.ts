import type { Tx } from "#platform/database/tx.ts";
import { listRoute, type Route, route } from "#platform/http/route.ts";
import { invalid } from "#platform/problem.ts";
import * as contract from "../contract.ts";
import * as actions from "./actions.ts";
import { presentImport, presentProblem, presentSummary } from "./present.ts";
import { type ImportServices, kindOf } from "./services.ts";
import * as store from "./store.ts";
import { listValues } from "./values.ts";

export function importRoutes(services: ImportServices): Route[] {
  return [...readRoutes(services), ...prepareRoutes(services), ...workRoutes(services)];
}

async function present(tx: Tx, row: store.ImportRow): Promise<contract.Import> {
  return presentImport(row, await store.findSameFile(tx, row));
}

function readRoutes(services: ImportServices): Route[] {
  return [
    route(contract.listImportKinds, {
      act: "import.read",
      handle: async () => ({ items: contract.importKinds.map((name) => presentKind(services, name)) }),
    }),
    listRoute(contract.listImports, {
      act: "import.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listImportRows(tx, query);
        return { items: rows.map(presentSummary), nextCursor };
      },
      csv: [
        { header: "number", value: (one) => one.number },
        { header: "kind", value: (one) => one.kind },
        { header: "state", value: (one) => one.state },
        { header: "fileName", value: (one) => one.fileName },
        { header: "created", value: (one) => one.result?.created ?? null },
        { header: "updated", value: (one) => one.result?.updated ?? null },
        { header: "unchanged", value: (one) => one.result?.unchanged ?? null },
        { header: "skipped", value: (one) => one.result?.skipped ?? null },
        { header: "startedBy", value: (one) => one.startedBy.name },
        { header: "createdAt", value: (one) => one.createdAt },
      ],
    }),
    route(contract.getImport, {
      act: "import.read",
      handle: async (tx, { params }) => present(tx, await actions.load(tx, params.importId)),
    }),
    route(contract.listValues, {
      act: "import.read",
      handle: (tx, { params, query }) => listValues(tx, services, params.importId, query),
    }),
    listRoute(contract.listProblems, {
      act: "import.read",
      handle: async (tx, { params, query }) => {
        const row = await actions.load(tx, params.importId);
        const { rows, nextCursor } = await store.listProblemRows(tx, row.id, query);
        return { items: rows.map((problem) => presentProblem(row, problem)), nextCursor };
      },
      csv: [
        { header: "row", value: (problem) => problem.row },
        { header: "column", value: (problem) => problem.column },
        { header: "value", value: (problem) => problem.value },
        { header: "problem", value: (problem) => problem.message },
        { header: "severity", value: (problem) => problem.severity },
        { header: "field", value: (problem) => problem.field },
        { header: "code", value: (problem) => problem.code },
      ],
    }),
  ];
}

function presentKind(services: ImportServices, name: (typeof contract.importKinds)[number]) {
  return {
    kind: name,
    fields: kindOf(services, name).fields.map(({ key, label, type, required, domain }) => ({
      key,
      label,
      type,
      required,
      values: domain !== undefined,
    })),
  };
}

function prepareRoutes(services: ImportServices): Route[] {
  return [
    route(contract.upload, {
      act: "import.manage",
      handle: async (tx, { body, file }) => {
        if (file === null) throw invalid("/file", "Choose a file.");
        return present(tx, await actions.upload(tx, services, { kind: body.kind, file }));
      },
    }),
    route(contract.mapImport, {
      act: "import.manage",
      handle: async (tx, { params, body, ifMatch }) =>
        present(tx, await actions.map(tx, services, params.importId, body, ifMatch)),
    }),
    route(contract.discardImport, {
      act: "import.manage",
      handle: (tx, { params }) => actions.discard(tx, services, params.importId),
    }),
  ];
}

function workRoutes(services: ImportServices): Route[] {
  return [
    route(contract.checkImport, {
      act: "import.manage",
      handle: async (tx, { params }) =>
        present(tx, await actions.request(tx, services, params.importId, { act: "check" })),
    }),
    route(contract.runImport, {
      act: "import.manage",
      handle: async (tx, { params, body }) => {
        const work = { act: "run" as const, skipProblemRows: body.skipProblemRows ?? false };
        return present(tx, await actions.request(tx, services, params.importId, work));
      },
    }),
    route(contract.cancelImport, {
      act: "import.manage",
      handle: async (tx, { params }) => present(tx, await actions.cancel(tx, params.importId)),
    }),
    route(contract.undoImport, {
      act: "import.manage",
      handle: async (tx, { params }) => present(tx, await actions.undo(tx, services, params.importId)),
    }),
  ];
}
