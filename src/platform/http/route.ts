import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Tx } from "../database/tx.ts";
import type { StoredFile } from "../files/files.ts";
import type { Owned } from "../modules.ts";
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "./endpoint.ts";

/** What a caller sent, checked against the endpoint's schemas. */
export interface Input<E> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The version the caller read, where the endpoint asks for `If-Match`; otherwise 0. */
  ifMatch: number;
  /** The uploaded file, where the endpoint takes one. */
  file: StoredFile | null;
}

/** A file as the answer. */
export interface Download {
  fileName: string;
  contentType: string;
  body: string | Readable | AsyncIterable<string>;
}

/** Column of a CSV export: its heading and the cell made of one item. */
export interface CsvColumn<Item> {
  header: string;
  value: (item: Item) => string | number | null;
}

/** Who may call: the holders of an act, anyone who is signed in, or anyone at all. */
export type Access = { kind: "act"; act: string } | { kind: "member" } | { kind: "open" };

/** One route, bound: the endpoint, its policy and what it does. The pipeline runs all of them alike. */
export interface Route extends Owned {
  endpoint: Endpoint;
  access: Access;
  /** Runs in a transaction as the caller; absent on open routes. */
  handle?: (tx: Tx, input: Input<Endpoint>) => Promise<unknown>;
  /** Runs before anyone is known; only on open routes. */
  handleOpen?: (input: Input<Endpoint>, caller: OpenCaller) => Promise<unknown>;
  /** Runs after the transaction of `handle` is committed, such as waking a worker. */
  afterCommit?: () => void;
  csv?: readonly CsvColumn<unknown>[];
}

/** What is known of a caller who is nobody yet. */
export interface OpenCaller {
  address: string;
  /** The host that they asked, without its port. */
  host: string;
  headers: Headers;
}

type AnyEndpoint = Endpoint<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

/** Binds an endpoint to the act that its caller must hold and to what it does. */
export function route<E extends AnyEndpoint>(
  endpoint: E,
  bound: {
    act: string | "any-member";
    handle: (tx: Tx, input: Input<E>) => Promise<ResponseOf<E> | Download>;
    afterCommit?: () => void;
  },
): Route {
  return {
    endpoint: endpoint as unknown as Endpoint,
    access: bound.act === "any-member" ? { kind: "member" } : { kind: "act", act: bound.act },
    handle: bound.handle as unknown as NonNullable<Route["handle"]>,
    afterCommit: bound.afterCommit,
  };
}

/**
 * Binds a list. Beside the pages in JSON it answers at `<path>.csv` with all rows of the same filters, in the same
 * order, with the columns given.
 */
export function listRoute<E extends AnyEndpoint>(
  endpoint: E,
  bound: {
    act: string | "any-member";
    handle: (tx: Tx, input: Input<E>) => Promise<ResponseOf<E>>;
    csv: readonly CsvColumn<ItemOf<ResponseOf<E>>>[];
  },
): Route {
  return { ...route(endpoint, bound), csv: bound.csv as unknown as readonly CsvColumn<unknown>[] };
}

/** Binds a route that anybody may call: signing in, accepting an invitation, setting up. */
export function openRoute<E extends AnyEndpoint>(
  endpoint: E,
  handle: (input: Input<E>, caller: OpenCaller) => Promise<ResponseOf<E>>,
): Route {
  return {
    endpoint: endpoint as unknown as Endpoint,
    access: { kind: "open" },
    handleOpen: handle as unknown as NonNullable<Route["handleOpen"]>,
  };
}

type ItemOf<R> = R extends { items: (infer Item)[] } ? Item : never;
