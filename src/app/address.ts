import { createServer } from "node:net";
import type { Config } from "#platform/config.ts";
import { Problem } from "#platform/problem.ts";

/** Where this process is reached from this machine, such as `http://localhost:3000`. */
export function localAddress(host: string, port: number): string {
  const shown = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host) ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

/** Makes sure, before anything is started, that we shall be able to listen. @throws Problem `not-listening` */
export async function refuseTakenPort({ host, port }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(notListening(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** What keeps us from listening, as one sentence. */
export function notListening(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = sentences[code]?.(host, port);
  return sentence === undefined
    ? error
    : new Problem({ status: 503, type: "not-listening", detail: sentence });
}

const sentences: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1}.`,
  EACCES: (_host, port) => `This user may not listen on port ${port}: choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (host) => `HOST is ${host}, which is no address of this machine.`,
  ENOTFOUND: (host) => `HOST is ${host}, which is no address of this machine.`,
};
