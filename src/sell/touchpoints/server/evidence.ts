import { sql } from "kysely";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import type { FileStore, StoredFile } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import type { Download } from "#platform/http/route.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { handOut, type Kept, linkTo, requireFile, typeOf } from "../../evidence/index.ts";
import { maxFiles, type Touchpoint } from "../contract.ts";
import { loadFor } from "./act.ts";
import { detailOf, isOwn } from "./present.ts";
import { findTouchpoints } from "./store.ts";

/* Evidence: kept, typed by its content and handed out as the proofs of registrations are. */

/** What the links to evidence are called. */
const linkKind = "touchpoint";

/** Adds evidence. @throws Problem 422 for a kind that is not taken or an empty file, 409 when there is enough */
export async function addFile(
  tx: Tx,
  publicId: string,
  sent: StoredFile | null,
  files: FileStore,
): Promise<Touchpoint> {
  const [row] = await loadFor(tx, "addEvidence", [publicId]);
  const file = requireFile(sent);
  const { count } = await one(
    tx,
    sql<{ count: number }>`select count(*)::int as count from touchpoint_file
      where vendor_id = ${tx.vendorId} and touchpoint_id = ${row.id}`,
  );
  if (count >= maxFiles)
    throw conflict("enough-files", `There are ${maxFiles} files already. Take one away first.`);
  const contentType = await typeOf(file, files);
  await sql`insert into touchpoint_file (vendor_id, id, touchpoint_id, partner_id, file_key, file_name, content_type,
      file_bytes, file_sha256, added_by, added_at)
    values (${tx.vendorId}, ${newId()}, ${row.id}, ${row.partner_id}, ${file.key}, ${file.fileName}, ${contentType},
      ${file.bytes}, ${file.sha256}, ${tx.actor.membershipId}, ${tx.now().toString()})`.execute(tx.db);
  return detailOf(tx, publicId);
}

/** Where the caller fetches evidence. @throws Problem 404 */
export async function linkFile(
  tx: Tx,
  publicId: string,
  publicFileId: string,
  links: FileLinks,
): Promise<{ url: string; validUntil: string }> {
  const [row] = await findTouchpoints(tx, [fromPublicId("tch", publicId, "touchpoint")]);
  if (row === undefined) throw notFound("touchpoint");
  const { id } = await findFile(tx, row.id, publicFileId);
  return linkTo(tx, links, { kind: linkKind, fileId: id });
}

/** Opens the evidence that links lead to: whoever may not see the touchpoint any more gets none. */
export function fileReaders({ files }: { files: FileStore }) {
  return {
    [linkKind]: { act: "touchpoint.read", open: (tx: Tx, fileId: string) => openFile(tx, fileId, files) },
  };
}

async function openFile(tx: Tx, fileId: string, files: FileStore): Promise<Download> {
  const found = await maybe(
    tx,
    sql<Kept & { touchpoint_id: string }>`
      select touchpoint_id, file_key, file_name, content_type from touchpoint_file
      where vendor_id = ${tx.vendorId} and id = ${fileId}`,
  );
  if (found === null) throw notFound("file");
  const [seen] = await findTouchpoints(tx, [found.touchpoint_id]);
  if (seen === undefined) throw notFound("file");
  return handOut(found, files);
}

/** Takes evidence away again; its bytes go with the next sweep. */
export async function removeFile(tx: Tx, publicId: string, fileId: string): Promise<Touchpoint> {
  const [known] = await findTouchpoints(tx, [fromPublicId("tch", publicId, "touchpoint")]);
  if (known === undefined || !isOwn(tx, known)) throw notFound("touchpoint");
  const { id } = await findFile(tx, known.id, fileId);
  const [row] = await loadFor(tx, "addEvidence", [publicId]);
  await sql`delete from touchpoint_file where vendor_id = ${tx.vendorId} and touchpoint_id = ${row.id} and id = ${id}`.execute(
    tx.db,
  );
  return detailOf(tx, publicId);
}

async function findFile(tx: Tx, touchpointId: string, fileId: string) {
  const found = await maybe(
    tx,
    sql<{ id: string }>`select id from touchpoint_file
      where vendor_id = ${tx.vendorId} and touchpoint_id = ${touchpointId} and id = ${fromPublicId("tfl", fileId, "file")}`,
  );
  if (found === null) throw notFound("file");
  return found;
}
