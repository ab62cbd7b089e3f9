import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#platform/problem.ts";

/** Where things lie in the folder that holds everything an installation knows. */
export interface DataFolder {
  /** The real path, the same for every way of writing it. */
  path: string;
  /** PostgreSQL's own folder; it exists only when its making was completed. */
  cluster: string;
  log: string;
  /** A short name of this folder on this machine, for sockets and process titles. */
  name: string;
}

/** Opens the data folder, making it, for its user's eyes only, where it is missing. */
export function openDataFolder(given: string): DataFolder {
  try {
    mkdirSync(given, { recursive: true, mode: 0o700 });
    const path = realpathSync.native(given);
    const digest = createHash("sha256").update(path).digest("hex").slice(0, 12);
    return {
      path,
      cluster: join(path, "postgres"),
      log: join(path, "postgres.log"),
      name: `hanse-${digest}`,
    };
  } catch (error) {
    throw notStartable(`The data folder ${given} cannot be made or opened: ${reason(error)}.`);
  }
}

/** True when the data folder holds a database, as opposed to nothing yet. */
export function holdsCluster(folder: DataFolder): boolean {
  return existsSync(join(folder.cluster, "PG_VERSION"));
}

/** The embedded database cannot start, for the reason that the sentence tells. */
export function notStartable(detail: string): Problem {
  return new Problem({ status: 503, type: "not-startable", title: "The database does not start", detail });
}

/** An error's message as the end of a sentence. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().replace(/\.$/, "");
}
