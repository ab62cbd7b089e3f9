import { existsSync, statfsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "#platform/config.ts";
import { type Condition, lookAt, seesEveryRow } from "#platform/database/condition.ts";
import { ownMigrations } from "#platform/database/migrate.ts";
import { systemClock } from "#platform/time/clock.ts";
import { localAddress } from "../address.ts";
import { version } from "../version.ts";
import { lastBackupFile } from "./backup.ts";
import type { Command } from "./command.ts";
import { onDatabase } from "./installed.ts";
import { bytesInWords } from "./sizes.ts";
import { table } from "./terminal.ts";

/** One line: what it is about, how it is, and what should be done about it. */
interface Line {
  about: string;
  is: string;
  wrong?: readonly string[];
}

const leastFreeBytes = 2_000_000_000;
const goodBackupHours = 48;
const longestWaitSeconds = 600;
const answersWithinMs = 2_000;

export const status: Command = {
  name: "status",
  usage: "",
  summary: "How this installation is: database, queue, disk, mail, backup; and what should be put right.",
  details: ["Nothing is changed. Exit code 1 when something should be put right."],
  options: {},
  words: 0,
  async run() {
    const lines = await onDatabase(async (database, config) => {
      const backupRole =
        config.backupDatabaseUrl === null
          ? (database.admin ?? database.connection)
          : { connectionString: config.backupDatabaseUrl };
      const condition = await lookAt(database.connection);
      const server = await serverLine(config);
      return [
        { about: "Hanse", is: version },
        server,
        databaseLine(config, condition),
        migrationsLine(condition, await ownMigrations()),
        {
          about: "In it",
          is: `vendors: ${condition.vendors}, people who can sign in: ${condition.people}`,
        },
        queueLine(condition, server.answers),
        folderLine(config),
        addressLine(config),
        mailLine(config),
        await backupLine(config, condition, await seesEveryRow(backupRole)),
      ];
    });
    for (const line of table(lines.map(({ about, is }) => [about, is]))) console.log(line);
    const wrong = lines.flatMap((line) => line.wrong ?? []);
    if (wrong.length > 0) console.log(["", "To put right:", ...wrong.map((one) => `  ${one}`)].join("\n"));
    return wrong.length > 0 ? 1 : 0;
  },
};

async function serverLine({ host, port }: Config): Promise<Line & { answers: boolean }> {
  const address = localAddress(host, port);
  const ready = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(answersWithinMs) }).catch(
    () => null,
  );
  if (ready === null) return { about: "Server", is: `none answers at ${address}`, answers: false };
  const wrong = ready.ok ? [] : [`The server at ${address} answers, but is not ready (${ready.status}).`];
  return { about: "Server", is: `answers at ${address}`, wrong, answers: true };
}

function databaseLine(config: Config, { release, releaseWarning, bytes }: Condition): Line {
  const where = config.databaseUrl === null ? "embedded" : `at ${new URL(config.databaseUrl).host}`;
  return {
    about: "Database",
    is: `PostgreSQL ${release}, ${where}, ${bytesInWords(Number(bytes))}`,
    wrong: releaseWarning === null ? [] : [releaseWarning],
  };
}

function migrationsLine({ migrations }: Condition, own: readonly string[]): Line {
  const newer = migrations.filter((name) => !own.includes(name));
  const missing = own.filter((name) => !migrations.includes(name));
  if (newer.length > 0) {
    return {
      about: "Migrations",
      is: `${newer.length} of a newer release`,
      wrong: ["A newer release of Hanse has worked on this database. Install that release again."],
    };
  }
  const is = missing.length === 0 ? `all ${own.length} done` : `${missing.length} to do, at the next start`;
  return { about: "Migrations", is };
}

function queueLine({ queue }: Condition, serverAnswers: boolean): Line {
  const { waiting, failing, oldestWaitsSeconds } = queue;
  const wrong = [
    ...(failing > 0 ? [`${failing} jobs were given up after many attempts; the log says why.`] : []),
    ...(serverAnswers && oldestWaitsSeconds > longestWaitSeconds
      ? [
          "Jobs wait for more than ten minutes: nobody works the queue. Start a process with ROLE worker or both.",
        ]
      : []),
  ];
  return {
    about: "Queue",
    is: `${waiting} jobs waiting, ${failing} given up`,
    wrong,
  };
}

function folderLine({ dataFolder }: Config): Line {
  const { bavail, bsize } = statfsSync(dataFolder);
  const free = bavail * bsize;
  const open = process.platform !== "win32" && (statSync(dataFolder).mode & 0o077) !== 0;
  const wrong = [
    ...(free < leastFreeBytes ? [`Only ${bytesInWords(free)} are free where ${dataFolder} lies.`] : []),
    ...(open ? [`Others on this machine may look into ${dataFolder}: chmod 700 it.`] : []),
  ];
  return {
    about: "Data folder",
    is: `${dataFolder}, ${bytesInWords(free)} free`,
    wrong,
  };
}

function addressLine({ host, port, publicUrl, trustedProxies }: Config): Line {
  const shown = publicUrl ?? localAddress(host, port);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(shown).hostname);
  const open = !["127.0.0.1", "::1", "localhost"].includes(host);
  const wrong = [
    ...(publicUrl?.startsWith("http:") && !isLocal
      ? ["PUBLIC_URL is not https: passwords and sessions cross the network in the clear."]
      : []),
    ...(open && publicUrl === null
      ? [`HOST is ${host}, so others reach it, and PUBLIC_URL is not set: links in mails lead to ${shown}.`]
      : []),
    ...(publicUrl !== null && !isLocal && trustedProxies === 0
      ? ["TRUSTED_PROXIES is 0: behind a proxy, all callers seem to be the proxy. Say how many there are."]
      : []),
  ];
  return {
    about: "Address",
    is: shown,
    wrong: pagesAreBuilt() ? wrong : [...wrong, "The pages are not built: npm run build."],
  };
}

function pagesAreBuilt(): boolean {
  return existsSync(fileURLToPath(new URL("../../../dist/web/index.html", import.meta.url)));
}

function mailLine({ smtpUrl }: Config): Line {
  const is =
    smtpUrl === null ? "none (SMTP_URL): whoever invites is shown the link" : `by ${new URL(smtpUrl).host}`;
  return { about: "Mail", is };
}

async function backupLine({ dataFolder }: Config, { vendors }: Condition, seesAll: boolean): Promise<Line> {
  const text = await readFile(join(dataFolder, lastBackupFile), "utf8").catch(() => null);
  const last = text === null ? null : (JSON.parse(text) as { at: string; file: string });
  const hours =
    last === null ? null : Math.floor(systemClock.now().since(last.at, { largestUnit: "hours" }).hours);
  const wrong = [
    ...(seesAll ? [] : ["A backup would see no rows: name a role with BYPASSRLS in BACKUP_DATABASE_URL."]),
    ...(vendors > 0 && (hours === null || hours > goodBackupHours)
      ? [
          `There is no backup ${hours === null ? "yet" : `of the last ${goodBackupHours} hours`}: npx hanse backup FOLDER --keep 14.`,
        ]
      : []),
  ];
  const is = last === null ? "none made by npx hanse backup" : `${hours} hours ago, ${last.file}`;
  return { about: "Backup", is, wrong };
}
