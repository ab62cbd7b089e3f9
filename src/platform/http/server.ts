import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import underPressure from "@fastify/under-pressure";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { newId } from "../ids.ts";
import { maxUploadBytes } from "../limits.ts";
import type { Log } from "../log.ts";
import { refuseUnowned } from "../modules.ts";
import { notFound, type Problem, unknownAddress } from "../problem.ts";
import type { Endpoint } from "./endpoint.ts";
import { createCsvHandler, createHandler, type PipelineDependencies } from "./pipeline.ts";
import { ProblemJson, toDocument, toProblem } from "./problems.ts";
import { RequestLog } from "./request-log.ts";
import type { Route } from "./route.ts";

export interface ServerOptions {
  routes: readonly Route[];
  /** Every act that some role holds; a route whose act is not among them does not start. */
  acts: ReadonlySet<string>;
  deps: PipelineDependencies;
  requestsPerMinute: number;
  trustedProxies: number;
  log: Log;
  version: string;
}

const maxBodyBytes = 1024 * 1024;
export const apiPrefix = "/api/v1";

/** The HTTP server with every route of the registry bound; serving pages is added by the application. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new RequestLog(),
    genReqId: () => newId(),
    bodyLimit: maxBodyBytes,
    trustProxy: options.trustedProxies === 0 ? false : (_address, hop) => hop < options.trustedProxies,
    requestTimeout: 0,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read reaches no route and no error handler.
    frameworkErrors: (_error, request, reply) => answerWith(notFound("address"), request, reply),
  });
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  readEmptyBodyAsNone(server);
  server.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ err: error }, "request failed");
    return answerWith(problem, request, reply);
  });
  await guard(server, options);
  await describeApi(server, options.version);
  bindAll(server, options);
  return server;
}

function answerWith(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (problem.status === 413) endSending(request);
  void reply.code(problem.status).header("content-type", "application/problem+json");
  if (problem.status === 503) void reply.header("retry-after", "2");
  return reply.send(JSON.stringify(toDocument(problem, request.id)));
}

/** What somebody may go on sending who was refused and has not read so yet, and for how long. */
const maxLeftoverBytes = 8 * 1024 * 1024;
const maxLeftoverMs = 5_000;

/**
 * Whoever sent too much is mostly still sending: it gets the time to read the answer, what it sends meanwhile is thrown
 * away, and then the connection ends.
 */
function endSending({ raw }: FastifyRequest): void {
  if (raw.complete) return;
  let left = maxLeftoverBytes;
  const end = setTimeout(() => raw.destroy(), maxLeftoverMs);
  raw.once("end", () => clearTimeout(end)).once("close", () => clearTimeout(end));
  raw.unpipe();
  raw.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  raw.resume();
}

/** A client that says JSON and sends nothing means an empty body. */
function readEmptyBodyAsNone(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser("error", "error");
  server.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parseJson(request, typeof body === "string" ? body : body.toString("utf8"), done);
  });
}

async function guard(server: FastifyInstance, options: ServerOptions): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    strictTransportSecurity: false,
  });
  await server.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: "1 minute",
    // Not by what a request says of itself: anyone can say something new each time.
    keyGenerator: (request) => request.ip,
  });
  await server.register(underPressure, { maxEventLoopDelay: 5_000, exposeStatusRoute: false });
  await server.register(cookie);
  await server.register(multipart, {
    limits: { fileSize: maxUploadBytes + 1, files: 1, fields: 20, fieldSize: 100_000 },
  });
}

async function describeApi(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Hanse",
        version,
        description:
          "Everything the pages do, they do through this API. Send an API key as a bearer token, or use the session's cookie. " +
          "Errors are problem documents (RFC 9457). Lists take `cursor` and `limit` and answer `items` and `nextCursor`; each is also there as CSV under the same path with `.csv`.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" } } },
      security: [{ apiKey: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await server.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true });
  server.get("/api/openapi.json", { schema: { hide: true } }, () => server.swagger());
}

function bindAll(server: FastifyInstance, options: ServerOptions): void {
  for (const route of options.routes) {
    refuseUnowned(route, `${route.endpoint.method} ${route.endpoint.path}`);
    if (route.access.kind === "act" && !options.acts.has(route.access.act)) {
      throw new Error(
        `${route.endpoint.method} ${route.endpoint.path} asks for the act "${route.access.act}", which no policy names.`,
      );
    }
    bind(
      server,
      route,
      route.endpoint.path,
      createHandler(route, options.deps),
      schemaOf(route.endpoint, route),
    );
    if (route.csv !== undefined) {
      bind(server, route, `${route.endpoint.path}.csv`, createCsvHandler(route, route.csv, options.deps), {
        hide: true,
      });
    }
  }
  server.all(`${apiPrefix}/*`, { schema: { hide: true } }, () => {
    throw unknownAddress();
  });
}

function bind(
  server: FastifyInstance,
  route: Route,
  path: string,
  handler: ReturnType<typeof createHandler>,
  schema: object,
): void {
  server.route({
    method: route.endpoint.method,
    url: `${apiPrefix}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    schema,
    handler,
  });
}

/** The part of the registry that the API document is made of. */
function schemaOf(endpoint: Endpoint, route: Route) {
  const has = (schema: z.ZodType) => !(schema instanceof z.ZodObject) || Object.keys(schema.shape).length > 0;
  const headers = {
    ...(endpoint.idempotencyKey ? { "idempotency-key": z.string() } : {}),
    ...(endpoint.ifMatch ? { "if-match": z.string() } : {}),
  };
  return {
    summary: endpoint.summary,
    tags: [endpoint.tag],
    ...(endpoint.upload ? { consumes: ["multipart/form-data"] } : {}),
    ...(has(endpoint.params) ? { params: endpoint.params } : {}),
    ...(has(endpoint.query) ? { querystring: endpoint.query } : {}),
    ...(endpoint.method !== "GET" && has(endpoint.body) ? { body: endpoint.body } : {}),
    ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
    ...(route.access.kind === "open" ? { security: [] } : {}),
    response: {
      [endpoint.status]: endpoint.download ? z.string().describe("A file") : endpoint.response,
      default: ProblemJson.describe("What went wrong"),
    },
  };
}
