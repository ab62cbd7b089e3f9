import { listRoute, type Route, route } from "#platform/http/route.ts";
import { requirementsIn } from "../brief.ts";
import * as contract from "../contract.ts";
import { template, templateKeys } from "../templates/templates.ts";
import { listAcknowledgements, remind } from "./acknowledgements.ts";
import * as drafts from "./drafts.ts";
import * as enrolments from "./enrolments.ts";
import { listMembers, type ProgramServices } from "./members.ts";
import * as own from "./partner-programs.ts";
import * as programs from "./programs.ts";

export function programRoutes(services: ProgramServices): Route[] {
  return [...versionRoutes(), ...designRoutes(), ...memberRoutes(services), ...partnerRoutes()];
}

function versionRoutes(): Route[] {
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
    route(contract.getProgram, {
      act: "program.inspect",
      handle: (tx, { params }) => programs.readProgramRecord(tx, params.programId),
    }),
    listRoute(contract.listProgramVersions, {
      act: "program.read",
      handle: (tx, { params, query }) => programs.listVersions(tx, params.programId, query),
      csv: [
        { header: "version", value: (version) => version.version },
        { header: "effectiveFrom", value: (version) => version.effectiveFrom },
        { header: "currency", value: (version) => version.ladder?.currency ?? null },
        { header: "levels", value: (version) => requirementsIn(version.ladder) },
        { header: "takesAway", value: (version) => version.takesAway },
        { header: "publishedAt", value: (version) => version.publishedAt },
        { header: "withdrawnAt", value: (version) => version.withdrawn?.at ?? null },
      ],
    }),
    route(contract.getProgramVersion, {
      act: "program.inspect",
      handle: (tx, { params }) => programs.readVersion(tx, params.programId, params.version),
    }),
    route(contract.compareProgramVersions, {
      act: "program.inspect",
      handle: (tx, { params, query }) => programs.compareVersions(tx, params.programId, query),
    }),
    route(contract.createProgram, {
      act: "program.manage",
      handle: (tx, { body }) => programs.createProgram(tx, body),
    }),
    route(contract.publishProgramVersion, {
      act: "program.manage",
      handle: (tx, { params, body }) => programs.publishVersion(tx, params.programId, body),
    }),
    route(contract.withdrawProgramVersion, {
      act: "program.manage",
      handle: (tx, { params, body }) =>
        drafts.withdrawVersion(tx, params.programId, params.version, body.reason),
    }),
  ];
}

function designRoutes(): Route[] {
  return [
    route(contract.listProgramTemplates, {
      act: "program.inspect",
      handle: async (tx) => ({
        items: templateKeys.map((key) => ({ key, document: template(key, tx.vendor.currency).document })),
      }),
    }),
    route(contract.beginProgram, {
      act: "program.manage",
      handle: (tx, { body }) => drafts.beginProgram(tx, body),
    }),
    route(contract.getProgramDraft, {
      act: "program.inspect",
      handle: (tx, { params }) => drafts.readDraft(tx, params.programId),
    }),
    route(contract.beginProgramDraft, {
      act: "program.manage",
      handle: (tx, { params }) => drafts.beginDraft(tx, params.programId),
    }),
    route(contract.writeProgramDraft, {
      act: "program.manage",
      handle: (tx, { params, body, ifMatch }) => drafts.writeDraft(tx, params.programId, body, ifMatch),
    }),
    route(contract.discardProgramDraft, {
      act: "program.manage",
      handle: (tx, { params }) => drafts.discardDraft(tx, params.programId),
    }),
    route(contract.publishProgram, {
      act: "program.manage",
      handle: (tx, { params, ifMatch }) => drafts.publishDraft(tx, params.programId, ifMatch),
    }),
  ];
}

function memberRoutes(services: ProgramServices): Route[] {
  return [
    listRoute(contract.listProgramMembers, {
      act: "program.inspect",
      handle: (tx, { params, query }) => listMembers(tx, services, params.programId, query),
      csv: [
        { header: "partner", value: ({ partner }) => partner.name },
        { header: "partnerId", value: ({ partner }) => partner.id },
        { header: "types", value: ({ types }) => types.join("; ") },
        { header: "track", value: ({ track }) => track.label },
        { header: "level", value: ({ level }) => level },
        { header: "how", value: ({ how }) => how },
      ],
    }),
    listRoute(contract.listEnrolments, {
      act: "program.inspect",
      handle: (tx, { params, query }) => enrolments.listEnrolments(tx, params.programId, query),
      csv: [
        { header: "partner", value: ({ partner }) => partner.name },
        { header: "kind", value: ({ kind }) => kind },
        { header: "effectiveFrom", value: ({ effectiveFrom }) => effectiveFrom },
        { header: "effectiveUntil", value: ({ effectiveUntil }) => effectiveUntil },
        { header: "reason", value: ({ reason }) => reason },
        { header: "decidedBy", value: ({ decidedBy }) => decidedBy },
        { header: "endedReason", value: ({ ended }) => ended?.reason ?? null },
      ],
    }),
    route(contract.enrolPartner, {
      act: "program.enrol",
      handle: (tx, { params, body }) => enrolments.enrol(tx, params.programId, body),
    }),
    route(contract.endEnrolment, {
      act: "program.enrol",
      handle: (tx, { params, body }) =>
        enrolments.endEnrolment(tx, params.programId, params.enrolmentId, body),
    }),
    listRoute(contract.listAcknowledgements, {
      act: "program.inspect",
      handle: (tx, { params, query }) => listAcknowledgements(tx, params.programId, query),
      csv: [
        { header: "partner", value: ({ partner }) => partner.name },
        { header: "acknowledgedAt", value: ({ acknowledged }) => acknowledged?.at ?? null },
        { header: "acknowledgedBy", value: ({ acknowledged }) => acknowledged?.by ?? null },
        { header: "version", value: ({ acknowledged }) => acknowledged?.version ?? null },
        { header: "remindedAt", value: ({ remindedAt }) => remindedAt },
      ],
    }),
    route(contract.remindToAcknowledge, {
      act: "program.enrol",
      handle: (tx, { params }) => remind(tx, params.programId),
    }),
  ];
}

function partnerRoutes(): Route[] {
  return [
    route(contract.listPartnerPrograms, {
      act: "program.read-own",
      handle: (tx, { params }) => own.listPartnerPrograms(tx, params.partnerId),
    }),
    route(contract.acknowledgeProgram, {
      act: "program.acknowledge",
      handle: (tx, { params }) => own.acknowledge(tx, params.partnerId, params.programId),
    }),
  ];
}
