import { type RawBuilder, sql } from "kysely";

/** Where the account of a statement's alias is, as ISO 3166-1 alpha-2; null where that is not known. */
export function countryOf(alias: string): RawBuilder<string | null> {
  const country = sql.ref(`${alias}.country`);
  return sql`case when ${country} ~ '^[A-Z]{2}$' then ${country} end`;
}
