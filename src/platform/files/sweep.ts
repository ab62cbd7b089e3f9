import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { Door } from "../database/door.ts";
import { rows, type Tx } from "../database/tx.ts";
import type { Job } from "../jobs/jobs.ts";
import type { VendorContext } from "../principal.ts";
import type { Clock } from "../time/clock.ts";
import type { FileStore } from "./files.ts";

/** A file is there before its row is: nothing that came within this time is looked at. */
const minAgeHours = 24;

interface SweepDependencies {
  files: FileStore;
  door: Door;
  clock: Clock;
}

/** Takes away, once a day, the stored files that no row names any more: taken away by people, or left by a crash. */
export function fileSweep(deps: SweepDependencies): Job {
  return {
    name: "files.sweep",
    schedule: "40 3 * * *",
    runForAll: async (vendors) => {
      await sweepFiles(deps, vendors);
    },
  };
}

/** Answers how many files were taken away. `vendors` are all that there are. */
export async function sweepFiles(
  { files, door, clock }: SweepDependencies,
  vendors: readonly VendorContext[],
): Promise<number> {
  // The folder first: what is named between the two is not among the old ones.
  const old = await oldFiles(files.folder, clock.now().subtract({ hours: minAgeHours }));
  if (old.length === 0) return 0;
  const named = new Set<string>();
  for (const vendor of vendors) for (const key of await door.withJob(vendor, namedKeys)) named.add(key);
  const orphans = old.filter((key) => !named.has(key));
  for (const key of orphans) await files.remove(key);
  return orphans.length;
}

async function oldFiles(folder: string, before: Temporal.Instant): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const old: string[] = [];
  for (const name of names.filter((one) => /^[0-9a-f]{32}$/.test(one))) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && found.mtimeMs < before.epochMilliseconds) old.push(name);
  }
  return old;
}

/**
 * By convention a column `file_key` holds the key of a stored file. A table that this role may not read fails the sweep
 * rather than losing files.
 */
async function namedKeys(tx: Tx): Promise<string[]> {
  const tables = await rows(
    tx,
    sql<{ name: string }>`select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'file_key' and not a.attisdropped and c.relkind in ('r', 'p')
        and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const keys: string[] = [];
  for (const { name } of tables) {
    const found = await rows(
      tx,
      sql<{
        file_key: string;
      }>`select file_key from ${sql.table(name)} where vendor_id = ${tx.vendorId} and file_key is not null`,
    );
    keys.push(...found.map((row) => row.file_key));
  }
  return keys;
}
