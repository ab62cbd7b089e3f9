import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, ListQuery, MoneyJson, MonthJson, pageOf } from "#platform/http/wire.ts";

/*
 * A small made world for the gallery, answered in the page itself: no server is asked.
 */
export const Opportunity = z.object({
  id: z.string(),
  account: z.string(),
  product: z.string(),
  agent: z.string(),
  stage: z.enum(["prospecting", "engaging", "won", "lost"]),
  value: MoneyJson.nullable(),
  engagedOn: DayJson,
  closedOn: DayJson.nullable(),
  changedAt: InstantJson,
});
export type Opportunity = z.infer<typeof Opportunity>;

export const listOpportunities = endpoint({
  method: "GET",
  path: "/opportunities",
  summary: "Opportunities",
  tag: "Gallery",
  query: ListQuery.extend({
    search: z.string().optional(),
    stage: z.string().optional(),
    closedIn: MonthJson.optional(),
    valueFrom: z.string().optional(),
    valueTo: z.string().optional(),
    sort: z.string().optional(),
  }),
  response: pageOf(Opportunity),
});

export const createPartner = endpoint({
  method: "POST",
  path: "/partners",
  summary: "Create a partner",
  tag: "Gallery",
  body: z.object({
    name: z.string().trim().min(1),
    email: z.email().optional(),
    type: z.enum(["master-agent", "sub-agent", "direct-agent"]),
    startsOn: DayJson,
    firstPeriod: MonthJson.optional(),
    target: MoneyJson.optional(),
    note: z.string().max(2000).optional(),
    reason: z.string().min(1),
    paperwork: z.boolean(),
  }),
  response: z.object({ id: z.string() }),
  idempotencyKey: true,
});

const accounts = [
  "Konex",
  "Isdom",
  "Cancity",
  "Codehow",
  "Hatfan",
  "Ron-tech",
  "J-Texon",
  "Cheers",
  "Zumgoity",
  "Bioholding",
];
const products = [
  "GTX Plus Basic",
  "GTX Pro",
  "MG Special",
  "GTX Basic",
  "MG Advanced",
  "GTK 500",
  "GTX Plus Pro",
];
const agents = [
  "Darcel Schlecht",
  "Moses Frase",
  "Zane Levy",
  "Anna Snelling",
  "Vicki Laflamme",
  "Markita Hansen",
];
const stages = ["won", "engaging", "lost", "prospecting", "won"] as const;
const total = 100_000;

function pick<T>(from: readonly [T, ...T[]] | readonly T[], at: number): T {
  const one = from[at % from.length];
  if (one === undefined) throw new Error("The list is empty.");
  return one;
}

function opportunity(index: number): Opportunity {
  const stage = pick(stages, index * 7 + Math.floor(index / 3));
  const month = String(12 - (index % 12)).padStart(2, "0");
  const day = String(1 + ((index * 5) % 28)).padStart(2, "0");
  const cents = 5500 + ((index * 7919) % 2_600_000);
  const closed = stage === "won" || stage === "lost";
  return {
    id: `opp_${index}`,
    account: pick(accounts, index * 3),
    product: pick(products, index * 5 + 2),
    agent: pick(agents, index * 11),
    stage,
    value:
      stage === "won"
        ? { amount: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`, currency: "USD" }
        : null,
    engagedOn: `2025-${month}-01`,
    closedOn: closed ? `2025-${month}-${day}` : null,
    changedAt: `2025-${month}-${day}T14:00:00Z`,
  };
}

/** Answers as the server would, after a moment. */
export async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(String(input), window.location.origin);
  await new Promise((resolve) => setTimeout(resolve, 120));
  if (url.pathname === "/api/v1/opportunities") return json(opportunities(url.searchParams));
  if (init?.method === "POST") {
    return json(
      {
        type: "already-exists",
        title: "Already exists",
        status: 409,
        detail: "There is a partner of this name already.",
        errors: [{ pointer: "/name", message: "Alpine Systems is taken. Add a place or a legal form." }],
        requestId: "req-7f3a",
      },
      409,
    );
  }
  return json({ type: "not-found", title: "Not found", status: 404, detail: "There is nothing here." }, 404);
}

function opportunities(query: URLSearchParams) {
  if (query.get("search") === "nothing") return { items: [], nextCursor: null };
  const from = Number(query.get("cursor") || 0);
  const limit = Number(query.get("limit") ?? 100);
  const items = Array.from({ length: limit }, (_, offset) => opportunity(from + offset)).filter(
    ({ stage }) => !query.get("stage") || stage === query.get("stage"),
  );
  return { items, nextCursor: from + limit < total ? String(from + limit) : null };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}
