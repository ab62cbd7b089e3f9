import type { TestProject } from "vitest/node";
import { startDatabase } from "./database-server.ts";

/** One database server for all files of a run, with a migrated template to copy; it ends with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDatabase();
  project.provide("database", server.access);
  return server.end;
}
