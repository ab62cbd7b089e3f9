import { statfsSync } from "node:fs";
import type { Address } from "./embedded-address.ts";
import type { DataFolder } from "./embedded-folder.ts";

/** Below this, queries that work in parallel run out of room in `/dev/shm`; containers often give 64 MB. */
const minSharedMemoryBytes = 256 * 1024 * 1024;

/**
 * What the server is told at its start. `durable: false` lets the machine's crash (not the server's) lose data; tests
 * are quicker with it.
 */
export function serverSettings(
  folder: DataFolder,
  address: Address,
  durable: boolean,
): Record<string, string> {
  return {
    ...(process.platform === "win32" ? loopback(address) : socketOnly(address)),
    cluster_name: folder.name,
    max_connections: "100",
    shared_buffers: "256MB",
    dynamic_shared_memory_type: sharedMemoryType(),
    huge_pages: "off",
    jit: "off",
    timezone: "UTC",
    ...(durable ? allDurable : notDurable),
    ...(process.platform === "linux" ? quickRecovery : {}),
    ...quietLog,
  };
}

function socketOnly({ host, port }: Address): Record<string, string> {
  return {
    listen_addresses: "",
    unix_socket_directories: host,
    unix_socket_permissions: "0700",
    port: String(port),
  };
}

function loopback({ host, port }: Address): Record<string, string> {
  return { listen_addresses: host, port: String(port) };
}

const allDurable = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };
/* After a crash what was written is brought to disk first: with one call, not file by file through a thousand. */
const quickRecovery = { recovery_init_sync_method: "syncfs" };
const notDurable = { fsync: "off", full_page_writes: "off", synchronous_commit: "on" };

/* The server's log holds what its operator needs: no statements, and no values of people's data from error texts. */
const quietLog = {
  log_timezone: "UTC",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_checkpoints: "off",
};

function sharedMemoryType(): string {
  if (process.platform === "win32") return "windows";
  if (process.platform !== "linux") return "posix";
  try {
    const { bsize, blocks } = statfsSync("/dev/shm");
    return bsize * blocks >= minSharedMemoryBytes ? "posix" : "sysv";
  } catch {
    return "sysv";
  }
}
