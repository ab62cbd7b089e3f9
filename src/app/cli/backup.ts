import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Problem } from "#platform/problem.ts";
import { systemClock } from "#platform/time/clock.ts";
import { checkBackup } from "../backup/check.ts";
import type { Manifest } from "../backup/manifest.ts";
import { restoreBackup } from "../backup/restore.ts";
import { writeBackup } from "../backup/write.ts";
import { openDatabase } from "../installation.ts";
import { type Command, text, UsageError } from "./command.ts";
import { cliConfig, cliSay, onDatabase } from "./installed.ts";
import { bytesInWords } from "./sizes.ts";
import { endProgress, showProgress } from "./terminal.ts";

/** Remembers when the last backup was made, for `npx hanse status`. */
export const lastBackupFile = "last-backup.json";
const namePattern = /^hanse-\d{4}-\d{2}-\d{2}-\d{6}\.tar$/;

export const backup: Command = {
  name: "backup",
  usage: "FILE | FOLDER [--keep NUMBER]",
  summary: "Write everything that this installation knows into one file, while it goes on working.",
  details: [
    "A FOLDER gets a new file named after the moment; --keep then removes all but that many of them.",
    "The file holds the data of all vendors, the uploaded files and the secret: keep it as you keep passwords.",
  ],
  options: { keep: text },
  words: 1,
  async run(given) {
    const [where = ""] = given.words;
    const keep = keptOf(given.text("keep"));
    const path = await fileFor(where, keep !== null);
    const manifest = await onDatabase(async (database, config) => {
      const own = config.backupDatabaseUrl;
      const made = await writeBackup({
        connection: own !== null ? { connectionString: own } : (database.admin ?? database.connection),
        dataFolder: config.dataFolder,
        path,
        clock: systemClock,
        progress: showProgress,
      });
      const note = { at: made.madeAt, file: path };
      await writeFile(join(config.dataFolder, lastBackupFile), `${JSON.stringify(note)}\n`, { mode: 0o600 });
      return made;
    }).finally(endProgress);
    console.log(`${path} (${bytesInWords((await stat(path)).size)}): ${contentOf(manifest)}.`);
    for (const fault of manifest.fileFaults) console.error(inWords(fault));
    if (keep !== null) await removeOlder(where, keep);
    return 0;
  },
};

export const restore: Command = {
  name: "restore",
  usage: "FILE",
  summary: "Put a backup into an installation that holds nothing yet.",
  details: [
    "Stop the server first. DATA_FOLDER, or the database that DATABASE_URL names, has to be empty.",
    "A backup of an older release is brought to this one.",
  ],
  options: {},
  words: 1,
  async run(given) {
    const path = await existing(given.words[0] ?? "");
    const config = cliConfig();
    const database = await openDatabase({ config, mode: "own", say: cliSay() });
    try {
      const manifest = await restoreBackup({
        database,
        dataFolder: config.dataFolder,
        path,
        progress: showProgress,
      });
      endProgress();
      console.log(`Restored as of ${manifest.madeAt}: ${contentOf(manifest)}. Start with npm start.`);
    } finally {
      endProgress();
      await database.close();
    }
    return 0;
  },
};

export const verifyBackup: Command = {
  name: "verify backup",
  usage: "FILE",
  summary: "Read a whole backup and say whether all of it is there.",
  details: ["No database is needed."],
  options: {},
  words: 1,
  async run(given) {
    const manifest = await checkBackup(await existing(given.words[0] ?? ""));
    for (const fault of manifest.fileFaults) console.error(inWords(fault));
    console.log(`OK: made on ${manifest.madeAt} by Hanse ${manifest.version}, ${contentOf(manifest)}.`);
    return 0;
  },
};

function inWords({ key, name, fault }: Manifest["fileFaults"][number]): string {
  return fault === "missing"
    ? `The uploaded file "${name}" (files/${key}) is missing in the data folder and so in the backup.`
    : `The uploaded file "${name}" (files/${key}) is not what was once received; the backup holds it as it is now.`;
}

function contentOf({ tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows.toLocaleString("en")} rows in ${tables.length} tables and ${files.length} files`;
}

function keptOf(given: string | null): number | null {
  if (given === null) return null;
  if (!/^[1-9]\d{0,4}$/.test(given)) throw new UsageError("--keep is a number of files, at least 1.");
  return Number(given);
}

/** The file to write. One that is there already is never replaced. */
async function fileFor(where: string, keeps: boolean): Promise<string> {
  const there = await stat(where).catch(() => null);
  if (there?.isDirectory()) {
    const moment = systemClock.now().toString({ smallestUnit: "second" });
    return resolve(where, `hanse-${moment.slice(0, 10)}-${moment.slice(11, 19).replaceAll(":", "")}.tar`);
  }
  if (keeps) throw new UsageError(`--keep is for a folder, and ${where} is none.`);
  if (there !== null) {
    throw new Problem({
      status: 409,
      type: "file-exists",
      detail: `${where} is there already. Choose another name.`,
    });
  }
  return resolve(where);
}

async function removeOlder(folder: string, keep: number): Promise<void> {
  const own = (await readdir(folder)).filter((name) => namePattern.test(name)).sort();
  for (const name of own.slice(0, -keep)) {
    await rm(join(folder, name));
    console.log(`Removed ${basename(name)}.`);
  }
}

async function existing(path: string): Promise<string> {
  if (!(await stat(path).catch(() => null))?.isFile()) throw new UsageError(`There is no file ${path}.`);
  return resolve(path);
}
