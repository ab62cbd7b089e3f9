import type { Writable } from "node:stream";
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/**
 * What the process tells its operator: one JSON object a line, or plain lines where a person looks on. It holds no
 * personal data: of a request the route and the outcome, of an error what failed and where, not with which values.
 */
export function createLog(options: { level: string; to: Writable; plain: boolean }): Log {
  const stream: DestinationStream = options.plain
    ? { write: (line) => writePlain(line, options.to, options.level) }
    : { write: (line) => options.to.write(line) };
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: withoutValues,
        req: ({ method }) => ({ method }),
        res: ({ statusCode }) => ({ status: statusCode }),
      },
    },
    stream,
  );
}

/** For the parts that say a sentence now and then, with the error that it is about. */
export type Say = (line: string, error?: unknown) => void;

export function sayTo(log: Log): Say {
  return (line, error) => (error === undefined ? log.info(line) : log.error({ err: error }, line));
}

/* A database's error names the offending values in `detail` and `where`: people's data, so they stay out. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const known = Object.entries(error).filter(([key]) =>
    ["code", "constraint", "table", "routine"].includes(key),
  );
  return { name, message, stack, ...Object.fromEntries(known) };
}

interface Line {
  level: string;
  time: string;
  msg?: string;
  route?: string;
  err?: { message?: string; stack?: string };
}

/** For eyes: the time of day and the sentence. Requests that went well would bury it. */
function writePlain(json: string, to: Writable, level: string): void {
  const line = JSON.parse(json) as Line;
  if (line.route !== undefined && line.level === "info" && level !== "debug") return;
  const mark = line.level === "info" || line.level === "debug" ? "" : `${line.level}: `;
  const why = line.err === undefined ? "" : `\n${line.err.stack ?? line.err.message ?? ""}`;
  to.write(`${line.time.slice(11, 19)} ${mark}${line.msg ?? ""}${why}\n`);
}
