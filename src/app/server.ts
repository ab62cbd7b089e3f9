import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { serveFileLinks } from "#platform/http/file-links.ts";
import { createServer } from "#platform/http/server.ts";
import { createLog, type Log } from "#platform/log.ts";
import { serveBrand } from "./brand.ts";
import { acts, features, fileReaders } from "./features.ts";
import type { Hanse } from "./hanse.ts";
import { version } from "./version.ts";

const webFolder = fileURLToPath(new URL("../../dist/web", import.meta.url));

export interface ListenOptions {
  /** Checks every answer against its schema. */
  checkAnswers?: boolean;
  /** Serve the built pages; off where only the API is wanted. */
  pages?: boolean;
  /** Where requests are told; JSON lines on the standard output unless told. */
  log?: Log;
  /** True from the moment at which the process wants to end: no new work should be sent to it. */
  draining?: () => boolean;
}

/** The HTTP server of an assembled product: API, sign-in, health and pages. It does not listen yet. */
export async function createHttp(hanse: Hanse, options: ListenOptions = {}): Promise<FastifyInstance> {
  const server = await createServer({
    routes: features(hanse).routes,
    acts,
    deps: {
      door: hanse.door,
      files: hanse.files,
      authenticate: hanse.resolver,
      checkAnswers: options.checkAnswers ?? false,
    },
    requestsPerMinute: hanse.config.requestsPerMinute,
    trustedProxies: hanse.config.trustedProxies,
    log: options.log ?? createLog({ level: hanse.config.logLevel, to: process.stdout, plain: false }),
    version,
  });
  hanse.auth.mount(server);
  serveFileLinks(server, {
    links: hanse.fileLinks,
    readers: fileReaders(hanse),
    door: hanse.door,
    clock: hanse.clock,
    principalOf: hanse.resolver.byMembership,
  });
  serveBrand(server, hanse);
  serveHealth(server, hanse, options.draining ?? (() => false));
  if (options.pages ?? true) await servePages(server);
  return server;
}

/** `/livez` says that the process answers, `/readyz` that it can work. Neither tells a version or a name. */
function serveHealth(server: FastifyInstance, hanse: Hanse, draining: () => boolean): void {
  server.get("/livez", { schema: { hide: true }, config: { rateLimit: false } }, () => ({ status: "ok" }));
  server.get("/readyz", { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) => {
    if (draining()) return reply.code(503).send({ status: "stopping" });
    try {
      await hanse.controlPool.query("select 1");
      return { status: "ok" };
    } catch {
      return reply.code(503).send({ status: "database unreachable" });
    }
  });
}

/** The pages are one document; which page it is, the browser reads from the address. */
async function servePages(server: FastifyInstance): Promise<void> {
  if (!existsSync(join(webFolder, "index.html"))) return;
  await server.register(staticFiles, {
    root: webFolder,
    prefix: "/",
    wildcard: false,
    index: ["index.html"],
    // The build leaves each file's compressed forms beside it.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes("/assets/");
      reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  server.setNotFoundHandler((request, reply) => {
    const page =
      request.method === "GET" && !request.url.startsWith("/api/") && !request.url.startsWith("/assets/");
    if (page) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return reply
      .code(404)
      .header("content-type", "application/problem+json")
      .send(
        JSON.stringify({
          type: "not-found",
          title: "Not found",
          status: 404,
          detail: "There is nothing at this address.",
          requestId: request.id,
        }),
      );
  });
}
