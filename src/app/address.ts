import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "#platform/config.ts";
import { Problem } from "#platform/problem.ts";

/** Where this process is reached from this machine, such as `http://localhost:3000`. */
export function localAddress(host: string, port: number): string {
  const shown = loopback.has(host) || everywhere.has(host) ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);
const everywhere: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/** Whoever is just leaving the port, as at a restart, gets this long. */
const leaveWithinMs = 2_000;
const askAgainMs = 100;

/**
 * Makes sure, before anything is started, that we shall be able to listen, and that `localhost` in a browser means us:
 * it may stand for either of two addresses.
 * @throws Problem `not-listening`
 */
export async function refuseTakenPort({ host, port }: Config): Promise<void> {
  if (port === 0) return;
  const hosts = loopback.has(host) ? ["127.0.0.1", "::1"] : [host];
  const end = performance.now() + leaveWithinMs;
  for (const one of hosts) {
    for (;;) {
      const code = await obstacle(one, port);
      if (code === null || (one !== host && code !== "EADDRINUSE")) break;
      if (code !== "EADDRINUSE" || performance.now() > end) throw notListening({ code }, host, port);
      await sleep(askAgainMs);
    }
  }
}

function obstacle(host: string, port: number): Promise<string | null> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", (error) => resolve(codeOf(error)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** What keeps us from listening, as one sentence. */
export function notListening(error: unknown, host: string, port: number): unknown {
  const sentence = sentences[codeOf(error)]?.(host, port);
  return sentence === undefined
    ? error
    : new Problem({ status: 503, type: "not-listening", detail: sentence });
}

const sentences: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port === 65535 ? 3000 : port + 1}.`,
  EACCES: (_host, port) => `This user may not listen on port ${port}: choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (host) => `HOST is ${host}, which is no address of this machine.`,
  ENOTFOUND: (host) => `HOST is ${host}, which is no address of this machine.`,
};

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
