import { type RawBuilder, sql } from "kysely";
import { Problem } from "../problem.ts";

/** Rows of a page when the caller says nothing. */
const defaultLimit = 50;

/** One column that a list is ordered by; together they must tell every two rows apart. */
export interface SortKey<Row> {
  /** The column or expression. */
  expression: RawBuilder<unknown>;
  /** SQL type of the value in the cursor, such as `date` or `uuid`. */
  type: "text" | "uuid" | "date" | "bigint" | "integer" | "timestamptz";
  direction: "asc" | "desc";
  value: (row: Row) => string | number | bigint | null;
}

export interface Page<Row> {
  /** `where` part: `true`, or rows after the cursor. */
  after: RawBuilder<boolean>;
  orderBy: RawBuilder<unknown>;
  /** One row more than asked for, to know whether there is a next page. */
  limit: RawBuilder<unknown>;
  /** Cuts the extra row off and makes the cursor. */
  finish: (rows: Row[]) => { rows: Row[]; nextCursor: string | null };
}

/**
 * Keyset paging: the cursor holds the sort values of the last row, so that a page costs the same wherever it lies and
 * nothing is shown twice while rows come in. All keys go one way; nulls are not allowed in them.
 * @throws Problem 422 when the cursor was not made by the same list
 */
export function page<Row>(
  keys: readonly SortKey<Row>[],
  query: { cursor?: string; limit?: number },
): Page<Row> {
  const limit = query.limit ?? defaultLimit;
  const direction = keys[0]?.direction ?? "asc";
  const columns = sql.join(keys.map((key) => key.expression));
  const after =
    query.cursor === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(${columns}) ${sql.raw(direction === "asc" ? ">" : "<")} (${sql.join(valuesOf(query.cursor, keys))})`;
  return {
    after,
    orderBy: sql.join(keys.map((key) => sql`${key.expression} ${sql.raw(key.direction)}`)),
    limit: sql`${limit + 1}`,
    finish: (rows) => {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { rows: shown, nextCursor: more ? cursorOf(last, keys) : null };
    },
  };
}

function cursorOf<Row>(row: Row, keys: readonly SortKey<Row>[]): string {
  return Buffer.from(JSON.stringify(keys.map((key) => String(key.value(row))))).toString("base64url");
}

function valuesOf<Row>(cursor: string, keys: readonly SortKey<Row>[]): RawBuilder<unknown>[] {
  const values = parseCursor(cursor);
  if (values === null || values.length !== keys.length) throw badCursor();
  return keys.map((key, index) => {
    const value = values[index] ?? "";
    if (!fits[key.type].test(value)) throw badCursor();
    return sql`${value}::${sql.raw(key.type)}`;
  });
}

const fits: Record<SortKey<unknown>["type"], RegExp> = {
  text: /^[^\0]*$/s,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
  timestamptz: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z$/,
};

function parseCursor(cursor: string): string[] | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) && parsed.every((value) => typeof value === "string") ? parsed : null;
  } catch {
    return null;
  }
}

function badCursor(): Problem {
  return new Problem({
    status: 422,
    type: "invalid-input",
    detail: "The cursor does not belong to this list. Start again without one.",
    errors: [{ pointer: "?cursor", message: "Not a cursor of this list." }],
  });
}

/** `%` and `_` in what people search for mean themselves. */
export function containing(text: string): string {
  return `%${text.replaceAll("\\", "\\\\").replaceAll("%", "\\%").replaceAll("_", "\\_")}%`;
}
