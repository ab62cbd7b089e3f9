import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startInstallation } from "./installations.ts";
import { tellJourneys } from "./told.ts";

/** The demo with its sample programme and an installation in which nobody is yet; both end with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "hanse-journeys-"));
  const starts = await Promise.allSettled([
    startInstallation("demo", join(folder, "demo")),
    startInstallation("main", join(folder, "empty")),
  ]);
  const end = async () => {
    await Promise.all(starts.map((start) => (start.status === "fulfilled" ? start.value.end() : undefined)));
    await rm(folder, { recursive: true, force: true });
  };
  const [demo, empty] = starts;
  if (demo.status === "rejected" || empty.status === "rejected") {
    await end();
    const failed = starts.flatMap((start) => (start.status === "rejected" ? [start.reason] : []));
    throw failed.length === 1 ? failed[0] : new AggregateError(failed);
  }
  tellJourneys({
    folder,
    demo: demo.value.address,
    empty: empty.value.address,
    setupToken: tokenIn(empty.value.said()),
  });
  return end;
}

/** The one-time token for the first visit stands on a line of its own. */
function tokenIn(said: string): string {
  const token = /one-time token.*\n\s+(\S+)/.exec(said)?.[1];
  if (token === undefined) throw new Error(`The empty installation told no token:\n${said}`);
  return token;
}
