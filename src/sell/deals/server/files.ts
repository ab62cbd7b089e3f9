import { sql } from "kysely";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { FileStore, StoredFile } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import type { Download } from "#platform/http/route.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, notFound, Problem } from "#platform/problem.ts";
import { handOut, type Kept, linkTo, requireFile, typeOf } from "../../evidence/index.ts";
import { type DealDetail, maxFiles, maxFilesBytes } from "../contract.ts";
import { events } from "../events.ts";
import { aboutOf, namesOf } from "./about.ts";
import { load, loadFor, loadOwn, stateOf } from "./load.ts";
import { detailOf } from "./present.ts";

/*
 * Proofs. Kept under random names, of kinds that their content has, and handed out as attachments by links that are one
 * reader's own for a minute.
 */

/** What the links to proofs are called. */
const linkKind = "deal";

/** Adds a proof. @throws Problem 422 for a kind that is not taken or an empty file, 409 when there are enough */
export async function addFile(
  tx: Tx,
  publicId: string,
  sent: StoredFile | null,
  files: FileStore,
): Promise<DealDetail> {
  const row = await loadFor(tx, "addFile", publicId, null);
  const file = requireFile(sent);
  await refuseTooMuch(tx, row.id, file);
  const contentType = await typeOf(file, files);
  await sql`insert into registration_file (vendor_id, id, registration_id, partner_id, file_key, file_name, content_type,
      file_bytes, file_sha256, added_by, added_at)
    values (${tx.vendorId}, ${newId()}, ${row.id}, ${row.partner_id}, ${file.key}, ${file.fileName}, ${contentType},
      ${file.bytes}, ${file.sha256}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(tx.db);
  if (stateOf(tx, row) !== "draft")
    await record(tx, events.dealAmended, aboutOf(row), {
      ...namesOf(row),
      fields: ["files"],
      claimChanged: false,
    });
  return detailOf(tx, publicId);
}

/** The caller holds the registration, so two files at once are counted one after the other. */
async function refuseTooMuch(tx: Tx, registrationId: string, file: StoredFile): Promise<void> {
  const there = await one(
    tx,
    sql<{
      count: number;
      bytes: bigint;
    }>`select count(*)::int as count, coalesce(sum(file_bytes), 0)::bigint as bytes
      from registration_file where vendor_id = ${tx.vendorId} and registration_id = ${registrationId}`,
  );
  if (there.count >= maxFiles) throw enough(`There are ${maxFiles} files already. Take one away first.`);
  if (Number(there.bytes) + file.bytes > maxFilesBytes)
    throw enough(
      `All files of a registration together have at most ${maxFilesBytes / 1024 / 1024} MB. Take one away first, or send the pages that matter.`,
    );
}

function enough(message: string): Problem {
  return new Problem({
    status: 409,
    type: "enough-files",
    detail: message,
    errors: [{ pointer: "/file", message }],
  });
}

/** Where the caller fetches a proof. @throws Problem 404 */
export async function linkFile(
  tx: Tx,
  publicId: string,
  publicFileId: string,
  links: FileLinks,
): Promise<{ url: string; validUntil: string }> {
  const row = await load(tx, publicId);
  const fileId = fromPublicId("dfl", publicFileId, "file");
  const there = await maybe(
    tx,
    sql`select id from registration_file where vendor_id = ${tx.vendorId} and registration_id = ${row.id} and id = ${fileId}`,
  );
  if (there === null) throw notFound("file");
  return linkTo(tx, links, { kind: linkKind, fileId });
}

/** Opens the proofs that links lead to: whoever may not see the registration any more gets none. */
export function fileReaders({ files }: { files: FileStore }) {
  return {
    [linkKind]: { act: "deal.read", open: (tx: Tx, fileId: string) => openFile(tx, fileId, files) },
  };
}

async function openFile(tx: Tx, fileId: string, files: FileStore): Promise<Download> {
  const found = await maybe(
    tx,
    sql<Kept & { registration_id: string }>`select registration_id, file_key, file_name, content_type
          from registration_file where vendor_id = ${tx.vendorId} and id = ${fileId}`,
  );
  if (found === null) throw notFound("file");
  await load(tx, toPublicId("deal", found.registration_id));
  return handOut(found, files);
}

/** Takes a proof away again; its bytes go with the next sweep. */
export async function removeFile(tx: Tx, publicId: string, fileId: string): Promise<DealDetail> {
  const { id: registrationId } = await loadOwn(tx, publicId);
  const id = fromPublicId("dfl", fileId, "file");
  const there = await maybe(
    tx,
    sql<{ added_at: Temporal.Instant; is_named: boolean }>`select f.added_at,
        exists (select from registration_outcome_document o where o.vendor_id = f.vendor_id and o.file_id = f.id) as is_named
      from registration_file f where f.vendor_id = ${tx.vendorId} and f.registration_id = ${registrationId} and f.id = ${id}`,
  );
  if (there === null) throw notFound("file");
  const row = await loadFor(tx, "removeFile", publicId, null);
  if (there.is_named)
    throw conflict("file-in-use", "It shows what became of the deal, so it stays with what was said.");
  if (row.decided_at !== null && Temporal.Instant.compare(there.added_at, row.decided_at) <= 0)
    throw conflict("file-decided-on", "It was there when the vendor decided, so it stays.");
  await sql`delete from registration_file where vendor_id = ${tx.vendorId} and registration_id = ${row.id} and id = ${id}`.execute(
    tx.db,
  );
  return detailOf(tx, publicId);
}
