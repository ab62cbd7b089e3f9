import { defineConfig } from "@playwright/test";
import { browserArgs, browserPath } from "./test/journeys/browser.ts";

/*
 * Journeys through the product as its people take them: one demo that all of them share, and one empty installation for
 * the first run. Acts follow each other in the order of the files; beside them, a second browser only looks at pages.
 */
const looking = "**/*every-page*.journey.ts";

export default defineConfig({
  testDir: "test/journeys",
  projects: [
    { name: "acts", testMatch: "**/*.journey.ts", testIgnore: looking, workers: 1 },
    { name: "pages", testMatch: looking, workers: 1 },
  ],
  globalSetup: "./test/journeys/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"]],
  // Against hanging alone: the machine may have other things to do.
  timeout: 180_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: { executablePath: await browserPath(), args: browserArgs },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    colorScheme: "light",
    screenshot: "only-on-failure",
    trace: "off",
    video: "off",
  },
});
