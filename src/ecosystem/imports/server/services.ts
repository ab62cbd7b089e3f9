import type { Pool } from "pg";
import type { Door } from "#platform/database/door.ts";
import type { FileStore } from "#platform/files/files.ts";
import type { ImportContext, ImportKind } from "#platform/imports/kind.ts";
import type { Principal } from "#platform/principal.ts";
import type { ImportRow } from "./store.ts";

/** What imports are given by the application. */
export interface ImportServices {
  door: Door;
  files: FileStore;
  /** For what only the owner of a table may do: its statistics. */
  ownerPool: Pool;
  enqueue: (job: string, vendorId: string, payload?: Record<string, unknown>, key?: string) => Promise<void>;
  /** The person as whom a job goes on; null when their access has ended. */
  resolver: { byMembership: (vendorId: string, id: string) => Promise<Principal | null> };
  /** The kinds of files that features take, plugged in by the application: some of them live above this folder. */
  importKinds: readonly ImportKind[];
}

export function kindOf(services: Pick<ImportServices, "importKinds">, name: ImportKind["kind"]): ImportKind {
  const kind = services.importKinds.find((one) => one.kind === name);
  if (kind === undefined) throw new Error(`No feature takes files of the kind ${name}.`);
  return kind;
}

export function contextOf(row: ImportRow, currency: string): ImportContext {
  return {
    importId: row.id,
    currency,
    openingReason: row.opening_reason,
    options: row.options,
  };
}
