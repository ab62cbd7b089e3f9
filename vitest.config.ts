import { defineConfig } from "vitest/config";

/** Tests that replace a module, which would reach the files after them. */
const alone = ["test/two-worlds.test.ts"];
const journeys = "test/journeys/**";

/*
 * Rules beside their files, everything else under test/ on one PostgreSQL that the run starts and ends. As many files at
 * once as there are cores, one after the other in a process that loads the product once, which saves a third of the
 * time: so no test may leave anything behind in a module, in the environment or in a global. Journeys in a browser have
 * their own runner.
 */
export default defineConfig({
  test: {
    globalSetup: ["test/world/global-setup.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // Against hanging alone; how long things take is for the benches to say.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: "alone", include: alone, isolate: true } },
      {
        extends: true,
        test: {
          name: "together",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [journeys, ...alone],
          isolate: false,
        },
      },
    ],
  },
});
