import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import packaged from "@sparticuz/chromium";

/* What a browser would ask of the network by itself is off: tests need this machine alone. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a Chromium is: the one that CHROMIUM_PATH names, one that is installed, or the one that came with the packages. */
export async function browserPath(): Promise<string> {
  return (
    process.env.CHROMIUM_PATH ??
    installed.find((path) => existsSync(path)) ??
    (await packaged.executablePath())
  );
}

/** A real Chromium. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: browserArgs, headless: true });
}
