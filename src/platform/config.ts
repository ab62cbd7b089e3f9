import { resolve } from "node:path";
import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce
    .number("PORT must be a number such as 3000.")
    .int()
    .min(0)
    .max(65535, "PORT must be between 0 and 65535.")
    .default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_FOLDER: z.string().min(1).default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres:// or postgresql://.")
    .optional(),
  BACKUP_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "BACKUP_DATABASE_URL must begin with postgres:// or postgresql://.")
    .optional(),
  PUBLIC_URL: z.url("PUBLIC_URL must be an address such as https://partners.example.com.").optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "SMTP_URL must begin with smtp:// or smtps://.")
    .optional(),
  MAIL_FROM: z.string().min(3).default("Hanse <hanse@localhost>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  ROLE: z.enum(["web", "worker", "both"], "ROLE must be web, worker or both.").default("both"),
});

/** Everything that an installation can set, checked. What each means: docs/operating.md. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the embedded database, uploaded files and the secret. */
  dataFolder: string;
  /** Set: this server is used. Not set: the embedded one. */
  databaseUrl: string | null;
  /** The same database as a role that row-level security lets pass, for backups; null: as `databaseUrl`. */
  backupDatabaseUrl: string | null;
  /** Address under which people reach it, for links in mails; null: derived from host and port. */
  publicUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  logLevel: string;
  requestsPerMinute: number;
  /** How many proxies in front may be believed about the caller's address. */
  trustedProxies: number;
  role: "web" | "worker" | "both";
}

/** Reads the configuration; throws with one readable line per variable that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.shape).map((name) => [
      name,
      environment[name] === "" ? undefined : environment[name],
    ]),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: resolve(env.DATA_FOLDER),
    databaseUrl: env.DATABASE_URL ?? null,
    backupDatabaseUrl: env.BACKUP_DATABASE_URL ?? null,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, "") ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    trustedProxies: env.TRUSTED_PROXIES,
    role: env.ROLE,
  };
}
