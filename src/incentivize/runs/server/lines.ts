import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import { notFound } from "#platform/problem.ts";
import { explanationOf, type KeptRow, receiptFrom } from "../../plans/index.ts";
import type { explainRunLine, RunLine } from "../contract.ts";
import type { RunRow } from "./store.ts";

/** The lines of a run, wherever they are: in the preview, or earnings once it is posted. */
export function linesOf(tx: Tx, run: RunRow): RawBuilder<unknown> {
  const table = run.state === "posted" ? sql`earning` : sql`run_line`;
  return sql`(select id, component, line_kind, partner_id, partner_name, opportunity_id, closed_on, hold_until, amount_minor, currency
    from ${table} where vendor_id = ${tx.vendorId} and run_id = ${run.id})`;
}

/** One line of a run with why it has its amount; in a preview it is explained as it would be posted. */
export async function explained(
  tx: Tx,
  run: RunRow,
  lineId: string,
): Promise<ResponseOf<typeof explainRunLine>> {
  const line = await maybe(tx, lineRows(tx, run, sql`l.id = ${lineId}`));
  const kept = await keptLine(tx, run, lineId);
  if (line === null || kept === null) throw notFound("line");
  return { ...explanationOf(await receiptFrom(tx, kept)), line: presentLine(line) };
}

/** What the receipt of a line is rebuilt from. A preview has the vendor's name and zone of today, as posting will. */
async function keptLine(tx: Tx, run: RunRow, lineId: string): Promise<KeptRow | null> {
  const columns =
    run.state === "posted"
      ? sql`period, plan_id, vendor_name, vendor_zone from earning`
      : sql`${run.booked_in} as period, ${run.plan_id}::uuid as plan_id, ${tx.vendor.name} as vendor_name, ${tx.vendor.timezone} as vendor_zone from run_line`;
  return maybe(
    tx,
    sql<KeptRow>`select id, component, line_kind, adjusts_id, booked_minor, facts, digest, plan_version_id, ${columns}
      where vendor_id = ${tx.vendorId} and run_id = ${run.id} and id = ${lineId}`,
  );
}

interface LineRow {
  id: string;
  component: string;
  line_kind: "first" | "adjustment" | "reversal";
  partner_id: string;
  partner_name: string;
  opportunity_id: string;
  opportunity_name: string;
  external_id: string | null;
  closed_on: string;
  hold_until: string;
  amount_minor: bigint;
  currency: string;
}

export async function listLines(
  tx: Tx,
  run: RunRow,
  query: { partnerId?: string; kind?: string; cursor?: string; limit?: number },
) {
  const wanted = page<LineRow>(
    [{ expression: sql`l.id`, type: "uuid", direction: "asc", value: (row) => row.id }],
    query,
  );
  const partner = query.partnerId === undefined ? sql`true` : sql`l.partner_id = ${query.partnerId}`;
  const kind = query.kind === undefined ? sql`true` : sql`l.component = ${query.kind}`;
  const found = wanted.finish(
    await rows(
      tx,
      sql<LineRow>`${lineRows(tx, run, sql`${partner} and ${kind} and ${wanted.after}`)} order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  return { items: found.rows.map(presentLine), nextCursor: found.nextCursor };
}

function lineRows(tx: Tx, run: RunRow, condition: RawBuilder<unknown>): RawBuilder<LineRow> {
  return sql<LineRow>`select l.*, o.name as opportunity_name, o.external_id from ${linesOf(tx, run)} as l
    join opportunity o on o.vendor_id = ${tx.vendorId} and o.id = l.opportunity_id where ${condition}`;
}

function presentLine(row: LineRow): RunLine {
  return {
    id: toPublicId("ern", row.id),
    kind: row.component,
    entry: row.line_kind,
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    opportunity: {
      id: toPublicId("opp", row.opportunity_id),
      name: row.opportunity_name,
      externalId: row.external_id,
    },
    closedOn: row.closed_on,
    holdUntil: row.hold_until,
    amount: toJson({ minor: row.amount_minor, currency: row.currency }),
  };
}
