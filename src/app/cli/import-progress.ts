import { setTimeout as sleep } from "node:timers/promises";
import { cancelImport, getImport, type Import } from "#ecosystem/imports/contract.ts";
import type { Caller } from "../caller.ts";
import { endProgress, showProgress } from "./terminal.ts";

const lookEveryMs = 200;

/** Waits until a check or a run has ended, showing how far it is. Ctrl-C stops it, and nothing of it is kept. */
export async function followImport(caller: Caller, importId: string): Promise<Import> {
  const params = { importId };
  let cancelling = false;
  const cancel = () => {
    if (cancelling) return;
    cancelling = true;
    // It may have ended just now, and then there is nothing to stop.
    caller.call(cancelImport, { params }).catch(() => {});
  };
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  try {
    for (;;) {
      const now = await caller.call(getImport, { params });
      if (now.state !== "checking" && now.state !== "running") return now;
      showProgress(cancelling ? "Stopping …" : lineOf(now));
      await sleep(lookEveryMs);
    }
  } finally {
    process.off("SIGINT", cancel);
    process.off("SIGTERM", cancel);
    endProgress();
  }
}

function lineOf({ state, progress }: Import): string {
  const what = state === "checking" ? "Checking" : "Taking over";
  const rows =
    progress.rowsTotal === null
      ? `${progress.rowsDone} rows`
      : `${progress.rowsDone} of ${progress.rowsTotal} rows`;
  const share = progress.share === null ? "" : `, ${Math.floor(progress.share * 100)} %`;
  return `${what}: ${progress.phase ?? "waiting"}, ${rows}${share}`;
}
