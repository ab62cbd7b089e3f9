import type { Insertable } from "kysely";
import type { DB } from "#platform/database/schema.gen.ts";

/** Rows per table, in an order in which they can be put down. */
export type Seed = { [Table in keyof DB]?: Insertable<DB[Table]>[] };

/** The day from which everything in the world holds. */
export const since = "2025-01-01";
export const sinceInstant = `${since}T00:00:00Z`;
