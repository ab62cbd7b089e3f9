import { sql } from "kysely";
import type { Door } from "#platform/database/door.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { VendorContext } from "#platform/principal.ts";
import { events } from "../events.ts";
import { aboutOf, letNextMoveUp, namesOf } from "./about.ts";
import { releaseSeries } from "./claims.ts";
import { ended } from "./clocks.ts";
import { remind } from "./remind.ts";
import * as store from "./store.ts";
import { tell } from "./tell.ts";

/*
 * What the clock does by itself: decisions are told, protections end, questions stay unanswered, and what comes near is
 * told. Each registration is a transaction of its own, so that one that fails keeps no other from its time. What is over
 * counts as over at its moment, whether or not this has run: it only writes that down and tells of it.
 */

/** Does all that is due for a vendor; answers how many things were. */
export async function keepTime(door: Door, vendor: VendorContext): Promise<number> {
  const due = await door.withJob(vendor, async (tx) => ({
    decisions: await decisionsDue(tx),
    expired: await over(
      tx,
      sql`state = 'approved' and protected_until <= ${tx.now().toString()}::timestamptz`,
    ),
    silent: await over(
      tx,
      sql`state = 'needs-information' and exists (select from registration_question q where q.vendor_id = d.vendor_id
        and q.registration_id = d.id and q.answered_at is null and q.due_at <= ${tx.now().toString()}::timestamptz)`,
    ),
  }));
  for (const id of due.decisions) await door.withJob(vendor, (tx) => tell(tx, id));
  for (const id of due.expired) await door.withJob(vendor, (tx) => expire(tx, id));
  for (const id of due.silent) await door.withJob(vendor, (tx) => closeSilent(tx, id));
  const reminders = await door.withJob(vendor, remind);
  return due.decisions.length + due.expired.length + due.silent.length + reminders;
}

async function decisionsDue(tx: Tx): Promise<string[]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
    }>`select id from registration_decision where vendor_id = ${tx.vendorId} and told_at is null
      and taken_back_at is null and tell_at <= ${tx.now().toString()}::timestamptz order by tell_at, id limit 1000`,
  );
  return found.map((row) => row.id);
}

async function over(tx: Tx, condition: ReturnType<typeof sql>): Promise<string[]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
    }>`select d.id from registration d where d.vendor_id = ${tx.vendorId} and ${condition} order by d.id limit 1000`,
  );
  return found.map((row) => row.id);
}

async function expire(tx: Tx, id: string): Promise<void> {
  await store.lockDeal(tx, id);
  const row = await store.findDeal(tx, id);
  const until = row?.protected_until ?? null;
  if (row === null || row.state !== "approved" || until === null) return;
  if (Temporal.Instant.compare(tx.now(), until) < 0) return;
  if (!(await store.updateDeal(tx, row, { state: "expired" }))) return;
  await letNextMoveUp(tx, () => releaseSeries(tx, id, []));
  await record(tx, events.dealExpired, aboutOf(row), { ...namesOf(row), protectedUntil: until.toString() });
}

/** Whoever does not answer in time gives the place to the next; a new registration is a new one. */
async function closeSilent(tx: Tx, id: string): Promise<void> {
  await store.lockDeal(tx, id);
  const row = await store.findDeal(tx, id);
  if (row === null || row.state !== "needs-information" || row.question_due_at === null) return;
  if (Temporal.Instant.compare(tx.now(), row.question_due_at) < 0) return;
  const reason = "The question was not answered in time.";
  const set = { state: "withdrawn", reason, ...(await ended(tx, row)) };
  if (!(await store.updateDeal(tx, row, set))) return;
  await letNextMoveUp(tx, () => releaseSeries(tx, id, []));
  await record(tx, events.dealWithdrawn, aboutOf(row), { ...namesOf(row), reason });
}
