import { features } from "#app/features.ts";
import { type Handler, handle } from "#platform/events/handlers.ts";
import type { World } from "./world.ts";

/**
 * Hands all events to their handlers, in the order in which they happened, as the queue of a running installation does:
 * each once, and what that records too. Other handlers than the product's own where they are told.
 */
export async function tellEverybody(
  world: World,
  handlers: readonly Handler[] = features(world.hanse).handlers,
): Promise<void> {
  const listeners = Map.groupBy(handlers, (one) => one.type);
  for (;;) {
    const { rows } = await world.admin.query<{ vendor_id: string; id: string; type: string }>(
      `select e.vendor_id, e.id, e.type from event e where e.type = any ($1)
         and exists (select from unnest($1::text[], $2::text[]) as h (type, name) where h.type = e.type and not exists (
           select from handled d where d.vendor_id = e.vendor_id and d.event_id = e.id and d.handler = h.name))
       order by e.id`,
      [handlers.map((one) => one.type), handlers.map((one) => one.name)],
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      const vendor = Object.values(world.vendors).find((one) => one.uuid === row.vendor_id);
      if (vendor === undefined) continue;
      const context = { ...vendor, id: vendor.uuid };
      for (const one of listeners.get(row.type) ?? []) await handle(world.hanse.door, context, one, row.id);
    }
  }
}
