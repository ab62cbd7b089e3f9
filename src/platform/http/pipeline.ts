import { PassThrough, Readable } from "node:stream";
import { pipeline as connectStreams } from "node:stream/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { csvLine } from "../csv.ts";
import type { Door } from "../database/door.ts";
import type { Tx } from "../database/tx.ts";
import { type FileStore, tooLarge } from "../files/files.ts";
import { isOff } from "../modules.ts";
import type { Principal } from "../principal.ts";
import { forbidden, Problem, unknownAddress } from "../problem.ts";
import type { Endpoint } from "./endpoint.ts";
import { sendFile } from "./file-links.ts";
import { type Answer, once } from "./idempotency.ts";
import { fromZod, type RequestPart, unkeepable } from "./problems.ts";
import type { CsvColumn, Download, Input, Route } from "./route.ts";

/** Finds out who asks; null when nobody known does. The platform asks, the people feature answers. */
export type Authenticate = (request: { headers: Headers; address: string }) => Promise<Principal | null>;

export interface PipelineDependencies {
  door: Door;
  files: FileStore;
  authenticate: Authenticate;
  /** Checks every answer against its schema: on in tests, off where it would only cost time. */
  checkAnswers: boolean;
}

const csvPageRows = 200;

/** The life of every request: authenticate, authorise, validate, act in one transaction, present. */
export function createHandler(route: Route, deps: PipelineDependencies) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const headers = headersOf(request);
    if (route.handleOpen !== undefined) {
      refuseForeignOrigin(request, headers);
      const input = await readInput(route, request, deps);
      return send(reply, {
        status: route.endpoint.status,
        body: await route.handleOpen(input, { address: request.ip, host: request.hostname, headers }),
      });
    }
    const principal = await authorised(route, headers, request, deps);
    const input = await readInput(route, request, deps);
    const answer = await actOnce(route, principal, input, request, deps);
    route.afterCommit?.();
    if (isDownload(answer.body)) return sendFile(reply, answer.body);
    if (deps.checkAnswers && answer.status < 400) route.endpoint.response.parse(answer.body);
    return send(reply, answer);
  };
}

/** The same list as a file: all pages of it, in one transaction, streamed. A refusal is told before the file begins. */
export function createCsvHandler(
  route: Route,
  columns: readonly CsvColumn<unknown>[],
  deps: PipelineDependencies,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const principal = await authorised(route, headersOf(request), request, deps);
    const input = await readInput(route, request, deps);
    const name = `${
      route.endpoint.path
        .split("/")
        .filter((part) => !part.startsWith("{"))
        .join("-")
        .slice(1) || "export"
    }.csv`;
    const body = new PassThrough();
    const begun = Promise.withResolvers<void>();
    const written = deps.door.withPrincipal(principal, async (tx) => {
      const pages = csvPages(tx, route, input, columns);
      const first = await pages.next();
      begun.resolve();
      body.write(first.value ?? "");
      await connectStreams(Readable.from(pages), body);
    });
    // What fails before the first page is an answer; what fails later has cut the file off.
    written.catch(begun.reject);
    await begun.promise;
    return reply
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}"`)
      .send(body);
  };
}

async function* csvPages(
  tx: Tx,
  route: Route,
  input: Input<Endpoint>,
  columns: readonly CsvColumn<unknown>[],
) {
  let page = csvLine(columns.map((column) => column.header));
  let cursor: string | null | undefined;
  do {
    const query = { ...input.query, limit: csvPageRows, cursor: cursor ?? undefined };
    const list = (await route.handle?.(tx, { ...input, query })) as {
      items: unknown[];
      nextCursor: string | null;
    };
    for (const item of list.items) page += csvLine(columns.map((column) => column.value(item)));
    yield page;
    page = "";
    cursor = list.nextCursor;
  } while (cursor !== null);
}

async function authorised(
  route: Route,
  headers: Headers,
  request: FastifyRequest,
  deps: PipelineDependencies,
): Promise<Principal> {
  const principal = await deps.authenticate({ headers, address: request.ip });
  // Before anything else is looked at, as where no route is.
  if (principal !== null && isOff(route, principal.vendor)) throw unknownAddress();
  if (!headers.has("authorization")) refuseForeignOrigin(request, headers);
  if (principal === null) {
    throw new Problem({
      status: 401,
      type: "not-signed-in",
      detail: "Sign in, or send an API key as a bearer token.",
    });
  }
  if (route.access.kind === "act" && !principal.can.has(route.access.act)) throw forbidden();
  return principal;
}

/** Cookies are sent by browsers on their own, so what they accompany must come from our own pages. */
function refuseForeignOrigin(request: FastifyRequest, headers: Headers): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const foreign = origin !== null && (origin === "null" || !sameHost(origin, headers.get("host")));
  if (foreign || site === "cross-site") {
    throw new Problem({
      status: 403,
      type: "foreign-origin",
      detail: "This request comes from another site.",
    });
  }
}

