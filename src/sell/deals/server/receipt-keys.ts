import type { Pool } from "pg";

/*
 * The key that signs receipts follows from the installation's secret. Where the secret is lost and becomes another, so
 * does the key; the public halves of all that were ever used are kept with the data, and so in every backup.
 */

/** Notes the key that is used from now on. */
export async function keepReceiptKey(pool: Pool, publicKey: string): Promise<void> {
  await pool.query(
    "update installation set receipt_keys = receipt_keys || $1::text where not receipt_keys @> array[$1::text]",
    [publicKey],
  );
}

/** Keys that were used before, the oldest first. */
export async function earlierReceiptKeys(pool: Pool, publicKey: string): Promise<string[]> {
  const found = await pool.query<{ receipt_keys: string[] }>("select receipt_keys from installation");
  return (found.rows[0]?.receipt_keys ?? []).filter((key) => key !== publicKey);
}
