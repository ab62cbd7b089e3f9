import { sql } from "kysely";
import { one, type Tx } from "#platform/database/tx.ts";

/**
 * Until the transaction ends no other import of the vendor takes rows over. Waits for one that does; `onWait` is called
 * again and again meanwhile and may throw to give up.
 */
export async function waitForTurn(tx: Tx, onWait: () => void): Promise<void> {
  while (!(await takeTurn(tx))) {
    onWait();
    await sql`select pg_sleep(0.2)`.execute(tx.db);
  }
}

/** The same without waiting; answers whether it is our turn. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const { got } = await one<{ got: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`import ${tx.vendorId}`}, 0)) as got`,
  );
  return got;
}

/** Until the transaction ends nobody else reads the same file into the stage. */
export async function holdStage(tx: Tx, importId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import stage ${importId}`}, 0))`.execute(tx.db);
}

/** Statements over a whole file sort and join more than those of a request; compiling them never pays. */
export async function prepareForBulk(tx: Tx): Promise<void> {
  await sql`set local work_mem = '64MB'`.execute(tx.db);
  await sql`set local jit = off`.execute(tx.db);
}
