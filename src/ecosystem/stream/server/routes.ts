import { listRoute, type Route } from "#platform/http/route.ts";
import type { VendorContext } from "#platform/principal.ts";
import * as contract from "../contract.ts";
import { readEvents } from "./events.ts";

/** `untold` says which types of events a vendor is not shown: those of modules that it has switched off. */
export function streamRoutes(untold: (vendor: VendorContext) => readonly string[]): Route[] {
  return [
    listRoute(contract.listEvents, {
      act: "event.read",
      handle: (tx, { query }) => readEvents(tx, query, untold(tx.vendor)),
      csv: [
        { header: "occurredAt", value: (event) => event.occurredAt },
        { header: "recordedAt", value: (event) => event.recordedAt },
        { header: "type", value: (event) => event.type },
        { header: "actor", value: (event) => event.actor.name },
        { header: "onBehalfOf", value: (event) => event.actor.onBehalfOf?.name ?? null },
        { header: "partner", value: (event) => event.partner?.name ?? null },
        { header: "account", value: (event) => event.account?.name ?? null },
        { header: "subject", value: (event) => event.subject.id },
        { header: "payload", value: (event) => JSON.stringify(event.payload) },
      ],
    }),
  ];
}
