import { createHash } from "node:crypto";
import type { Kysely, RawBuilder } from "kysely";
import type pg from "pg";
import type { Actor, VendorContext } from "../principal.ts";
import type { Clock } from "../time/clock.ts";
import type { DB } from "./schema.gen.ts";

/**
 * An open transaction as one actor: what it may see and change is already limited by the database role it runs as.
 * Every statement names the vendor itself all the same.
 */
export interface Tx {
  readonly db: Kysely<DB>;
  /** The connection itself, for COPY. */
  readonly client: pg.PoolClient;
  readonly actor: Actor;
  readonly vendor: VendorContext;
  readonly vendorId: string;
  /** The instant at which the act happens, by the clock that was passed in: the same from its beginning to its end. */
  now(): Temporal.Instant;
  /** That clock itself, for what has to be told from what came while the act was waiting. */
  readonly clock: Clock;
  /** The vendor's calendar day of `now`. */
  today(): Temporal.PlainDate;
}

/** All rows of a statement written in plain SQL. */
export async function rows<T>(tx: Pick<Tx, "db">, statement: RawBuilder<T>): Promise<T[]> {
  return (await statement.execute(tx.db)).rows;
}

/** The first row, or null. */
export async function maybe<T>(tx: Pick<Tx, "db">, statement: RawBuilder<T>): Promise<T | null> {
  return (await statement.execute(tx.db)).rows[0] ?? null;
}

/** The one row that a statement always gives, such as an aggregate. */
export async function one<T>(tx: Pick<Tx, "db">, statement: RawBuilder<T>): Promise<T> {
  const row = (await statement.execute(tx.db)).rows[0];
  if (row === undefined) throw new Error("A statement that always gives a row gave none.");
  return row;
}

/**
 * All rows of a statement that is asked all the time, under a name of its own: its connection keeps what the server made
 * of it. For statements whose text is one of few and that find their rows by a key.
 */
export async function prepared<T>(tx: Pick<Tx, "db" | "client">, statement: RawBuilder<T>): Promise<T[]> {
  const { sql: text, parameters } = statement.compile(tx.db);
  const answer = await tx.client.query({ name: nameOf(text), text, values: [...parameters] });
  return answer.rows as T[];
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 20);
  names.set(text, name);
  return name;
}

/** How many rows a statement changed. */
export async function changed(tx: Pick<Tx, "db">, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(tx.db)).numAffectedRows ?? 0n);
}
