import { sql } from "kysely";
import { maybe } from "#platform/database/tx.ts";
import { startPulse } from "#platform/imports/pulse.ts";
import type { VendorContext } from "#platform/principal.ts";
import type { ImportServices } from "./services.ts";
import type { ImportRow } from "./store.ts";

/** Somebody asked for the work to stop. */
export class Cancelled extends Error {}

/** The import is no longer in the state that the work began in: somebody else has ended it. */
export class Superseded extends Error {}

/** Shows how far a check or a run is, on a connection of its own, and hears when it is to stop. */
export interface Progress {
  phase(phase: NonNullable<ImportRow["phase"]>): void;
  /** Throws `Cancelled` or `Superseded` when the work is to end. */
  done(rows: number, bytes?: number): void;
  stop(): Promise<void>;
}

export async function showProgress(
  services: Pick<ImportServices, "door">,
  vendor: VendorContext,
  importId: string,
  state: "checking" | "running",
): Promise<Progress> {
  const shown = { phase: state === "checking" ? "reading" : "waiting", rows: 0, bytes: 0 };
  const show = () =>
    services.door.withJob(vendor, (tx) =>
      maybe<{ cancellation_requested: boolean }>(
        tx,
        sql`update import set phase = ${shown.phase}, rows_done = ${shown.rows}, bytes_done = ${shown.bytes}, alive_at = now()
          where vendor_id = ${vendor.id} and id = ${importId} and state = ${state} returning cancellation_requested`,
      ),
    );
  const pulse = await startPulse(async () => {
    // A beat that gets no connection is lost; whether the work can go on, its own connection tells.
    const asked = await show().catch(() => undefined);
    if (asked === undefined) return;
    if (asked === null) throw new Superseded();
    if (asked.cancellation_requested) throw new Cancelled();
  });
  return {
    phase(phase) {
      pulse.check();
      shown.phase = phase;
    },
    done(rows, bytes) {
      pulse.check();
      shown.rows = rows;
      shown.bytes = bytes ?? shown.bytes;
    },
    stop: () => pulse.stop(),
  };
}
