import { sql } from "kysely";
import { changed, maybe, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { currentRules } from "../../engagement/index.ts";
import type { DealDetail, decideExtension } from "../contract.ts";
import { events } from "../events.ts";
import { aboutOf, namesOf } from "./about.ts";
import { holdUntil } from "./claims.ts";
import { changedMeanwhile, loadFor } from "./load.ts";
import { detailOf } from "./present.ts";
import * as store from "./store.ts";

/** Asks for more time. @throws Problem 409 when one waits already, or there is none left by the rules */
export async function request(tx: Tx, publicId: string, reason: string): Promise<DealDetail> {
  const row = await loadFor(tx, "requestExtension", publicId, null);
  const { settings } = await currentRules(tx);
  const { granted } = await one(
    tx,
    sql<{ granted: number }>`select count(*)::int as granted from registration_extension
      where vendor_id = ${tx.vendorId} and registration_id = ${row.id} and granted`,
  );
  if (granted >= settings.extension.times)
    throw conflict("no-more-extensions", "By the rules of engagement it cannot be extended any more.");
  const done = await maybe(
    tx,
    sql`insert into registration_extension (vendor_id, id, registration_id, partner_id, reason, requested_by, requested_at)
      values (${tx.vendorId}, ${newId()}, ${row.id}, ${row.partner_id}, ${reason}, ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict (vendor_id, registration_id) where decided_at is null do nothing returning id`,
  );
  if (done === null)
    throw conflict("asked-already", "More time is asked for already, and waits for the vendor.");
  await record(tx, events.dealExtensionRequested, aboutOf(row), { ...namesOf(row), reason });
  return detailOf(tx, publicId);
}

/** Grants more time from the end that stands, or not. A protection that is over is not brought back. */
export async function decide(
  tx: Tx,
  publicId: string,
  extensionId: string,
  { granted, note }: BodyOf<typeof decideExtension>,
): Promise<DealDetail> {
  const row = await loadFor(tx, "decideExtension", publicId, null);
  if (!granted && note === undefined) throw invalid("/note", "Say why it is not granted.");
  const { settings } = await currentRules(tx);
  const until =
    granted && row.protected_until !== null
      ? row.protected_until
          .toZonedDateTimeISO(tx.vendor.timezone)
          .add({ days: settings.extension.days })
          .toInstant()
      : null;
  const done = await changed(
    tx,
    sql`update registration_extension set granted = ${granted}, until = ${until?.toString() ?? null},
        decision_note = ${note ?? null}, decided_by = ${tx.actor.membershipId}, decided_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${fromPublicId("ext", extensionId, "request for more time")}
        and registration_id = ${row.id} and decided_at is null`,
  );
  if (done !== 1) throw notFound("open request for more time");
  if (until !== null) {
    if (!(await store.updateDeal(tx, row, { protected_until: until.toString() }))) throw changedMeanwhile();
    await holdUntil(tx, row.id, until);
  }
  await record(tx, events.dealExtended, aboutOf(row), {
    ...namesOf(row),
    granted,
    until: until?.toString() ?? null,
    note: note ?? null,
  });
  return detailOf(tx, publicId);
}
