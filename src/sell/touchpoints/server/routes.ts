import type { FileStore } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { type CsvColumn, listRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId } from "#platform/ids.ts";
import { parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import * as acts from "./act.ts";
import * as evidence from "./evidence.ts";
import { log } from "./log.ts";
import { detailOf, presentAll } from "./present.ts";
import * as store from "./store.ts";

export function touchpointRoutes(files: FileStore, fileLinks: FileLinks): Route[] {
  const logs = "touchpoint.log";
  const decides = "touchpoint.decide";
  return [
    listRoute(contract.listTouchpoints, {
      act: "touchpoint.read",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listTouchpoints(tx, filterOf(query));
        return { items: await presentAll(tx, rows), nextCursor };
      },
      csv: columns,
    }),
    route(contract.getTouchpoint, {
      act: "touchpoint.read",
      handle: (tx, { params }) => detailOf(tx, params.touchpointId),
    }),
    route(contract.logTouchpoint, { act: logs, handle: (tx, { body }) => log(tx, body) }),
    route(contract.withdrawTouchpoint, {
      act: logs,
      handle: (tx, { params }) => acts.withdraw(tx, params.touchpointId),
    }),
    route(contract.askTouchpointAgain, {
      act: logs,
      handle: (tx, { params, body }) => acts.askAgain(tx, params.touchpointId, body.remark),
    }),
    route(contract.addTouchpointFile, {
      act: logs,
      handle: (tx, { params, file }) => evidence.addFile(tx, params.touchpointId, file, files),
    }),
    route(contract.linkTouchpointFile, {
      act: "touchpoint.read",
      handle: (tx, { params }) => evidence.linkFile(tx, params.touchpointId, params.fileId, fileLinks),
    }),
    route(contract.removeTouchpointFile, {
      act: logs,
      handle: (tx, { params }) => evidence.removeFile(tx, params.touchpointId, params.fileId),
    }),
    route(contract.confirmTouchpoint, {
      act: decides,
      handle: (tx, { params, body }) => acts.confirm(tx, params.touchpointId, body),
    }),
    route(contract.confirmTouchpoints, {
      act: decides,
      handle: (tx, { body }) => acts.confirmAll(tx, body.touchpointIds),
    }),
    route(contract.contestTouchpoint, {
      act: decides,
      handle: (tx, { params, body }) => acts.contest(tx, params.touchpointId, body.reason),
    }),
  ];
}

function filterOf(query: QueryOf<typeof contract.listTouchpoints>): store.TouchpointFilter {
  const id = (prefix: string, publicId: string | undefined, noun: string) =>
    publicId === undefined ? undefined : fromPublicId(prefix, publicId, noun);
  const day = (text: string | undefined, pointer: string) =>
    text === undefined ? undefined : parseDay(text, pointer).toString();
  return {
    ...query,
    partnerId: id("par", query.partnerId, "partner"),
    dealId: id("deal", query.dealId, "registration"),
    opportunityId: id("opp", query.opportunityId, "opportunity"),
    accountId: id("acc", query.accountId, "customer"),
    occurredFrom: day(query.occurredFrom, "?occurredFrom"),
    occurredUntil: day(query.occurredUntil, "?occurredUntil"),
  };
}

const columns: readonly CsvColumn<contract.Touchpoint>[] = [
  { header: "id", value: (one) => one.id },
  { header: "occurredOn", value: (one) => one.occurredOn },
  { header: "kind", value: (one) => one.kind },
  { header: "state", value: (one) => one.state },
  { header: "partner", value: (one) => one.partner.name },
  { header: "about", value: (one) => one.about.name },
  { header: "withWhom", value: (one) => one.withWhom },
  { header: "purpose", value: (one) => one.purpose },
  { header: "link", value: (one) => one.link },
  { header: "files", value: (one) => one.files.length },
  { header: "reason", value: (one) => one.reason },
  { header: "remark", value: (one) => one.remark },
];
