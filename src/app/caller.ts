import type { Readable } from "node:stream";
import type { z } from "zod";
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "#platform/http/endpoint.ts";
import { fromZod } from "#platform/http/problems.ts";
import type { Input, Route } from "#platform/http/route.ts";
import { isOff } from "#platform/modules.ts";
import type { Principal } from "#platform/principal.ts";
import { forbidden, unknownAddress } from "#platform/problem.ts";
import type { Clock } from "#platform/time/clock.ts";
import { features } from "./features.ts";
import type { Hanse } from "./hanse.ts";

type AnyEndpoint = Endpoint<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

interface CallInput<E> {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  body?: BodyOf<E>;
  ifMatch?: number;
  /** For endpoints that take a file. */
  file?: { name: string; content: Readable };
}

/** Somebody who calls the routes without a network between: the same acts, checks and transactions as over HTTP. */
export interface Caller {
  call<E extends AnyEndpoint>(endpoint: E, input?: CallInput<E>): Promise<ResponseOf<E>>;
}

/** Makes callers on one installation; by another clock, history happens on its own days. */
export function createCallers(hanse: Hanse): (principal: Principal, clock?: Clock) => Caller {
  const routes = new Map<string, Route>(
    features(hanse).routes.map((route) => [`${route.endpoint.method} ${route.endpoint.path}`, route]),
  );
  return (principal, clock = hanse.clock) => ({
    async call<E extends AnyEndpoint>(endpoint: E, input: CallInput<E> = {}): Promise<ResponseOf<E>> {
      const route = routes.get(`${endpoint.method} ${endpoint.path}`);
      if (route?.handle === undefined) throw new Error(`${endpoint.method} ${endpoint.path} is not bound.`);
      const { handle } = route;
      if (isOff(route, principal.vendor)) throw unknownAddress();
      if (route.access.kind === "act" && !principal.can.has(route.access.act)) throw forbidden();
      const checked = await readInput(hanse, route.endpoint, input);
      try {
        const answer = await hanse.door.at(clock).withPrincipal(principal, (tx) => handle(tx, checked));
        route.afterCommit?.();
        return answer as ResponseOf<E>;
      } catch (error) {
        if (checked.file !== null) await hanse.files.remove(checked.file.key);
        throw error;
      }
    },
  });
}

async function readInput<E>(hanse: Hanse, endpoint: Endpoint, input: CallInput<E>): Promise<Input<Endpoint>> {
  const read = (schema: z.ZodType, value: unknown, part: "path" | "query" | "body") => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw fromZod(parsed.error, part);
    return parsed.data as Record<string, unknown>;
  };
  return {
    params: read(endpoint.params, input.params ?? {}, "path"),
    query: read(endpoint.query, input.query ?? {}, "query"),
    body: read(endpoint.body, input.body ?? {}, "body"),
    ifMatch: input.ifMatch ?? 0,
    file:
      input.file === undefined
        ? null
        : await hanse.files.receive(input.file.content, input.file.name, endpoint.maxUploadBytes),
  };
}
