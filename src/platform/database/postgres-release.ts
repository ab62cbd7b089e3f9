import pg from "pg";
import { Problem } from "../problem.ts";

/** Nothing newer is used, nothing older is tried. */
const oldestMajor = 15;

/**
 * The first minor release of each major version that keeps row-level security tight: before it a plan could be reused
 * across roles, and a role mixed up (CVE-2024-10976, CVE-2024-10978).
 */
const firstTightMinor: Readonly<Record<number, number>> = { 15: 9, 16: 5, 17: 1 };

/** A server's release as PostgreSQL numbers it: 150009 is 15.9. */
export interface Release {
  major: number;
  minor: number;
}

export function releaseOf(versionNumber: number): Release {
  return { major: Math.floor(versionNumber / 10_000), minor: versionNumber % 10_000 };
}

/** Why this release cannot be used, or should not be; null when all is well. */
export function verdictOn({ major, minor }: Release): { usable: boolean; sentence: string } | null {
  const name = `${major}.${minor}`;
  if (major < oldestMajor) {
    return {
      usable: false,
      sentence: `The database server is PostgreSQL ${name}; Hanse needs ${oldestMajor} or newer.`,
    };
  }
  const tight = firstTightMinor[major];
  if (tight === undefined || minor >= tight) return null;
  return {
    usable: true,
    sentence: `The database server is PostgreSQL ${name}, whose row-level security has known holes: update it to ${major}.${tight} or newer.`,
  };
}

/**
 * Makes sure that the server which DATABASE_URL names can be worked with; answers what its operator should know.
 * @throws Problem `database-unusable` with one plain sentence
 */
export async function checkServer(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ release: number; role: string; creates: boolean; ready: boolean }>(
      `select current_setting('server_version_num')::int as release, current_user as role,
         (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as creates,
         (select count(*) = 6 from pg_roles where rolname = any ($1)) as ready`,
      [requestRoles],
    );
    const [found] = rows;
    if (found === undefined) throw unusable("The database server does not say who it is.");
    const verdict = verdictOn(releaseOf(found.release));
    if (verdict?.usable === false) throw unusable(verdict.sentence);
    if (!found.creates && !found.ready) {
      throw unusable(
        `The database role ${found.role} may not create the roles that Hanse works with: "alter role ${found.role} createrole", once.`,
      );
    }
    return verdict === null ? [] : [verdict.sentence];
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unusable(`The database that DATABASE_URL names cannot be used: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

const requestRoles = [
  "hanse_vendor",
  "hanse_seller",
  "hanse_partner",
  "hanse_job",
  "hanse_control",
  "hanse_public",
];

function unusable(detail: string): Problem {
  return new Problem({ status: 503, type: "database-unusable", detail });
}

/** An address that answers on neither of its protocols comes as an error of errors, without a message of its own. */
function reasonOf(error: unknown): string {
  const single = error instanceof AggregateError ? error.errors[0] : error;
  return (single instanceof Error ? single.message : String(single)).replace(/\.$/, "");
}
