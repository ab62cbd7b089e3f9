import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { assemble, type Hanse } from "#app/hanse.ts";
import { createVendor } from "#ecosystem/vendors/index.ts";
import { readConfig } from "#platform/config.ts";
import { openEmbedded } from "#platform/database/embedded.ts";
import { createPool } from "#platform/database/pool.ts";
import { systemClock } from "#platform/time/clock.ts";

/** An installation of its own for a measurement, durable like a real one, with a vendor and its administrator. */
export interface BenchInstallation {
  hanse: Hanse;
  /** A superuser's connections, to fill tables and to measure the bare limit. */
  admin: pg.Pool;
  /** How to open more of them. */
  connection: pg.PoolConfig;
  vendorId: string;
  /** The database's first process, the parent of its others. */
  serverPid: number;
  close(): Promise<void>;
}

export const adminEmail = "bench@hanse.example";

export async function install(): Promise<BenchInstallation> {
  const folder = await mkdtemp(join(tmpdir(), "hanse-bench-"));
  const database = await openEmbedded({ dataFolder: folder, mode: "own", log: () => {} });
  const config = {
    ...readConfig({ DATA_FOLDER: folder, LOG_LEVEL: "silent" }),
    requestsPerMinute: 100_000_000,
  };
  const hanse = await assemble({
    config,
    connection: database.connection,
    clock: systemClock,
    log: () => {},
  });
  const { vendorId, membershipId } = await createVendor(hanse.door, {
    name: "Bench",
    timezone: "UTC",
    currency: "USD",
    admin: { name: "Bench", email: adminEmail, password: "bench bench bench" },
  });
  const connection = { ...database.admin, database: database.connection.database };
  const admin = createPool({ connection, max: 4, onError: () => {} });
  await admin.query("update membership set roles = '{vendor-admin,channel-manager,finance}' where id = $1", [
    membershipId,
  ]);
  return {
    hanse,
    admin,
    connection,
    vendorId,
    serverPid: Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]),
    close: async () => {
      await admin.end();
      await hanse.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
