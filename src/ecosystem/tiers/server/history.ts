import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { expand, type Ladder, type MeasuredJson, type Why } from "../../ladders/contract.ts";
import { programOf } from "../../programs/index.ts";
import type { listTierDecisions, TierDecision } from "../contract.ts";
import { countedOf } from "./requirements.ts";
import { findPartner } from "./standings.ts";

interface DecisionRow {
  id: string;
  program_id: string;
  program: string;
  place: string;
  review_on: string;
  decided_on: string;
  in_force_from: string;
  n: number;
  level: string;
  earned: string;
  why: Why;
  grace_until: string | null;
  measured: MeasuredJson;
  version: number;
  ladder: Ladder;
  recorded_at: Temporal.Instant;
  replaced: boolean;
}

/** A partner's reviews as they were decided, amendments included. */
export async function readDecisions(tx: Tx, publicId: string, query: QueryOf<typeof listTierDecisions>) {
  const partnerId = await findPartner(tx, publicId);
  const program = query.programId === undefined ? null : await programOf(tx, query.programId);
  const wanted = page<DecisionRow>(
    [
      { expression: sql`d.review_on`, type: "date", direction: "desc", value: (row) => row.review_on },
      { expression: sql`d.n`, type: "integer", direction: "desc", value: (row) => row.n },
      { expression: sql`d.id`, type: "uuid", direction: "desc", value: (row) => row.id },
    ],
    query,
  );
  const found = await rows(
    tx,
    sql<DecisionRow>`select d.id, d.program_id, p.name as program, d.place, d.review_on::text, d.decided_on::text,
        d.in_force_from::text, d.n, d.level, d.earned, d.why, d.grace_until::text, d.measured, v.version, v.ladder, d.recorded_at,
        exists (select from tier_decision l where l.vendor_id = d.vendor_id and l.program_id = d.program_id
          and l.partner_id = d.partner_id and l.place = d.place and l.review_on = d.review_on and l.n > d.n) as replaced
      from tier_decision d
      join program p on p.vendor_id = d.vendor_id and p.id = d.program_id
      join program_version v on v.vendor_id = d.vendor_id and v.id = d.program_version_id
      where d.vendor_id = ${tx.vendorId} and d.partner_id = ${partnerId}
        and (${program === null} or d.program_id = ${program?.id ?? null}::uuid) and ${wanted.after}
      order by ${wanted.orderBy} limit ${wanted.limit}`,
  );
  const { rows: listed, nextCursor } = wanted.finish(found);
  return { items: listed.map(present), nextCursor };
}

function present(row: DecisionRow): TierDecision {
  return {
    id: toPublicId("tde", row.id),
    program: { id: toPublicId("prg", row.program_id), name: row.program },
    place: row.place,
    reviewOn: row.review_on,
    decidedOn: row.decided_on,
    inForceFrom: row.in_force_from,
    n: row.n,
    replaced: row.replaced,
    level: row.level,
    earned: row.earned,
    why: row.why,
    graceUntil: row.grace_until,
    measured: row.measured,
    measures: countedOf(expand(row.ladder), row.measured),
    version: row.version,
    recordedAt: row.recorded_at.toString(),
  };
}
