import type { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import { sql } from "kysely";
import { maybe, one, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { FileStore, StoredFile } from "#platform/files/files.ts";
import type { Download } from "#platform/http/route.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, invalid, notFound, Problem } from "#platform/problem.ts";
import { type DealDetail, maxFileBytes, maxFiles } from "../contract.ts";
import { events } from "../events.ts";
import { aboutOf, namesOf } from "./about.ts";
import { load, loadFor, loadOwn, stateOf } from "./load.ts";
import { detailOf } from "./present.ts";

/*
 * Proofs. What a file is, its content says, whatever its name; what browsers could run is not taken. It is kept under a
 * random name and always handed out as an attachment.
 */

/** Kinds that are taken, by what their content says. */
const taken = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
]);

/** Adds a proof. @throws Problem 413 when it is too large, 422 for a kind that is not taken, 409 when there are enough */
export async function addFile(
  tx: Tx,
  publicId: string,
  file: StoredFile | null,
  files: FileStore,
): Promise<DealDetail> {
  const row = await loadFor(tx, "addFile", publicId, null);
  if (file === null) throw invalid("/file", "Choose a file.");
  if (file.bytes > maxFileBytes) throw tooLarge();
  const contentType = await kindOf(files.read(file.key));
  if (contentType === null)
    throw invalid(
      "/file",
      "Send a PDF, a picture, an office document or plain text; other kinds are not taken.",
    );
  const { count } = await one(
    tx,
    sql<{ count: number }>`select count(*)::int as count from registration_file
      where vendor_id = ${tx.vendorId} and registration_id = ${row.id}`,
  );
  if (count >= maxFiles)
    throw conflict("enough-files", `There are ${maxFiles} files already. Take one away first.`);
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

/** @throws Problem 404 */
export async function readFile(
  tx: Tx,
  publicId: string,
  fileId: string,
  files: FileStore,
): Promise<Download> {
  const row = await load(tx, publicId);
  const found = await maybe(
    tx,
    sql<{
      file_key: string;
      file_name: string;
      content_type: string;
    }>`select file_key, file_name, content_type
      from registration_file where vendor_id = ${tx.vendorId} and registration_id = ${row.id}
      and id = ${fromPublicId("dfl", fileId, "file")}`,
  );
  if (found === null) throw notFound("file");
  return { fileName: found.file_name, contentType: found.content_type, body: files.read(found.file_key) };
}

/** Takes a proof away again; its bytes stay until the registration goes, since a backup may be reading them. */
export async function removeFile(tx: Tx, publicId: string, fileId: string): Promise<DealDetail> {
  const { id: registrationId } = await loadOwn(tx, publicId);
  const id = fromPublicId("dfl", fileId, "file");
  const there = await maybe(
    tx,
    sql`select id from registration_file where vendor_id = ${tx.vendorId} and registration_id = ${registrationId} and id = ${id}`,
  );
  if (there === null) throw notFound("file");
  const row = await loadFor(tx, "removeFile", publicId, null);
  await sql`delete from registration_file where vendor_id = ${tx.vendorId} and registration_id = ${row.id} and id = ${id}`.execute(
    tx.db,
  );
  return detailOf(tx, publicId);
}

/** The kind of a file by its content; null for one that is not taken. */
export async function kindOf(content: Readable): Promise<string | null> {
  const bytes = await bytesOf(content);
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return taken.has(found.mime) ? found.mime : null;
  return isPlainText(bytes) ? "text/plain; charset=utf-8" : null;
}

async function bytesOf(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Text without markup: what begins with a tag could be a page or a drawing with a script. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !text.includes("\0") && !/<\s*(?:!doctype|html|svg|script|\?xml|body|iframe)/i.test(text);
  } catch {
    return false;
  }
}

function tooLarge(): Problem {
  return new Problem({
    status: 413,
    type: "file-too-large",
    detail: `The file is larger than ${maxFileBytes / 1024 / 1024} MB. Send the pages that matter.`,
  });
}
