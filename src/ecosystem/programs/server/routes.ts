import { listRoute, type Route, route } from "#platform/http/route.ts";
import * as contract from "../contract.ts";
import * as programs from "./programs.ts";

export function programRoutes(): Route[] {
  return [
    listRoute(contract.listPrograms, {
      act: "program.read",
      handle: (tx, { query }) => programs.listPrograms(tx, query),
      csv: [
        { header: "id", value: (program) => program.id },
        { header: "name", value: (program) => program.name },
        { header: "versions", value: (program) => program.versions },
        { header: "createdAt", value: (program) => program.createdAt },
      ],
    }),
    listRoute(contract.listProgramVersions, {
      act: "program.read",
      handle: (tx, { params, query }) => programs.listVersions(tx, params.programId, query),
      csv: [
        { header: "version", value: (version) => version.version },
        { header: "effectiveFrom", value: (version) => version.effectiveFrom },
        { header: "currency", value: (version) => version.ladder.currency },
        {
          header: "levels",
          value: ({ ladder }) =>
            [ladder.base, ...ladder.levels.map(({ level, from }) => `${level} from ${from}`)].join(", "),
        },
        { header: "publishedAt", value: (version) => version.publishedAt },
      ],
    }),
    route(contract.createProgram, {
      act: "program.manage",
      handle: (tx, { body }) => programs.createProgram(tx, body),
    }),
    route(contract.publishProgramVersion, {
      act: "program.manage",
      handle: (tx, { params, body }) => programs.publishVersion(tx, params.programId, body),
    }),
  ];
}
