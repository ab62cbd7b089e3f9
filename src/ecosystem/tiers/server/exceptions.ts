import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { compareDays, type Day, parseDay } from "#platform/time/day.ts";
import { programOf } from "../../programs/index.ts";
import type { grantException, listExceptions, TierException } from "../contract.ts";
import { events } from "../events.ts";
import { nextReviewAfter, publishedVersions, versionOnDay } from "./versions.ts";

/** Nothing lies so far ahead that nobody looks at it again. */
const longestYears = 3;

interface ExceptionRow {
  id: string;
  partner_id: string;
  partner: string;
  program_id: string;
  program: string;
  level: string;
  reason: string;
  effective_from: string;
  effective_until: string;
  granted_by: string;
  granted_at: Temporal.Instant;
  ended_by: string | null;
}

const columns = sql`e.id, e.partner_id, p.name as partner, e.program_id, g.name as program, e.level, e.reason, e.effective_from::text,
  e.effective_until::text, m.name as granted_by, e.granted_at, x.name as ended_by`;
const tables = sql`tier_exception e
  join partner p on p.vendor_id = e.vendor_id and p.id = e.partner_id
  join program g on g.vendor_id = e.vendor_id and g.id = e.program_id
  join membership m on m.vendor_id = e.vendor_id and m.id = e.granted_by
  left join membership x on x.vendor_id = e.vendor_id and x.id = e.ended_by`;

export async function readExceptions(tx: Tx, publicId: string, query: QueryOf<typeof listExceptions>) {
  const program = await programOf(tx, publicId);
  const partnerId = query.partnerId === undefined ? null : fromPublicId("par", query.partnerId, "partner");
  const wanted = page<ExceptionRow>(
    [
      {
        expression: sql`e.effective_until`,
        type: "date",
        direction: "desc",
        value: (row) => row.effective_until,
      },
      { expression: sql`e.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const found = await rows(
    tx,
    sql<ExceptionRow>`select ${columns} from ${tables} where e.vendor_id = ${tx.vendorId} and e.program_id = ${program.id}
      and (${partnerId === null} or e.partner_id = ${partnerId}::uuid) and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const { rows: listed, nextCursor } = wanted.finish(found);
  return { items: listed.map((row) => present(tx, row)), nextCursor };
}

/**
 * Gives a partner a level for a time.
 * @throws Problem 404, 409 `exception-in-the-way`, 422 for a level that the program does not have or days out of order
 */
export async function grant(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof grantException>,
): Promise<TierException> {
  const program = await programOf(tx, publicId);
  const partnerId = fromPublicId("par", body.partnerId, "partner");
  const partner = await maybe(
    tx,
    sql`select 1 from partner where vendor_id = ${tx.vendorId} and id = ${partnerId} for update`,
  );
  if (partner === null) throw notFound("partner");
  const from = body.from === undefined ? tx.today() : parseDay(body.from, "/from");
  const until = parseDay(body.until, "/until");
  checkDays(tx, from, until);
  await knownLevel(tx, program.id, body.level);
  const before = await maybe(
    tx,
    sql<{ level: string; until: string }>`select level, effective_until::text as until from tier_exception
      where vendor_id = ${tx.vendorId} and program_id = ${program.id} and partner_id = ${partnerId}
        and daterange(effective_from, effective_until) && daterange(${from.toString()}::date, ${until.toString()}::date) limit 1`,
  );
  if (before !== null) {
    throw conflict(
      "exception-in-the-way",
      `It has ${before.level} by an exception until ${before.until} already. End that one first, or begin this one then.`,
    );
  }
  const id = newId();
  await sql`insert into tier_exception (vendor_id, id, partner_id, program_id, level, reason, effective_from, effective_until, granted_by, granted_at)
    values (${tx.vendorId}, ${id}, ${partnerId}, ${program.id}, ${body.level}, ${body.reason}, ${from.toString()}, ${until.toString()},
      ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(tx.db);
  const row = await load(tx, id);
  await record(tx, events.exceptionGranted, about(row), {
    ...said(row),
    from: row.effective_from,
    reason: row.reason,
  });
  return present(tx, row);
}

/** Ends an exception today. @throws Problem 404, 409 `exception-over` */
export async function end(tx: Tx, publicId: string): Promise<TierException> {
  const id = fromPublicId("tex", publicId, "exception");
  const today = tx.today().toString();
  const ended = await maybe(
    tx,
    sql<{ id: string }>`update tier_exception set effective_until = greatest(effective_from, ${today}::date),
        ended_by = ${tx.actor.membershipId}, ended_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${id} and effective_until > ${today}::date and ended_at is null returning id`,
  );
  const row = await load(tx, id);
  if (ended === null) throw conflict("exception-over", "This exception is over already.");
  await record(tx, events.exceptionEnded, about(row), said(row));
  return present(tx, row);
}

/** @throws Problem 422 where the program has no such level, now or by a version that is already published */
export async function knownLevel(tx: Tx, programId: string, level: string): Promise<void> {
  const versions = await publishedVersions(tx, programId);
  const known = [
    versionOnDay(versions, tx.today().toString()),
    nextReviewAfter(versions, tx.today())?.version,
  ];
  const levels = known.flatMap((version) =>
    version ? [version.rules.ladder.base, ...version.rules.levels.map((one) => one.level)] : [],
  );
  if (levels.includes(level)) return;
  const there = [...new Set(levels)].join(", ");
  throw invalid(
    "/level",
    there === "" ? "This program has no levels." : `The program's levels are ${there}.`,
  );
}

export function checkDays(tx: Tx, from: Day, until: Day): void {
  if (compareDays(from, tx.today()) < 0)
    throw invalid("/from", "It cannot begin in the past. Choose today or later.");
  if (compareDays(until, from) <= 0) throw invalid("/until", "It ends before it begins. Choose a later day.");
  if (compareDays(until, from.add({ years: longestYears })) > 0) {
    throw invalid("/until", `Choose a day within ${longestYears} years.`);
  }
}

async function load(tx: Tx, id: string): Promise<ExceptionRow> {
  const row = await maybe(
    tx,
    sql<ExceptionRow>`select ${columns} from ${tables} where e.vendor_id = ${tx.vendorId} and e.id = ${id}`,
  );
  if (row === null) throw notFound("exception");
  return row;
}

function about(row: ExceptionRow) {
  return { subject: { kind: "partner", id: row.partner_id }, partnerId: row.partner_id };
}

function said(row: ExceptionRow) {
  return {
    program: row.program,
    programId: toPublicId("prg", row.program_id),
    level: row.level,
    until: row.effective_until,
  };
}

function present(tx: Tx, row: ExceptionRow): TierException {
  const today = tx.today().toString();
  const isOver = row.effective_until <= today;
  const mayEnd = tx.actor.membershipId !== null && tx.actor.can.has("tier.except");
  return {
    id: toPublicId("tex", row.id),
    partner: { id: toPublicId("par", row.partner_id), name: row.partner },
    program: { id: toPublicId("prg", row.program_id), name: row.program },
    level: row.level,
    reason: row.reason,
    from: row.effective_from,
    until: row.effective_until,
    state: isOver ? "over" : row.effective_from > today ? "planned" : "in-force",
    grantedBy: row.granted_by,
    grantedAt: row.granted_at.toString(),
    endedBy: row.ended_by,
    can: { end: mayEnd && !isOver },
  };
}
