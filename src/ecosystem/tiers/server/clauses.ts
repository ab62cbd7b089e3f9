import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import { recordAll } from "#platform/events/record.ts";
import type { BodyOf, QueryOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import { invalid, notFound } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { rankOf } from "../../ladders/contract.ts";
import { programOf } from "../../programs/index.ts";
import type { GrandfatherClause, grantClause, listClauses } from "../contract.ts";
import { events } from "../events.ts";
import { checkDays, knownLevel } from "./exceptions.ts";
import { levelsOn } from "./tiers.ts";
import { publishedVersions, versionOnDay } from "./versions.ts";

/* A clause is for those who have the level on the day it is given: a row for each, so that it can be told to whom. */

interface ClauseRow {
  clause_id: string;
  level: string;
  reason: string;
  effective_from: string;
  effective_until: string;
  partners: number;
  granted_by: string;
  granted_at: Temporal.Instant;
}

const clauses = (
  tx: Tx,
  programId: string,
) => sql`(select c.clause_id, c.level, c.reason, c.effective_from::text,
    c.effective_until::text, count(*)::int as partners, m.name as granted_by, c.granted_at
  from tier_grandfather c join membership m on m.vendor_id = c.vendor_id and m.id = c.granted_by
  where c.vendor_id = ${tx.vendorId} and c.program_id = ${programId}
  group by c.clause_id, c.level, c.reason, c.effective_from, c.effective_until, m.name, c.granted_at) as c`;

export async function readClauses(tx: Tx, publicId: string, query: QueryOf<typeof listClauses>) {
  const program = await programOf(tx, publicId);
  const wanted = page<ClauseRow>(
    [{ expression: sql`c.clause_id`, type: "uuid", direction: "desc", value: (row) => row.clause_id }],
    query,
  );
  const found = await rows(
    tx,
    sql<ClauseRow>`select * from ${clauses(tx, program.id)} where ${wanted.after} order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const { rows: listed, nextCursor } = wanted.finish(found);
  return { items: listed.map(present), nextCursor };
}

/** Promises everyone who has at least a level today that they keep it. @throws Problem 404, 422 where nobody has it */
export async function grantFor(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof grantClause>,
): Promise<GrandfatherClause> {
  const program = await programOf(tx, publicId);
  const today = tx.today();
  const until = parseDay(body.until, "/until");
  checkDays(tx, today, until);
  await knownLevel(tx, program.id, body.level);
  const version = versionOnDay(await publishedVersions(tx, program.id), today.toString());
  const rank = version === null ? -1 : rankOf(version.rules, body.level);
  const levels = await levelsOn(tx, program.id, today);
  const holders = [...levels].filter(
    ([, level]) => version !== null && rank > 0 && rankOf(version.rules, level) >= rank,
  );
  if (holders.length === 0)
    throw invalid("/level", `Nobody has ${body.level} today, so there is nothing to keep.`);
  const clauseId = newId();
  const given = holders.map(([partner]) => ({ id: newId(), partner }));
  await sql`insert into tier_grandfather (vendor_id, id, partner_id, program_id, clause_id, level, reason, effective_from,
      effective_until, granted_by, granted_at)
    select ${tx.vendorId}::uuid, x.id, x.partner, ${program.id}::uuid, ${clauseId}::uuid, ${body.level}, ${body.reason},
      ${today.toString()}::date, ${until.toString()}::date, ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (id uuid, partner uuid)`.execute(tx.db);
  await recordAll(
    tx,
    events.grandfathered,
    holders.map(([partnerId]) => ({
      about: { subject: { kind: "partner", id: partnerId }, partnerId },
      payload: {
        program: program.name,
        programId: publicId,
        level: body.level,
        until: until.toString(),
        reason: body.reason,
      },
    })),
  );
  const row = await maybe(
    tx,
    sql<ClauseRow>`select * from ${clauses(tx, program.id)} where c.clause_id = ${clauseId}`,
  );
  if (row === null) throw notFound("clause");
  return present(row);
}

function present(row: ClauseRow): GrandfatherClause {
  return {
    id: toPublicId("tgc", row.clause_id),
    level: row.level,
    reason: row.reason,
    from: row.effective_from,
    until: row.effective_until,
    partners: row.partners,
    grantedBy: row.granted_by,
    grantedAt: row.granted_at.toString(),
  };
}
