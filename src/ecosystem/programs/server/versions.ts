import { type RawBuilder, sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { Day } from "#platform/time/day.ts";
import type { Ladder } from "../../ladders/contract.ts";
import { ProgramDocument, type ProgramTerms } from "../document.ts";

/** A published version of a program, as rules read it. */
export interface PublishedVersion {
  id: string;
  programId: string;
  programName: string;
  version: number;
  effectiveFrom: string;
  document: ProgramDocument;
}

interface DocumentRow {
  id: string;
  program_id: string;
  program_name: string;
  version: number;
  effective_from: string;
  terms: Omit<ProgramTerms, "label"> & { label?: string };
  ladder: Ladder | null;
}

const columns = sql`v.id, v.program_id, p.name as program_name, v.version, v.effective_from::text, v.terms, v.ladder`;
const tables = sql`program_version v join program p on p.vendor_id = v.vendor_id and p.id = v.program_id`;
/** A version that was taken back before its first day never holds. */
export const standing: RawBuilder<boolean> = sql`not exists (select from program_version_withdrawal w
  where w.vendor_id = v.vendor_id and w.version_id = v.id)`;

/** The version of a program that a day goes by; null where none is in force yet. */
export async function versionOn(tx: Tx, programId: string, day: Day): Promise<PublishedVersion | null> {
  const [version] = await inForce(tx, day, sql`v.program_id = ${programId}`);
  return version ?? null;
}

/** The programs with a version in force on a day, each with it; the oldest program first. */
export async function programsOn(tx: Tx, day: Day): Promise<PublishedVersion[]> {
  return inForce(tx, day, sql`true`);
}

async function inForce(tx: Tx, day: Day, which: RawBuilder<boolean>): Promise<PublishedVersion[]> {
  const found = await rows(
    tx,
    sql<DocumentRow>`select * from (
        select distinct on (v.program_id) ${columns}, p.created_at from ${tables}
        where v.vendor_id = ${tx.vendorId} and ${which} and ${standing} and v.effective_from <= ${day.toString()}::date
        order by v.program_id, v.version desc
      ) as current order by created_at, program_id`,
  );
  return found.map(present);
}

/** The versions of all programs that hold on a day or later. */
export async function versionsFrom(tx: Tx, day: Day): Promise<PublishedVersion[]> {
  const on = sql`${day.toString()}::date`;
  const found = await rows(
    tx,
    sql<DocumentRow>`select ${columns} from ${tables}
      where v.vendor_id = ${tx.vendorId} and ${standing} and (v.effective_from > ${on} or v.version = (
        select max(n.version) from program_version n where n.vendor_id = v.vendor_id and n.program_id = v.program_id
          and n.effective_from <= ${on} and not exists (select from program_version_withdrawal w
            where w.vendor_id = n.vendor_id and w.version_id = n.id)))
      order by p.created_at, v.program_id, v.version`,
  );
  return found.map(present);
}

/** All versions of a program that hold at some time, the first one first: for what is computed over history. */
export async function versionsOf(tx: Tx, programId: string): Promise<PublishedVersion[]> {
  const found = await rows(
    tx,
    sql<DocumentRow>`select ${columns} from ${tables}
      where v.vendor_id = ${tx.vendorId} and v.program_id = ${programId} and ${standing} order by v.version`,
  );
  return found.map(present);
}

/** One version by its id; null where there is none. */
export async function documentOf(tx: Tx, versionId: string): Promise<PublishedVersion | null> {
  const [row] = await rows(
    tx,
    sql<DocumentRow>`select ${columns} from ${tables} where v.vendor_id = ${tx.vendorId} and v.id = ${versionId}`,
  );
  return row === undefined ? null : present(row);
}

function present(row: DocumentRow): PublishedVersion {
  return {
    id: row.id,
    programId: row.program_id,
    programName: row.program_name,
    version: row.version,
    effectiveFrom: row.effective_from,
    // What was published before versions had a label is called as its program is.
    document: { ...row.terms, label: row.terms.label ?? row.program_name.slice(0, 80), ladder: row.ladder },
  };
}

/**
 * What is being written, as far as it is a whole program; null where nothing is, or not to the end. For what people try
 * before it is published: nothing that partners read follows from it.
 */
export async function draftedDocument(tx: Tx, programId: string): Promise<ProgramDocument | null> {
  const draft = await maybe(
    tx,
    sql<{ document: unknown }>`select document from program_draft
      where vendor_id = ${tx.vendorId} and program_id = ${programId}`,
  );
  return ProgramDocument.safeParse(draft?.document).data ?? null;
}
