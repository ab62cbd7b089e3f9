import type { z } from "zod";
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { problemFrom, unreachable } from "./problem.ts";
import { apiSettings } from "./settings.ts";
import { urlOf } from "./url.ts";

/** A part of a call that must be given unless everything in it may be left out. */
type Part<Name extends string, T> =
  Record<string, never> extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** What the address of an endpoint needs. */
export type AddressOf<E extends Endpoint> = Part<"params", ParamsOf<E>> & { query?: Partial<QueryOf<E>> };

export type CallOptions<E extends Endpoint> = AddressOf<E> &
  Part<"body", BodyOf<E>> & {
    /** One key per intent of the person, the same for each try. */
    idempotencyKey?: string;
    /** The version that was read. */
    ifMatch?: string | number;
    signal?: AbortSignal;
  };

/** An endpoint that answers such a thing. */
export type Answering<Answer> = Endpoint<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType<Answer>>;

export interface LooseOptions {
  params?: object;
  query?: object;
  body?: unknown;
  idempotencyKey?: string | undefined;
  ifMatch?: string | number | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Calls an endpoint as the person who is signed in, and gives its answer.
 * @throws {ProblemError} whatever went wrong; status 0 when no answer came.
 */
export async function call<E extends Endpoint>(endpoint: E, options: CallOptions<E>): Promise<ResponseOf<E>> {
  return answer(await request(endpoint, options));
}

/** As `call`, for code that is generic over endpoints and knows itself what it sends and gets. */
export async function send(endpoint: Endpoint, options: LooseOptions) {
  return answer(await request(endpoint, options));
}

/** The server checks what it answers against the same schema, so the page takes it as it comes. */
async function answer(response: Response) {
  const body = await response.text();
  return body === "" ? null : JSON.parse(body);
}

/** As `call`, for an answer that is a file. */
export async function download(endpoint: Endpoint, options: LooseOptions): Promise<Blob> {
  return (await request(endpoint, options)).blob();
}

async function request(endpoint: Endpoint, options: LooseOptions): Promise<Response> {
  const { membership, onSignedOut, fetch } = apiSettings();
  const headers = new Headers({ Accept: endpoint.download ?? "application/json" });
  if (membership) headers.set("Hanse-Membership", membership);
  if (options.idempotencyKey) headers.set("Idempotency-Key", options.idempotencyKey);
  if (options.ifMatch !== undefined) headers.set("If-Match", `"${options.ifMatch}"`);
  const sendsBody = endpoint.method !== "GET" && options.body !== undefined;
  if (sendsBody) headers.set("Content-Type", "application/json");

  const response = await fetch(urlOf(endpoint, options.params, options.query), {
    method: endpoint.method,
    headers,
    body: sendsBody ? JSON.stringify(options.body) : null,
    credentials: "same-origin",
    signal: options.signal ?? null,
  }).catch((reason: unknown) => {
    if (options.signal?.aborted) throw reason;
    throw unreachable();
  });
  if (response.ok) return response;
  if (response.status === 401) onSignedOut();
  throw problemFrom(response.status, await response.text());
}
