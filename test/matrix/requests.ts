import { randomUUID } from "node:crypto";
import type { Route } from "#platform/http/route.ts";
import { invitationToken, type PersonName, people, vendors } from "../world/cast.ts";
import type { Answer, Client } from "../world/client.ts";
import { reaches } from "./askers.ts";
import { type Given, inputs } from "./inputs.ts";
import { absentId, type Sample } from "./kinds.ts";
import type { Extent } from "./policy.ts";
import { idKindsOf, type Place, requestFor } from "./shape.ts";

/** One address of the registry: a route, or the file that a list also is. */
export interface Target {
  route: Route;
  csv: boolean;
  /** Such as `GET /partners/{partnerId}/edges`. */
  name: string;
}

export function targetsOf(routes: readonly Route[]): Target[] {
  return routes.flatMap((route) => {
    const name = `${route.endpoint.method} ${route.endpoint.path}`;
    const list = { route, csv: false, name };
    return route.csv === undefined ? [list] : [list, { route, csv: true, name: `${name}.csv` }];
  });
}

export type Samples = ReadonlyMap<string, readonly Sample[]>;

/** A complete request of somebody, with every id that it names. */
export interface Request {
  target: Target;
  path: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  ifMatch: number;
}

/** The rows of a kind that a person gets at, and those of the same vendor that they do not. */
export function split(samples: Samples, prefix: string, who: PersonName, extent: Extent) {
  const all = samples.get(prefix) ?? [];
  const vendor = vendors[people[who].vendor].uuid;
  return {
    own: all.filter((one) => reaches(who, extent, one)),
    hidden: all.filter((one) => one.vendor === vendor && !reaches(who, extent, one)),
    otherVendors: all.filter((one) => one.vendor !== vendor),
  };
}

/** Tokens for routes that anybody may call who has one. */
export const tokens = { setup: "", invitation: invitationToken };

/** The request that a person would really send, naming ids they get at where there are any; `include` adds members. */
export function usualRequest(
  target: Target,
  samples: Samples,
  who: PersonName,
  extent: Extent,
  include: { query?: Place[]; body?: Place[] } = {},
): Request {
  const { endpoint } = target.route;
  const id = (prefix: string, state?: string, n = 0): string => {
    const { own, hidden, otherVendors } = split(samples, prefix, who, extent);
    const fits = (one: Sample) => state === undefined || one.state === state;
    const mine = own.filter(fits);
    const choice = mine[Math.min(n, mine.length - 1)] ?? [...hidden, ...otherVendors].find(fits);
    return choice?.id ?? absentId(prefix);
  };
  const given: Given = inputs[target.name.replace(/\.csv$/, "")]?.({ person: people[who], id, tokens }) ?? {};
  const body = requestFor(endpoint.body, (prefix) => id(prefix), include.body);
  return {
    target,
    path: { ...pathOf(target, samples, who, extent), ...given.path },
    query: { ...asRecord(requestFor(endpoint.query, (prefix) => id(prefix), include.query)), ...given.query },
    body: given.body === undefined ? body : merged(body, given.body),
    ifMatch: given.ifMatch ?? 1,
  };
}

function merged(made: unknown, written: unknown): unknown {
  return typeof written === "object" && written !== null && !Array.isArray(written)
    ? { ...asRecord(made), ...written }
    : written;
}

/** Ids for the path's parameters that belong together: each hangs on the one before, where it hangs on anything. */
function pathOf(target: Target, samples: Samples, who: PersonName, extent: Extent): Record<string, string> {
  const params = [...idKindsOf(target.route.endpoint.params)];
  const choose = (index: number, before: Sample | undefined): Sample[] | null => {
    const param = params[index];
    if (param === undefined) return [];
    const { own, hidden } = split(samples, param[1], who, extent);
    for (const one of own.length > 0 ? own : hidden) {
      if (before !== undefined && one.parents.length > 0 && !one.parents.includes(before.uuid)) continue;
      const rest = choose(index + 1, one);
      if (rest !== null) return [one, ...rest];
    }
    return null;
  };
  const chosen = choose(0, undefined) ?? [];
  return Object.fromEntries(
    params.map(([name, prefix], index) => [name, chosen[index]?.id ?? absentId(prefix)]),
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Sends a request; a file goes along where the route takes one. */
export function send(client: Client, request: Request): Promise<Answer> {
  const { endpoint } = request.target.route;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => request.path[name] ?? "");
  const query = new URLSearchParams(
    Object.entries(request.query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const address = `${path}${request.target.csv ? ".csv" : ""}${query.size === 0 ? "" : `?${query}`}`;
  const options = {
    ...(endpoint.idempotencyKey ? { idempotencyKey: randomUUID() } : {}),
    ...(endpoint.ifMatch ? { ifMatch: request.ifMatch } : {}),
  };
  if (endpoint.upload === "multipart")
    return client.send(endpoint.method, address, formOf(request.body), options);
  const body = endpoint.method === "GET" ? undefined : request.body;
  return client.send(endpoint.method, address, body, options);
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(asRecord(body))) form.set(name, String(value));
  form.set("file", new Blob(["name\nKvarner Marine\n"], { type: "text/csv" }), "accounts.csv");
  return form;
}

/** What somebody learns from an answer, with the request's own number and the ids it named taken out. */
export function told(answer: Answer, named: readonly string[]): string {
  let text = answer.text.replace(/"requestId":"[^"]*"/, '"requestId":""');
  for (const id of named) {
    text = text.replaceAll(id, "<id>").replaceAll(id.slice(id.indexOf("_") + 1), "<id>");
  }
  return `${answer.status} ${answer.headers.get("content-type")} ${text}`;
}