function sameHost(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function readInput(
  route: Route,
  request: FastifyRequest,
  deps: PipelineDependencies,
): Promise<Input<Endpoint>> {
  const { endpoint } = route;
  const params = checked(endpoint.params, request.params, "path");
  const query = checked(strict(endpoint.query), request.query, "query");
  if (endpoint.upload === "multipart") {
    const file = await receive(request, deps.files, endpoint.maxUploadBytes);
    try {
      const body = checked(strict(endpoint.body), file.fields, "body");
      return { params, query, body, ifMatch: 0, file } as Input<Endpoint>;
    } catch (error) {
      await deps.files.remove(file.key);
      throw error;
    }
  }
  const body = endpoint.method === "GET" ? {} : checked(strict(endpoint.body), request.body ?? {}, "body");
  return {
    params,
    query,
    body,
    ifMatch: endpoint.ifMatch ? versionOf(request) : 0,
    file: null,
  } as Input<Endpoint>;
}

/** What a form has beside its file: names, boundaries, text fields. */
const maxFormBytes = 1024 * 1024;

async function receive(request: FastifyRequest, files: FileStore, maxBytes: number) {
  if (!request.isMultipart()) {
    throw new Problem({
      status: 415,
      type: "unsupported-media-type",
      detail: "Send the file as multipart/form-data.",
    });
  }
  // Whoever says beforehand that it is too much need not send it.
  if (Number(request.headers["content-length"] ?? 0) > maxBytes + maxFormBytes) throw tooLarge(maxBytes);
  const fields: Record<string, string> = {};
  let stored: Awaited<ReturnType<FileStore["receive"]>> | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes + 1 } })) {
      if (part.type === "field") {
        if (typeof part.value === "string") fields[part.fieldname] = part.value;
      } else if (stored === null) {
        stored = await files.receive(part.file, part.filename, maxBytes);
      } else {
        part.file.resume();
      }
    }
  } catch (error) {
    if (stored !== null) await files.remove(stored.key);
    throw error;
  }
  if (stored === null) {
    throw new Problem({
      status: 422,
      type: "invalid-input",
      detail: "No file came with the request.",
      errors: [{ pointer: "/file", message: "Choose a file." }],
    });
  }
  return { ...stored, fields };
}

function checked(schema: z.ZodType, value: unknown, part: RequestPart): unknown {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw fromZod(parsed.error, part);
  refuseUnkeepable(parsed.data, part, []);
  return parsed.data;
}

/** Said here for every route, since PostgreSQL refuses such text in words that depend on the column's type. */
function refuseUnkeepable(value: unknown, part: RequestPart, path: readonly string[]): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) throw unkeepable(part, path);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (!name.isWellFormed() || name.includes("\0")) throw unkeepable(part, path);
      refuseUnkeepable(inner, part, [...path, name]);
    }
  }
}

const strictly = new WeakMap<z.ZodType, z.ZodType>();

/**
 * A field that we do not know is a mistake of the caller, and better said than dropped. Made once for each schema,
 * which compiles itself at its first use.
 */
function strict(schema: z.ZodType): z.ZodType {
  const made = strictly.get(schema);
  if (made !== undefined) return made;
  const making =
    "strict" in schema && typeof schema.strict === "function" ? (schema.strict() as z.ZodType) : schema;
  strictly.set(schema, making);
  return making;
}

function versionOf(request: FastifyRequest): number {
  const header = request.headers["if-match"];
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(typeof header === "string" ? header : "");
  if (match === null) {
    throw new Problem({
      status: 428,
      type: "version-required",
      detail: "Send If-Match with the version that you read.",
    });
  }
  return Number(match[1]);
}

async function actOnce(
  route: Route,
  principal: Principal,
  input: Input<Endpoint>,
  request: FastifyRequest,
  deps: PipelineDependencies,
): Promise<Answer> {
  const key = request.headers["idempotency-key"];
  if (route.endpoint.idempotencyKey && typeof key !== "string") {
    throw new Problem({
      status: 400,
      type: "idempotency-key-required",
      detail: "This moves money: send an Idempotency-Key of your own, a new one for each intent.",
    });
  }
  try {
    return await deps.door.withPrincipal(principal, async (tx) => {
      const act = async () => ({ status: route.endpoint.status, body: await route.handle?.(tx, input) });
      if (typeof key !== "string" || request.method !== "POST" || input.file !== null) return act();
      return once(
        tx,
        {
          route: `${request.method} ${request.url.split("?")[0]}`,
          key,
          body: input.body,
          requestId: request.id,
        },
        act,
      );
    });
  } catch (error) {
    if (input.file !== null) await deps.files.remove(input.file.key);
    throw error;
  }
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  const body = answer.body ?? null;
  if (typeof body === "object" && body !== null && "version" in body && typeof body.version === "number") {
    void reply.header("etag", `"${body.version}"`);
  }
  const type = answer.status >= 400 ? "application/problem+json" : "application/json; charset=utf-8";
  return reply.code(answer.status).header("content-type", type).send(JSON.stringify(body));
}

function isDownload(body: unknown): body is Download {
  return (
    typeof body === "object" && body !== null && "fileName" in body && "contentType" in body && "body" in body
  );
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== undefined) headers.append(name, single);
    }
  }
  return headers;
}
