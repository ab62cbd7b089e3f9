import { hashPassword } from "better-auth/crypto";
import { sql } from "kysely";
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
