import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "#platform/http/endpoint.ts";

/** An answer as it came: `body` is parsed JSON where it was JSON, otherwise the text. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers whose shape they go on to assert
  body: any;
  text: string;
  headers: Headers;
}

export interface RequestOptions {
  idempotencyKey?: string;
  /** The version that was read. */
  ifMatch?: number | string;
  headers?: Record<string, string>;
}

/** What an endpoint takes; parts that are empty may be left out. */
export interface CallInput<E> {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
  ifMatch?: number;
  idempotencyKey?: string;
}

type AnyEndpoint = Endpoint<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

/** Somebody at the API: their requests carry their key or their cookie. */
export interface Client {
  /** The headers that say who it is. */
  identity: Readonly<Record<string, string>>;
  get(path: string, options?: RequestOptions): Promise<Answer>;
  post(path: string, body?: unknown, options?: RequestOptions): Promise<Answer>;
  put(path: string, body?: unknown, options?: RequestOptions): Promise<Answer>;
  patch(path: string, body?: unknown, options?: RequestOptions): Promise<Answer>;
  delete(path: string, options?: RequestOptions): Promise<Answer>;
  /** Any request; `body` is sent as it is when it is text or a form. */
  send(method: string, path: string, body?: unknown, options?: RequestOptions): Promise<Answer>;
  /** Calls a declared endpoint and answers its typed body; a problem is thrown, with the document in its message. */
  call<E extends AnyEndpoint>(endpoint: E, input?: CallInput<E>): Promise<ResponseOf<E>>;
}

/** A client of the server at `origin`; `identity` are the headers that say who it is. Paths are below `/api/v1`. */
export function createClient(origin: string, identity: Record<string, string>): Client {
  const send: Client["send"] = async (method, path, body, options = {}) => {
    const ready = typeof body === "string" || body instanceof FormData || body === undefined;
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        ...identity,
        ...(ready ? {} : { "content-type": "application/json" }),
        ...(options.idempotencyKey === undefined ? {} : { "idempotency-key": options.idempotencyKey }),
        ...(options.ifMatch === undefined ? {} : { "if-match": `"${options.ifMatch}"` }),
        ...options.headers,
      },
      body: ready ? body : JSON.stringify(body),
      redirect: "manual",
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      body: json ? JSON.parse(text) : text,
      text,
      headers: response.headers,
    };
  };
  return {
    identity,
    send,
    get: (path, options) => send("GET", path, undefined, options),
    post: (path, body, options) => send("POST", path, body, options),
    put: (path, body, options) => send("PUT", path, body, options),
    patch: (path, body, options) => send("PATCH", path, body, options),
    delete: (path, options) => send("DELETE", path, undefined, options),
    call: async (endpoint, input = {}) => {
      const answer = await send(endpoint.method, pathOf(endpoint, input), bodyOf(endpoint, input), {
        ...(endpoint.idempotencyKey ? { idempotencyKey: input.idempotencyKey ?? randomUUID() } : {}),
        ...(input.ifMatch === undefined ? {} : { ifMatch: input.ifMatch }),
      });
      if (answer.status !== endpoint.status) {
        throw new Error(`${endpoint.method} ${endpoint.path} answered ${answer.status}: ${answer.text}`);
      }
      return answer.body;
    },
  };
}

function pathOf(endpoint: AnyEndpoint, input: { params?: object; query?: object }): string {
  const params = new Map<string, unknown>(Object.entries(input.params ?? {}));
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(params.get(name))),
  );
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return query.size === 0 ? path : `${path}?${query}`;
}

function bodyOf(endpoint: AnyEndpoint, input: { body?: unknown }): unknown {
  return endpoint.method === "GET" || endpoint.method === "DELETE" ? undefined : (input.body ?? {});
}
