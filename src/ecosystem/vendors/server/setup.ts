import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Pool } from "pg";
import type { Door } from "#platform/database/door.ts";
import { changed, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { conflict, invalid } from "#platform/problem.ts";
import type { setUp } from "../contract.ts";
import { createVendor } from "./vendors.ts";

const hashOf = (token: string) => createHash("sha256").update(token).digest();

export async function setupIsNeeded(ownerPool: Pool): Promise<boolean> {
  const found = await ownerPool.query<{ needed: boolean }>(
    "select set_up_at is null as needed from installation",
  );
  return found.rows[0]?.needed ?? false;
}

/** A fresh one-time token for the first visit; null when the installation has its administrator. The older token ends. */
export async function announceSetup(ownerPool: Pool): Promise<string | null> {
  const token = randomBytes(24).toString("base64url");
  const done = await ownerPool.query(
    "update installation set setup_token_hash = $1 where set_up_at is null",
    [hashOf(token)],
  );
  return done.rowCount === 1 ? token : null;
}

/** Creates the vendor and its first administrator, once: whoever comes second finds the token used. */
export async function setUpInstallation(
  ownerPool: Pool,
  door: Door,
  wanted: BodyOf<typeof setUp>,
): Promise<{ vendorId: string }> {
  if (!(await setupIsNeeded(ownerPool))) throw alreadySetUp();
  return createVendor(
    door,
    {
      name: wanted.vendorName,
      timezone: wanted.timezone,
      currency: wanted.currency,
      locale: wanted.locale,
      admin: { name: wanted.name, email: wanted.email, password: wanted.password },
    },
    (tx) => useToken(tx, wanted.token),
  );
}

async function useToken(tx: Tx, token: string): Promise<void> {
  const used = await changed(
    tx,
    sql`update installation set set_up_at = now() where set_up_at is null and setup_token_hash = ${hashOf(token)}`,
  );
  if (used !== 1) throw invalid("/token", "This is not the token that the console shows.");
}

/** An installation that got its first vendor another way, at the console, needs no first visit. */
export async function closeSetup(ownerPool: Pool): Promise<void> {
  await ownerPool.query("update installation set set_up_at = now() where set_up_at is null");
}

function alreadySetUp() {
  return conflict("already-set-up", "This installation has its administrator already. Sign in.");
}
