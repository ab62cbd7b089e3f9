import { sql } from "kysely";
import { maybe, rows } from "#platform/database/tx.ts";
import { toProblem } from "#platform/http/problems.ts";
import { emptyStage } from "#platform/imports/stage.ts";
import { renewStatistics } from "#platform/imports/statistics.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import type { Principal, VendorContext } from "#platform/principal.ts";
import { Problem } from "#platform/problem.ts";
import { checkKeptDays, maxAttempts, type State } from "../import.ts";
import { checkFile } from "./check.ts";
import { holdStage } from "./locks.ts";
import { Cancelled, Superseded } from "./progress.ts";
import { Outdated, runFile } from "./run.ts";
import type { ImportServices } from "./services.ts";

export const jobNames = {
  check: "import-check",
  run: "import-run",
  sweep: "import-sweep",
  removeFile: "import-file-removal",
} as const;

/** Work that gave no sign of life for so long is nobody's any more. */
const deadAfter = "90 seconds";
/** From so many rows on, what the planner knows of the tables is no longer true. */
const manyRows = 1_000;

export function importJobs(services: ImportServices): Job[] {
  return [
    {
      name: jobNames.check,
      run: (vendor, payload) => resume(services, vendor, String(payload.importId), "checking"),
    },
    {
      name: jobNames.run,
      run: (vendor, payload) => resume(services, vendor, String(payload.importId), "running"),
    },
    { name: jobNames.sweep, schedule: "*/10 * * * *", run: (vendor) => sweep(services, vendor) },
    {
      name: jobNames.removeFile,
      run: (vendor, payload) =>
        removeFile(services, vendor, String(payload.importId), String(payload.fileKey)),
    },
  ];
}

/** Does the check or the run that an import waits for, as the person who asked for it; again after a crash. */
async function resume(
  services: ImportServices,
  vendor: VendorContext,
  importId: string,
  state: "checking" | "running",
): Promise<void> {
  const begun = await services.door.withJob(vendor, async (tx) => {
    // Whoever asked may not have committed yet: first wait for the row, then look at its state.
    await sql`select from import where vendor_id = ${vendor.id} and id = ${importId} for update`.execute(
      tx.db,
    );
    return maybe<{ acting_id: string; attempts: number }>(
      tx,
      sql`update import set attempts = attempts + 1, alive_at = now()
        where vendor_id = ${vendor.id} and id = ${importId} and state = ${state} returning acting_id, attempts`,
    );
  });
  if (begun === null) return;
  if (begun.attempts > maxAttempts) {
    await settle(services, vendor, importId, {
      state: "failed",
      failure: `This was interrupted ${maxAttempts} times, so it was given up. Nothing was changed.`,
    });
    return;
  }
  const principal = await services.resolver.byMembership(vendor.id, begun.acting_id);
  if (principal === null || !principal.can.has("import.manage")) {
    await settle(services, vendor, importId, {
      state: "failed",
      failure: "Whoever asked for this may no longer import. Nothing was changed.",
    });
    return;
  }
  await work(services, principal, importId, state);
}

/**
 * Checks or runs, and leaves the import in a state from which people can go on, whatever happens.
 * @throws what nobody foresaw, and a database that does not answer: then it is worth another attempt
 */
async function work(
  services: ImportServices,
  principal: Principal,
  importId: string,
  state: "checking" | "running",
): Promise<void> {
  const { vendor } = principal;
  try {
    if (state === "checking") return await checkFile(services, principal, importId);
    const { created, updated } = await runFile(services, principal, importId);
    await clearStage(services, vendor, importId);
    if (created + updated >= manyRows) await renewStatistics(services.ownerPool);
  } catch (error) {
    if (error instanceof Superseded) return;
    const outcome = outcomeOf(error, state);
    if (outcome === null) throw error;
    await settle(services, vendor, importId, outcome);
    if (outcome.state === "failed" && !(error instanceof Problem)) throw error;
  }
}

/** Where an import stands after an error; null when the same attempt may go better later. */
function outcomeOf(
  error: unknown,
  state: "checking" | "running",
): { state: State; failure: string | null } | null {
  if (error instanceof Cancelled)
    return { state: state === "checking" ? "mapped" : "checked", failure: null };
  if (error instanceof Outdated) return { state: "mapped", failure: error.message };
  const problem = toProblem(error);
  const lost = problem.status === 503 || (error instanceof Error && /connection|ECONN/i.test(error.message));
  return lost && !(error instanceof Problem && problem.status !== 503)
    ? null
    : { state: "failed", failure: problem.message };
}

/** Ends the work on an import, unless somebody else has. */
async function settle(
  services: ImportServices,
  vendor: VendorContext,
  importId: string,
  outcome: { state: State; failure: string | null },
): Promise<void> {
  await services.door.withJob(vendor, (tx) =>
    sql`update import set state = ${outcome.state}, failure = ${outcome.failure}, phase = null, alive_at = null, attempts = 0,
        cancellation_requested = false, version = version + 1
      where vendor_id = ${vendor.id} and id = ${importId} and state in ('checking', 'running')`.execute(
      tx.db,
    ),
  );
}

/** Lets go of the rows of an import that nobody will take over any more. */
async function clearStage(services: ImportServices, vendor: VendorContext, importId: string): Promise<void> {
  await services.door.withJob(vendor, async (tx) => {
    await holdStage(tx, importId);
    const unused = await maybe(
      tx,
      sql`update import set staged = false
        where vendor_id = ${vendor.id} and id = ${importId} and state not in ('checking', 'checked', 'running') returning id`,
    );
    if (unused !== null) await emptyStage(tx, importId);
  });
}

/** Finds work that died with its process and begins it anew; lets go of rows that nobody will take over. */
async function sweep(services: ImportServices, vendor: VendorContext): Promise<void> {
  const { dead, left } = await services.door.withJob(vendor, async (tx) => ({
    dead: await rows<{ id: string; state: "checking" | "running" }>(
      tx,
      sql`select id, state from import where vendor_id = ${vendor.id} and state in ('checking', 'running')
        and coalesce(alive_at, requested_at) < now() - ${deadAfter}::interval`,
    ),
    left: await rows<{ id: string }>(
      tx,
      sql`update import set state = case state when 'checked' then 'mapped' else state end
        where vendor_id = ${vendor.id} and staged and (state in ('done', 'undone', 'failed', 'uploaded', 'mapped')
          or state = 'checked' and requested_at < now() - make_interval(days => ${checkKeptDays}::integer))
        returning id`,
    ),
  }));
  for (const { id, state } of dead) {
    await services.enqueue(
      state === "checking" ? jobNames.check : jobNames.run,
      vendor.id,
      { importId: id },
      jobKey(id),
    );
  }
  for (const { id } of left) await clearStage(services, vendor, id);
}

/** An import has one piece of work at a time. */
export function jobKey(importId: string): string {
  return `import:${importId}`;
}

/** Removes the file of an import that was discarded; waits until that is certain. */
async function removeFile(
  services: ImportServices,
  vendor: VendorContext,
  importId: string,
  fileKey: string,
): Promise<void> {
  const kept = await services.door.withJob(vendor, (tx) =>
    maybe(tx, sql`select id from import where vendor_id = ${vendor.id} and id = ${importId} for update`),
  );
  if (kept === null) await services.files.remove(fileKey);
}
