import type { FastifyInstance } from "fastify";
import { brandOf, logoBytes, logoPath } from "#ecosystem/vendors/index.ts";
import { unknownAddress } from "#platform/problem.ts";
import type { Hanse } from "./hanse.ts";

const aDay = 86_400;

/** What browsers ask of a brand without anybody being signed in: its pictures, and how the app is called when installed. */
export function serveBrand(server: FastifyInstance, { controlPool }: Pick<Hanse, "controlPool">): void {
  server.get<{ Params: { name: string } }>(
    `${logoPath}/:name`,
    { schema: { hide: true } },
    async (request, reply) => {
      const sha256 = /^([0-9a-f]{64})\.png$/.exec(request.params.name)?.[1];
      const content = sha256 === undefined ? null : await logoBytes(controlPool, sha256);
      if (content === null) throw unknownAddress();
      return reply
        .header("content-type", "image/png")
        .header("x-content-type-options", "nosniff")
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cache-control", `public, max-age=${365 * aDay}, immutable`)
        .send(content);
    },
  );
  server.get("/manifest.webmanifest", { schema: { hide: true } }, async (request, reply) => {
    const brand = await brandOf(controlPool, request.hostname);
    const name = brand.productName ?? brand.vendorName ?? "Hanse";
    const logo = brand.logos.light;
    return reply
      .header("content-type", "application/manifest+json")
      .header("cache-control", "no-cache")
      .header("vary", "host")
      .send(
        JSON.stringify({
          name,
          short_name: name,
          start_url: "/",
          display: "standalone",
          theme_color: brand.accentColour ?? "#125f69",
          icons: logo
            ? [{ src: logo.url, sizes: `${logo.width}x${logo.height}`, type: "image/png" }]
            : [{ src: "/mark.svg", sizes: "any", type: "image/svg+xml" }],
        }),
      );
  });
}
