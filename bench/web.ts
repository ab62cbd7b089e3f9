import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { createHttp } from "#app/server.ts";
import { openBrowser } from "../test/journeys/browser.ts";
import { fillWins } from "./fill.ts";
import { adminEmail, install } from "./installation.ts";
import { type Bench, round } from "./result.ts";

const folder = fileURLToPath(new URL("../dist/web", import.meta.url));
const slowdown = 4;
const loads = 5;
const wins = 2_000;
const quietMs = 1_500;

/** One load of the page with nothing kept from an earlier one. */
interface Load {
  /** Milliseconds from the start of the navigation to the largest contentful paint. */
  paintedMs: number;
  files: { path: string; startedMs: number; sentBytes: number }[];
}

/**
 * What the vendor's home weighs until its largest part is painted on a processor four times slower, when that is, and
 * what the page fetches after it by itself.
 */
export const web: Bench = async (log) => {
  if (!existsSync(join(folder, "index.html"))) throw new Error("Build the pages first: npm run build.");
  const bench = await install();
  const http = await createHttp(bench.hanse);
  const browser = await openBrowser();
  try {
    await fillWins(bench, { wins, month: lastMonth() });
    const address = await http.listen({ port: 0, host: "127.0.0.1" });
    await loadOnce(browser, address);
    const all: Load[] = [];
    for (let at = 0; at < loads; at++) all.push(await loadOnce(browser, address));
    const median = all.toSorted((a, b) => a.paintedMs - b.paintedMs)[Math.floor(loads / 2)];
    if (median === undefined) throw new Error("Nothing was loaded.");
    const fastest = Math.min(...all.map(({ paintedMs }) => paintedMs));
    log(`painted after ${all.map(({ paintedMs }) => round(paintedMs / 1000, 2)).join(", ")} s`);
    const first = await weighed(median.files.filter(({ startedMs }) => startedMs <= median.paintedMs));
    const later = await weighed(median.files.filter(({ startedMs }) => startedMs > median.paintedMs));
    for (const [when, { heaviest }] of Object.entries({ first, later })) log(`${when}: ${heaviest}`);
    const weight = { peer: null, unit: "kB gzip", ratio: null };
    return [
      {
        name: "web",
        ours: first.kilobytes,
        ...weight,
        n: first.files,
        what: `document, scripts and styles asked for until the largest contentful paint of the vendor's home, sent as ${first.sent} kB of Brotli; aim below 250`,
      },
      {
        name: "web/later",
        ours: later.kilobytes,
        ...weight,
        n: later.files,
        what: "what the same page fetches after that paint by itself: its charts",
      },
      {
        name: "web/paint",
        ours: round(median.paintedMs / 1000, 2),
        peer: null,
        unit: "s",
        ratio: null,
        n: loads,
        what: `largest contentful paint of the vendor's home, processor 4 times slower, nothing cached, median (fastest ${round(fastest / 1000, 2)}); aim below 1.5`,
      },
    ];
  } finally {
    await browser.close();
    await http.close();
    await bench.close();
  }
};

async function loadOnce(browser: Browser, address: string): Promise<Load> {
  const page = await browser.newPage({ baseURL: address });
  try {
    await page.request.post("/api/auth/sign-in/email", {
      data: { email: adminEmail, password: "bench bench bench" },
    });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto("/");
    await page.locator("canvas").first().waitFor();
    await page.waitForTimeout(quietMs);
    return await page.evaluate(async () => {
      const paintedMs = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      });
      const timings = [
        ...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource"),
      ] as PerformanceResourceTiming[];
      const files = timings.map(({ name, startTime, encodedBodySize }) => ({
        path: new URL(name).pathname,
        startedMs: startTime,
        sentBytes: encodedBodySize,
      }));
      return { paintedMs, files };
    });
  } finally {
    await page.context().close();
  }
}

/** What these files weigh by gzip, and what was sent of them; fonts and answers of the API are not counted. */
async function weighed(files: Load["files"]) {
  const counted = files.filter(({ path }) => path === "/" || /\.(?:js|css)$/.test(path));
  const sizes = await Promise.all(
    counted.map(async ({ path, sentBytes }) => {
      const content = await readFile(join(folder, path === "/" ? "index.html" : path));
      return { path, sentBytes, bytes: gzipSync(content).length };
    }),
  );
  const heaviest = sizes
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, shownFiles)
    .map(({ path, bytes }) => `${path.split("/").at(-1)} ${round(bytes / 1000, 1)} kB`);
  return {
    files: counted.length,
    kilobytes: round(sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000, 1),
    sent: Math.round(sizes.reduce((sum, { sentBytes }) => sum + sentBytes, 0) / 1000),
    heaviest: heaviest.join(", "),
  };
}

const shownFiles = 12;

/** `YYYY-MM`, so that the home has something to show. */
function lastMonth(): string {
  return Temporal.Now.plainDateISO().toPlainYearMonth().subtract({ months: 1 }).toString();
}
