import { z } from "zod";
import { maxUploadBytes } from "../limits.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * The public shape of one route: what goes in and what comes out. It is plain data without server code, so a
 * feature's contract holds it and both sides use it: the server binds a policy and an action to it, the web app
 * calls it with the same types, and the OpenAPI document is made from it.
 */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** Below `/api/v1`, with `{name}` for parameters: `/partners/{partnerId}/edges`. */
  path: string;
  /** One sentence for the API guide. */
  summary: string;
  /** The noun under which the API guide lists it. */
  tag: string;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  /** Status of a success; 200 unless told. */
  status: number;
  /** True for a POST that creates or moves money: the caller must send `Idempotency-Key`. */
  idempotencyKey: boolean;
  /** True where two people may edit the same thing: the caller must send `If-Match` with the version it read. */
  ifMatch: boolean;
  /** What the body or the answer is when it is not JSON. */
  upload: "multipart" | null;
  /** The most that a file may have where one is uploaded. */
  maxUploadBytes: number;
  download: "text/csv" | "application/json" | "application/octet-stream" | null;
}

const Nothing = z.object({});
type Nothing = typeof Nothing;

interface EndpointInit<P, Q, B, R> {
  method: Method;
  path: string;
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  status?: number;
  idempotencyKey?: boolean;
  ifMatch?: boolean;
  upload?: "multipart";
  maxUploadBytes?: number;
  download?: "text/csv" | "application/json" | "application/octet-stream";
}

/** Declares a route's public shape; parts that are left out are empty. */
export function endpoint<
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = z.ZodNull,
>(init: EndpointInit<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    method: init.method,
    path: init.path,
    summary: init.summary,
    tag: init.tag,
    params: (init.params ?? Nothing) as P,
    query: (init.query ?? Nothing) as Q,
    body: (init.body ?? Nothing) as B,
    response: (init.response ?? z.null()) as R,
    status: init.status ?? 200,
    idempotencyKey: init.idempotencyKey ?? false,
    ifMatch: init.ifMatch ?? false,
    upload: init.upload ?? null,
    maxUploadBytes: init.maxUploadBytes ?? maxUploadBytes,
    download: init.download ?? null,
  };
}

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodObject, z.ZodType, z.ZodType> ? z.infer<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodObject, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodObject, z.ZodObject, infer B, z.ZodType> ? z.infer<B> : never;
export type ResponseOf<E> =
  E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodType, infer R> ? z.infer<R> : never;
