import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createHttp } from "#app/server.ts";
import { openBrowser } from "../test/journeys/browser.ts";
import { adminEmail, install } from "./installation.ts";
import { type Bench, round } from "./result.ts";

const folder = fileURLToPath(new URL("../dist/web", import.meta.url));
const slowdown = 4;

/** What the first page weighs, and how soon its largest part is painted on a processor four times slower. */
export const web: Bench = async (log) => {
  if (!existsSync(join(folder, "index.html"))) throw new Error("Build the pages first: npm run build.");
  const bench = await install();
  const http = await createHttp(bench.hanse);
  const browser = await openBrowser();
  try {
    const address = await http.listen({ port: 0, host: "127.0.0.1" });
    const page = await browser.newPage({ baseURL: address });
    await page.request.post("/api/auth/sign-in/email", {
      data: { email: adminEmail, password: "bench bench bench" },
    });
    const weighed = new Map<string, number>();
    page.on("response", async (response) => {
      const path = new URL(response.url()).pathname;
      if (path.startsWith("/assets/") || path === "/") {
        weighed.set(path, gzipSync(await readFile(join(folder, path === "/" ? "index.html" : path))).length);
      }
    });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto("/", { waitUntil: "networkidle" });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
    const bytes = [...weighed].filter(([path]) => !path.endsWith(".woff2"));
    log(bytes.map(([path, size]) => `${path.split("/").at(-1)} ${round(size / 1000, 1)} kB`).join(", "));
    const total = bytes.reduce((sum, [, size]) => sum + size, 0);
    return [
      {
        name: "web",
        ours: round(total / 1000, 1),
        peer: null,
        unit: "kB gzip",
        ratio: null,
        n: bytes.length,
        what: "scripts and styles of the first load of the vendor's home; aim below 250",
      },
      {
        name: "web/paint",
        ours: round(painted / 1000, 2),
        peer: null,
        unit: "s",
        ratio: null,
        n: 1,
        what: "largest contentful paint of the vendor's home, processor 4 times slower; aim below 1.5",
      },
    ];
  } finally {
    await browser.close();
    await http.close();
    await bench.close();
  }
};
