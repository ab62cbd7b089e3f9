import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

/**
 * The last entry of a backup: what is in it, so that whoever holds the file can tell whether all of it is there. The
 * rest are `tables/SCHEMA.TABLE/NNNNNN.gz` (COPY's text in parts that `zcat` puts together), `files/KEY`, `secret` and
 * `queue.json`.
 */
export const Manifest = z.strictObject({
  format: z.literal("hanse-backup/1"),
  /** The moment as of which everything in it holds. */
  madeAt: z.iso.datetime(),
  /** The release of Hanse that made it, and of PostgreSQL that it came from. */
  version: z.string(),
  server: z.string(),
  /** The shape of the tables, as the migrations that made it. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which they can be filled. */
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: Count,
      parts: Count,
      /** Of all parts together, unpacked. */
      sha256: Sha256,
    }),
  ),
  /** Files that rows refer to and that were not there. */
  missingFiles: z.array(z.string()),
  files: z.array(
    z.strictObject({
      key: z.string().regex(/^[0-9a-f]{32}$/),
      /** What people call it. */
      name: z.string().optional(),
      bytes: Count,
      sha256: Sha256,
    }),
  ),
  /** What is wrong with the stored files: not there, or not what was once received. */
  fileFaults: z
    .array(z.strictObject({ key: z.string(), name: z.string(), fault: z.enum(["missing", "damaged"]) }))
    .default([]),
  secretSha256: Sha256,
  queueSha256: Sha256,
});
export type Manifest = z.infer<typeof Manifest>;

export const entryNames = {
  manifest: "manifest.json",
  secret: "secret",
  queue: "queue.json",
  file: (key: string) => `files/${key}`,
  part: (table: string, number: number) => `tables/${table}/${String(number).padStart(6, "0")}.gz`,
};

/** The table whose part an entry is, or null. */
export function tableOfEntry(name: string): string | null {
  return /^tables\/([^/]+)\/\d{6}\.gz$/.exec(name)?.[1] ?? null;
}

/** The key of the file that an entry is, or null. */
export function fileOfEntry(name: string): string | null {
  return /^files\/([0-9a-f]{32})$/.exec(name)?.[1] ?? null;
}
