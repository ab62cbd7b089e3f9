import { expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { csvUrl } from "./exports.ts";
import { urlOf } from "./url.ts";

const edges = endpoint({
  method: "GET",
  path: "/partners/{partnerId}/edges",
  summary: "Edges",
  tag: "Test",
  params: z.object({ partnerId: z.string() }),
});

test("parameters are encoded, empty filters left out, the order is one", () => {
  expect(urlOf(edges, { partnerId: "a/b" }, { to: "x y", from: "", at: undefined, kind: ["p", "q"] })).toBe(
    "/api/v1/partners/a%2Fb/edges?kind=p&kind=q&to=x+y",
  );
});

test("a missing parameter is a mistake of the page, and says so", () => {
  expect(() => urlOf(edges, {})).toThrow("needs partnerId");
});

test("the file of a list has the list's filters", () => {
  expect(csvUrl(edges, { partnerId: "p" }, { sort: "-name" })).toBe(
    "/api/v1/partners/p/edges.csv?sort=-name",
  );
});
