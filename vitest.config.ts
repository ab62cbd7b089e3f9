import { defineConfig } from "vitest/config";

/*
 * Rules beside their files, everything else under test/ on one PostgreSQL that the run starts and ends. Each test file
 * runs in a process of its own, as many at once as there are cores; journeys in a browser have their own runner.
 */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/journeys/**"],
    globalSetup: ["test/world/global-setup.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // Against hanging alone; how long things take is for the benches to say.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
