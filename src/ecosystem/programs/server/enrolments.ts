import { type RawBuilder, sql } from "kysely";
import { changed, maybe, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import { load } from "./load.ts";
import type { ProgramRow } from "./store.ts";
import { versionOn } from "./versions.ts";

/* Decisions by name: who is in a program, or is not, whatever its criteria say. */

interface EnrolmentRow {
  id: string;
  partner_id: string;
  partner_name: string;
  kind: "included" | "excluded";
  reason: string;
  effective_from: string;
  effective_until: string | null;
  decided_by: string | null;
  decided_at: Temporal.Instant;
  ended_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_reason: string | null;
}

function select(tx: Tx, programId: string, which: RawBuilder<unknown>) {
  return sql<EnrolmentRow>`select e.id, e.partner_id, p.name as partner_name, e.kind, e.reason, e.effective_from::text,
      e.effective_until::text, m.name as decided_by, e.decided_at, n.name as ended_by, e.ended_at, e.ended_reason
    from program_enrolment e join partner p on p.vendor_id = e.vendor_id and p.id = e.partner_id
    left join membership m on m.vendor_id = e.vendor_id and m.id = e.decided_by
    left join membership n on n.vendor_id = e.vendor_id and n.id = e.ended_by
    where e.vendor_id = ${tx.vendorId} and e.program_id = ${programId} and ${which}`;
}

export async function listEnrolments(tx: Tx, programId: string, query: { cursor?: string; limit?: number }) {
  const program = await load(tx, programId);
  const wanted = page<EnrolmentRow>(
    [
      {
        expression: sql`e.decided_at`,
        type: "timestamptz",
        direction: "desc",
        value: (row) => row.decided_at.toString(),
      },
      { expression: sql`e.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const which = sql`${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`;
  const found = wanted.finish(await rows(tx, select(tx, program.id, which)));
  return { items: found.rows.map(present), nextCursor: found.nextCursor };
}

/**
 * Takes a partner into a program, or leaves it out, from a day on.
 * @throws Problem 404, 409 `decided-already` where another decision holds at that time, 422 where no track would be there
 */
export async function enrol(
  tx: Tx,
  programId: string,
  body: BodyOf<typeof contract.enrolPartner>,
): Promise<contract.Enrolment> {
  const program = await load(tx, programId);
  const partnerId = fromPublicId("par", body.partnerId, "partner");
  const known = await maybe(
    tx,
    sql<{
      name: string;
    }>`select name from partner where vendor_id = ${tx.vendorId} and id = ${partnerId} for share`,
  );
  if (known === null) throw notFound("partner");
  const from = parseDay(body.effectiveFrom, "/effectiveFrom");
  const until =
    body.effectiveUntil === undefined ? null : parseDay(body.effectiveUntil, "/effectiveUntil").toString();
  if (until !== null && until <= from.toString()) {
    throw invalid("/effectiveUntil", "It would end before it begins. Choose a later day, or leave it open.");
  }
  if ((await versionOn(tx, program.id, from)) === null) {
    throw invalid(
      "/effectiveFrom",
      `No version of ${program.name} holds on that day, so ${known.name} would be without a track. Choose a day from the first version on, or publish one before.`,
    );
  }
  const id = newId();
  const done = await changed(
    tx,
    sql`insert into program_enrolment (vendor_id, id, program_id, partner_id, kind, reason, effective_from, effective_until, decided_by, decided_at)
      values (${tx.vendorId}, ${id}, ${program.id}, ${partnerId}, ${body.kind}, ${body.reason}, ${from.toString()}::date, ${until}::date,
        ${tx.actor.membershipId}, ${tx.now().toString()})
      on conflict on constraint program_enrolment_one_at_a_time do nothing`,
  );
  if (done === 0) {
    throw conflict(
      "decided-already",
      `Another decision about ${known.name} holds at that time. End it first, or choose other days.`,
    );
  }
  const type = body.kind === "included" ? contract.events.partnerIncluded : contract.events.partnerExcluded;
  const about = { effectiveFrom: from.toString(), effectiveUntil: until, reason: body.reason };
  await record(tx, type, subjectOf(program, partnerId), { name: program.name, ...about });
  return present(await one(tx, program.id, id));
}

/** Ends a decision: from that day on the criteria hold again. */
export async function endEnrolment(
  tx: Tx,
  programId: string,
  enrolmentId: string,
  body: BodyOf<typeof contract.endEnrolment>,
): Promise<contract.Enrolment> {
  const program = await load(tx, programId);
  const row = await one(tx, program.id, fromPublicId("enr", enrolmentId, "decision"));
  const asked = parseDay(body.effectiveUntil ?? tx.today().toString(), "/effectiveUntil").toString();
  // One that has not begun yet never holds.
  const isToCome = asked < row.effective_from;
  const until = isToCome ? row.effective_from : asked;
  if (body.effectiveUntil !== undefined && asked < tx.today().toString()) {
    throw invalid("/effectiveUntil", "What held until today held. Choose today or a later day.");
  }
  const done = await changed(
    tx,
    sql`update program_enrolment set effective_until = ${until}::date, ended_by = ${tx.actor.membershipId},
        ended_at = ${tx.now().toString()}, ended_reason = ${body.reason}
      where vendor_id = ${tx.vendorId} and id = ${row.id} and ended_at is null
        and (effective_until is null or effective_until > ${until}::date)`,
  );
  if (done === 0)
    throw conflict("ended-already", "This decision has ended already, or ends before that day.");
  await record(tx, contract.events.enrolmentEnded, subjectOf(program, row.partner_id), {
    name: program.name,
    effectiveUntil: until,
    reason: body.reason,
  });
  return present(await one(tx, program.id, row.id));
}

function subjectOf(program: ProgramRow, partnerId: string) {
  return { subject: { kind: "program", id: program.id }, partnerId };
}

async function one(tx: Tx, programId: string, id: string): Promise<EnrolmentRow> {
  const row = await maybe(tx, select(tx, programId, sql`e.id = ${id}`));
  if (row === null) throw notFound("decision");
  return row;
}

function present(row: EnrolmentRow): contract.Enrolment {
  return {
    id: toPublicId("enr", row.id),
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    kind: row.kind,
    reason: row.reason,
    effectiveFrom: row.effective_from,
    effectiveUntil: row.effective_until,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toString(),
    ended:
      row.ended_at === null
        ? null
        : { by: row.ended_by, at: row.ended_at.toString(), reason: row.ended_reason ?? "" },
  };
}
