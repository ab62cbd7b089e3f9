import { hashPassword } from "better-auth/crypto";
import { sql } from "kysely";
import type { Pool } from "pg";
import { maybe, type Tx } from "../database/tx.ts";
import { newId } from "../ids.ts";

/** The person behind an e-mail address; null when nobody has signed up with it. */
export async function findPerson(tx: Tx, email: string): Promise<string | null> {
  const found = await maybe<{ id: string }>(tx, sql`select id from auth."user" where email = ${email}`);
  return found?.id ?? null;
}

/** Makes a person who can sign in with e-mail and password; answers the person's id. The address must be new. */
export async function createPerson(
  tx: Tx,
  person: { email: string; name: string; password: string },
): Promise<string> {
  const id = newId();
  const hash = await hashPassword(person.password);
  await sql`insert into auth."user" (id, name, email, "emailVerified") values (${id}, ${person.name}, ${person.email}, true)`.execute(
    tx.db,
  );
  await sql`insert into auth.account (id, "accountId", "providerId", "userId", password)
            values (${newId()}, ${id}, 'credential', ${id}, ${hash})`.execute(tx.db);
  return id;
}

/**
 * Gives a person another password and ends all their sessions; false where nobody signs in with the address. For whoever
 * owns the installation: it asks for no old password.
 */
export async function replacePassword(ownerPool: Pool, email: string, password: string): Promise<boolean> {
  const { rowCount } = await ownerPool.query(
    `with changed as (
       update auth.account a set password = $2, "updatedAt" = now() from auth."user" u
       where u.email = $1 and a."userId" = u.id and a."providerId" = 'credential' returning a."userId"
     ), ended as (delete from auth.session s using changed where s."userId" = changed."userId")
     select from changed`,
    [email.toLowerCase(), await hashPassword(password)],
  );
  return rowCount !== null && rowCount > 0;
}
