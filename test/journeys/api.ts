import { expect } from "@playwright/test";
import { today } from "./day.ts";
import { persona, told } from "./told.ts";

/** One call of the demo's API with a persona's own key, where a journey is about something else. It has to succeed. */
export async function call<Answer = { id: string; version: number }>(
  role: string,
  method: string,
  path: string,
  body?: object,
  version?: number,
): Promise<Answer> {
  const answer = await fetch(`${told().demo}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${persona(role).apiKey}`,
      ...(body && { "content-type": "application/json" }),
      ...(version !== undefined && { "if-match": `"${version}"` }),
    },
    body: body ? JSON.stringify(body) : null,
  });
  const said = await answer.text();
  expect(answer.ok, `${method} ${path} as ${role}: ${said}`).toBe(true);
  return JSON.parse(said);
}

/** Registers a customer in Norway for an agent, who wants to sell one of a product; answers the registration's id. */
export async function register(role: string, customerName: string, product = "GTX Basic"): Promise<string> {
  const products = await call<{ items: { id: string; name: string }[] }>(role, "GET", "/products");
  const { id, version } = await call(role, "POST", "/deals", {
    customerName,
    customerCountry: "NO",
    expectedCloseOn: inDays(90),
    lines: [{ productId: products.items.find(({ name }) => name === product)?.id, quantity: 1 }],
  });
  await call(role, "POST", `/deals/${id}/submission`, undefined, version);
  return id;
}

export function inDays(days: number): string {
  return Temporal.PlainDate.from(today()).add({ days }).toString();
}
