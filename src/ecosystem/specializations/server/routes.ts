import { type CsvColumn, listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import * as contract from "../contract.ts";
import { listApplicationRows } from "./application-store.ts";
import * as applications from "./applications.ts";
import { listAwardRows } from "./award-store.ts";
import * as awards from "./awards.ts";
import * as definitions from "./definitions.ts";
import { presentApplication, presentAward, presentSpecialization, presentVersion } from "./present.ts";
import { listCurrent, listVersionRows } from "./store.ts";

interface OfWhom {
  specializationId?: string | undefined;
  partnerId?: string | undefined;
}
const idsIn = ({ specializationId, partnerId }: OfWhom) => ({
  specializationId:
    specializationId === undefined ? undefined : fromPublicId("spz", specializationId, "specialization"),
  partnerId: partnerId === undefined ? undefined : fromPublicId("par", partnerId, "partner"),
});

export function specializationRoutes(): Route[] {
  return [
    listRoute(contract.listSpecializations, {
      act: "specialization.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await listCurrent(tx, query);
        return { items: rows.map(presentSpecialization), nextCursor };
      },
      csv: [
        { header: "key", value: (one) => one.key },
        ...versionColumns.map(({ header, value }) => ({
          header,
          value: (one: contract.Specialization) => value(one.current),
        })),
        { header: "holders", value: (one) => one.holders },
      ],
    }),
    route(contract.getSpecialization, {
      act: "specialization.read",
      handle: async (tx, { params }) =>
        presentSpecialization(await definitions.loadCurrent(tx, params.specializationId)),
    }),
    listRoute(contract.listSpecializationVersions, {
      act: "specialization.read",
      handle: async (tx, { params, query }) => {
        const { specialization_id } = await definitions.loadCurrent(tx, params.specializationId);
        const { rows, nextCursor } = await listVersionRows(tx, {
          ...query,
          specializationId: specialization_id,
        });
        return { items: rows.map(presentVersion), nextCursor };
      },
      csv: versionColumns,
    }),
    route(contract.createSpecialization, {
      act: "specialization.manage",
      handle: (tx, { body }) => definitions.create(tx, body),
    }),
    route(contract.publishSpecialization, {
      act: "specialization.manage",
      handle: (tx, { params, body }) => definitions.publish(tx, params.specializationId, body),
    }),
    listRoute(contract.listPartnerSpecializations, {
      act: "specialization.read",
      handle: (tx, { params, query }) => applications.standingOf(tx, params.partnerId, query),
      csv: [
        { header: "specialization", value: (one) => one.specialization.current.label },
        { header: "state", value: (one) => one.award?.state ?? null },
        { header: "from", value: (one) => one.award?.from ?? null },
        { header: "until", value: (one) => one.award?.until ?? null },
        { header: "met", value: (one) => (one.asked.met ? "yes" : "no") },
      ],
    }),
    listRoute(contract.listApplications, {
      act: "specialization.read",
      handle: async (tx, { query }) => {
        const found = await listApplicationRows(tx, { ...query, ...idsIn(query) });
        const items = found.rows.map((row) => presentApplication(tx, row, null));
        return { items, nextCursor: found.nextCursor };
      },
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "specialization", value: (one) => one.specialization.label },
        { header: "partner", value: (one) => one.partner.name },
        { header: "state", value: (one) => one.state },
        { header: "appliedAt", value: (one) => one.appliedAt },
        { header: "decidedAt", value: (one) => one.decided?.at ?? null },
        { header: "reason", value: (one) => one.decided?.reason ?? null },
      ],
    }),
    route(contract.getApplication, {
      act: "specialization.read",
      handle: (tx, { params }) => applications.read(tx, params.applicationId),
    }),
    route(contract.applyForSpecialization, {
      act: "specialization.apply",
      handle: (tx, { body }) => applications.apply(tx, body),
    }),
    route(contract.withdrawApplication, {
      act: "specialization.apply",
      handle: (tx, { params }) => applications.withdraw(tx, params.applicationId),
    }),
    route(contract.awardSpecialization, {
      act: "specialization.decide",
      handle: (tx, { params, body }) => applications.award(tx, params.applicationId, body.note),
    }),
    route(contract.declineApplication, {
      act: "specialization.decide",
      handle: (tx, { params, body }) => applications.decline(tx, params.applicationId, body.reason),
    }),
    listRoute(contract.listAwards, {
      act: "specialization.read",
      handle: async (tx, { query }) => {
        const found = await listAwardRows(tx, { ...query, ...idsIn(query) });
        return { items: found.rows.map((row) => presentAward(tx, row)), nextCursor: found.nextCursor };
      },
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "specialization", value: (one) => one.specialization.label },
        { header: "partner", value: (one) => one.partner.name },
        { header: "state", value: (one) => one.state },
        { header: "from", value: (one) => one.from },
        { header: "until", value: (one) => one.until },
        { header: "revokedOn", value: (one) => one.revoked?.on ?? null },
        { header: "reason", value: (one) => one.revoked?.reason ?? null },
      ],
    }),
    route(contract.getAward, {
      act: "specialization.read",
      handle: (tx, { params }) => awards.read(tx, params.awardId),
    }),
    route(contract.revokeAward, {
      act: "specialization.decide",
      handle: (tx, { params, body }) => awards.revoke(tx, params.awardId, body.reason),
    }),
    route(contract.getBadge, {
      act: "specialization.read",
      handle: (tx, { params }) => awards.badge(tx, params.awardId),
    }),
  ];
}

const versionColumns: CsvColumn<contract.SpecializationVersion>[] = [
  { header: "version", value: (one) => one.version },
  { header: "label", value: (one) => one.label },
  { header: "requires", value: (one) => one.requires },
  { header: "validMonths", value: (one) => one.validMonths },
  { header: "open", value: (one) => (one.open ? "yes" : "no") },
  { header: "publishedAt", value: (one) => one.publishedAt },
];
