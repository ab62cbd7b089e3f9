import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Problem } from "#platform/problem.ts";
import { readArchive, wholeOf } from "./archive.ts";
import { entryNames, Manifest, tableOfEntry } from "./manifest.ts";
import { linesIn } from "./write.ts";

const decompress = promisify(gunzip);
/** No part unpacks to more; an archive that says otherwise was not written by us. */
const maxPartBytes = 64 * 1024 * 1024;
const maxSmallBytes = 64 * 1024 * 1024;

/** Reads a whole backup and makes sure that all of it is there, unchanged. @throws Problem `damaged-backup` */
export async function checkBackup(path: string): Promise<Manifest> {
  try {
    return compare(await look(path));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw damaged(/tar header/.test(why) ? "it is no archive" : why);
  }
}

/** The unpacked text of a part of a table. */
export async function unpack(content: AsyncIterable<Buffer>): Promise<Buffer> {
  return decompress(await wholeOf(content, maxPartBytes), { maxOutputLength: maxPartBytes });
}

interface Seen {
  manifest: Manifest | null;
  tables: Map<string, { rows: number; parts: number; hash: ReturnType<typeof createHash> }>;
  others: Map<string, string>;
}

async function look(path: string): Promise<Seen> {
  const seen: Seen = { manifest: null, tables: new Map(), others: new Map() };
  for await (const { name, content } of readArchive(path)) {
    const table = tableOfEntry(name);
    if (name === entryNames.manifest) {
      seen.manifest = Manifest.parse(JSON.parse((await wholeOf(content, maxSmallBytes)).toString("utf8")));
    } else if (table === null) {
      const hash = createHash("sha256");
      for await (const chunk of content) hash.update(chunk);
      seen.others.set(name, hash.digest("hex"));
    } else {
      const known = seen.tables.get(table) ?? { rows: 0, parts: 0, hash: createHash("sha256") };
      const text = await unpack(content);
      known.hash.update(text);
      seen.tables.set(table, { ...known, rows: known.rows + linesIn(text), parts: known.parts + 1 });
    }
  }
  return seen;
}

function compare({ manifest, tables, others }: Seen): Manifest {
  if (manifest === null) throw damaged("its list of contents is missing, so it was not written to its end");
  const nothing = createHash("sha256").digest("hex");
  for (const { name, rows, parts, sha256 } of manifest.tables) {
    const seen = tables.get(name);
    const same = (seen?.rows ?? 0) === rows && (seen?.parts ?? 0) === parts;
    if (!same || (seen?.hash.digest("hex") ?? nothing) !== sha256)
      throw damaged(`the table ${name} is not whole`);
    tables.delete(name);
  }
  const expected = [
    { entry: entryNames.secret, sha256: manifest.secretSha256 },
    { entry: entryNames.queue, sha256: manifest.queueSha256 },
    ...manifest.files.map(({ key, name, sha256 }) => ({ entry: entryNames.file(key), name, sha256 })),
  ];
  for (const { entry, sha256, ...file } of expected) {
    const called = "name" in file && file.name !== undefined ? `the file "${file.name}" (${entry})` : entry;
    if (others.get(entry) !== sha256) throw damaged(`${called} is not whole`);
    others.delete(entry);
  }
  const [stranger] = [...tables.keys(), ...others.keys()];
  if (stranger !== undefined) throw damaged(`${stranger} does not belong in it`);
  return manifest;
}

function damaged(why: string): Problem {
  return new Problem({
    status: 422,
    type: "damaged-backup",
    detail: `This file is not a usable backup: ${why}.`,
  });
}
