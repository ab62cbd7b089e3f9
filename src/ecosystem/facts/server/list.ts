import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { page, type SortKey } from "#platform/http/list.ts";
import { fromPublicId, toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { parseDay } from "#platform/time/day.ts";
import type { Fact, listFacts } from "../contract.ts";
import { assistedValue, type FactKindSpec } from "../kinds.ts";
import { writeNumber } from "../number.ts";
import { withinMoney } from "./facts.ts";
import { kindsOf } from "./kinds.ts";

export interface FactRow {
  id: string;
  partner_id: string;
  partner_name: string;
  kind: string;
  counts_on: string;
  amount_minor: bigint;
  currency: string | null;
  valid_until: string | null;
  country: string | null;
  location_id: string | null;
  location_name: string | null;
  source_kind: string;
  note: string | null;
  entered_by: string | null;
  corrects_id: string | null;
  corrected_by_id: string | null;
  recorded_at: Temporal.Instant;
}

/** What people wrote down, themselves or by a file; the rest the product has recorded. */
export const enteredSources = ["entry", "import"] as const;

export async function listFactRows(tx: Tx, query: QueryOf<typeof listFacts>) {
  const wanted = page(sortKeys, query);
  const conditions = [sql`true`];
  if (query.partnerId !== undefined)
    conditions.push(sql`f.partner_id = ${fromPublicId("par", query.partnerId, "partner")}`);
  if (query.kind !== undefined) conditions.push(sql`f.kind = ${query.kind}`);
  if (query.from !== undefined)
    conditions.push(sql`f.counts_on >= ${parseDay(query.from, "?from").toString()}::date`);
  if (query.until !== undefined)
    conditions.push(sql`f.counts_on < ${parseDay(query.until, "?until").toString()}::date`);
  if (query.through !== undefined)
    conditions.push(sql`f.counts_on <= ${parseDay(query.through, "?through").toString()}::date`);
  const found = await rows(
    tx,
    select(
      tx,
      sql`${sql.join(conditions, sql` and `)} and ${wanted.after}`,
      sql`order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
  const { rows: shown, nextCursor } = wanted.finish(found);
  const kinds = await kindsOf(tx);
  return { items: shown.map((row) => present(tx, row, kinds)), nextCursor };
}

export async function findFactRow(tx: Tx, id: string): Promise<FactRow | null> {
  const [row] = await rows(tx, select(tx, sql`f.id = ${id}`, sql``));
  return row ?? null;
}

/**
 * A partner is not told one by one which sales of others its touchpoints helped: the amounts would say what they were
 * worth.
 */
function toldOneByOne({ actor }: Tx): RawBuilder<boolean> {
  return actor.databaseRole === "hanse_partner" ? sql`f.kind <> ${assistedValue}` : sql`true`;
}

function select(tx: Tx, where: RawBuilder<unknown>, end: RawBuilder<unknown>): RawBuilder<FactRow> {
  return sql<FactRow>`select f.id, f.partner_id, p.name as partner_name, f.kind, f.counts_on, f.amount_minor, f.currency,
      f.valid_until, f.country, f.location_id, l.name as location_name, f.source_kind, f.note, m.name as entered_by,
      f.corrects_id, c.id as corrected_by_id, f.recorded_at
    from fact f
    join partner p on p.vendor_id = f.vendor_id and p.id = f.partner_id
    left join partner_location l on l.vendor_id = f.vendor_id and l.id = f.location_id
    left join membership m on m.vendor_id = f.vendor_id and m.id = f.entered_by
    left join fact c on c.vendor_id = f.vendor_id and c.corrects_id = f.id
    where f.vendor_id = ${tx.vendorId} and ${withinMoney(tx, sql`f.partner_id`)} and ${toldOneByOne(tx)} and ${where} ${end}`;
}

const sortKeys: SortKey<FactRow>[] = [
  { expression: sql`f.counts_on`, type: "date", direction: "desc", value: (row) => row.counts_on },
  {
    expression: sql`f.recorded_at`,
    type: "timestamptz",
    direction: "desc",
    value: (row) => row.recorded_at.toString(),
  },
  { expression: sql`f.kind`, type: "text", direction: "desc", value: (row) => row.kind },
  { expression: sql`f.amount_minor`, type: "bigint", direction: "desc", value: (row) => row.amount_minor },
  { expression: sql`f.id`, type: "uuid", direction: "desc", value: (row) => row.id },
];

function mayEnter({ actor }: Tx): boolean {
  return actor.databaseRole !== "hanse_job" && actor.can.has("fact.enter");
}

export function present(tx: Tx, row: FactRow, kinds: ReadonlyMap<string, FactKindSpec>): Fact {
  const kind = kinds.get(row.kind);
  const isEntered = enteredSources.some((one) => one === row.source_kind);
  const ofVendor = tx.actor.databaseRole !== "hanse_partner";
  return {
    id: toPublicId("fct", row.id),
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    kind: { key: row.kind, label: kind?.label ?? row.kind },
    counts: kind?.counts ?? "sum",
    value: writeNumber({ amountMinor: row.amount_minor, currency: row.currency }),
    currency: row.currency,
    countsOn: row.counts_on,
    validUntil: row.valid_until,
    country: row.country,
    location:
      row.location_id === null
        ? null
        : { id: toPublicId("loc", row.location_id), name: row.location_name ?? "" },
    source: {
      kind: row.source_kind === "entry" ? "entered" : row.source_kind === "import" ? "file" : "product",
      note: row.note,
      enteredBy: ofVendor ? row.entered_by : null,
    },
    corrects: toPublicIdOrNull("fct", row.corrects_id),
    correctedBy: toPublicIdOrNull("fct", row.corrected_by_id),
    recordedAt: row.recorded_at.toString(),
    can: { correct: ofVendor && isEntered && row.corrected_by_id === null && mayEnter(tx) },
  };
}
