import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { type Config, readConfig } from "#platform/config.ts";
import { createLog, type Log, sayTo } from "#platform/log.ts";
import { Problem } from "#platform/problem.ts";
import { systemClock } from "#platform/time/clock.ts";
import { localAddress, notListening, refuseTakenPort } from "./address.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { createLife, type Life } from "./life.ts";
import { whenNpmIsGone } from "./npm-parent.ts";
import { createHttp } from "./server.ts";

/** What differs between the ways of starting. */
export interface Start {
  /** Runs on the open installation, its queue being worked, before anybody can reach it: loading data. */
  before?: (installation: Installation, config: Config) => Promise<void>;
  /** The lines that tell the person who started it where to go. */
  announce: (installation: Installation, address: string) => Promise<readonly string[]>;
}

/** Requests that are going on may take this long to finish when the process is told to end. */
const finishWithinMs = 25_000;
const letGoEveryMs = 50;

/**
 * Starts the product in this process and keeps it running until a signal ends it. Whatever keeps it from starting is
 * told as one sentence, leaves nothing running and ends the process with code 1.
 */
export async function runServer(start: Start): Promise<void> {
  const config = configured();
  const log = createLog({ level: config.logLevel, to: process.stderr, plain: process.stderr.isTTY });
  const life = createLife(sayTo(log));
  whenNpmIsGone(() => void life.end(0));
  try {
    await begin(start, config, log, life);
  } catch (error) {
    if (life.ending()) return;
    console.error(error instanceof Problem ? error.message : error);
    await life.end(1);
  }
}

function configured(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function begin(start: Start, config: Config, log: Log, life: Life): Promise<void> {
  const serves = config.role !== "worker";
  if (serves) await refuseTakenPort(config);
  const installation = await openInstallation({
    config,
    clock: systemClock,
    mode: serves ? "own" : "attach-or-own",
    say: sayTo(log),
  });
  life.atEnd(installation.close);
  if (config.role !== "web") await installation.hanse.jobs.start();
  await start.before?.(installation, config);
  if (!serves) {
    console.log("Hanse works its queue; it serves no pages.");
    return;
  }
  const address = await listen(installation, config, log, life);
  for (const line of await start.announce(installation, address)) console.log(line);
}

async function listen(installation: Installation, config: Config, log: Log, life: Life): Promise<string> {
  const http = await createHttp(installation.hanse, { log, draining: life.ending });
  try {
    await http.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: (address) => `Listening on ${address}.`,
    });
  } catch (error) {
    throw notListening(error, config.host, config.port);
  }
  life.atEnd(() => finish(http));
  const bound = http.server.address();
  // Port 0 stands for any that is free.
  if (bound !== null && typeof bound === "object") config.port = bound.port;
  return config.publicUrl ?? localAddress(config.host, config.port);
}

/** Takes no new requests, waits for those that are going on, and cuts off what does not come to an end. */
async function finish(http: FastifyInstance): Promise<void> {
  const closed = http.close();
  // A connection that had a request when the closing began stays open after its answer, for another one.
  const idle = setInterval(() => http.server.closeIdleConnections(), letGoEveryMs);
  const late = sleep(finishWithinMs, undefined, { ref: false }).then(() => http.server.closeAllConnections());
  await Promise.race([closed, late]);
  clearInterval(idle);
}
