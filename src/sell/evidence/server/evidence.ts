import type { Tx } from "#platform/database/tx.ts";
import type { FileStore, StoredFile } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import { handedOutName } from "#platform/files/names.ts";
import type { Download } from "#platform/http/route.ts";
import { forbidden, invalid, Problem } from "#platform/problem.ts";
import { fileKinds } from "../contract.ts";
import { kindOf } from "./kind.ts";

/** A file as its row keeps it. */
export interface Kept {
  file_key: string;
  file_name: string;
  content_type: string;
}

/** The file that came with a request. @throws Problem 422 where none did, or an empty one */
export function requireFile(file: StoredFile | null): StoredFile {
  if (file === null) throw invalid("/file", "Choose a file.");
  if (file.bytes === 0) throw invalid("/file", "The file is empty.");
  return file;
}

/** The kind of a file, by its content. @throws Problem 422 for one that is not taken */
export async function typeOf(file: StoredFile, files: FileStore): Promise<string> {
  const contentType = await kindOf(() => files.read(file.key));
  if (contentType === null)
    throw invalid(
      "/file",
      "Send a PDF, a picture, an office document or plain text; other kinds are not taken.",
    );
  return contentType;
}

/** Where the caller fetches a file that it may see; `kind` is the feature's name among links. @throws Problem 403 */
export function linkTo(
  tx: Tx,
  links: FileLinks,
  { kind, fileId }: { kind: string; fileId: string },
): { url: string; validUntil: string } {
  const { vendorId, actor } = tx;
  if (actor.membershipId === null) throw forbidden();
  const { path, until } = links.make({ kind, vendorId, membershipId: actor.membershipId, fileId }, tx.now());
  return { url: path, validUntil: until.toString() };
}

/** Opens a file that its reader may see. @throws Problem 410 where its bytes are not in the store any more */
export async function handOut(
  { file_key, file_name, content_type }: Kept,
  files: FileStore,
): Promise<Download> {
  if (!(await files.has(file_key)))
    throw new Problem({
      status: 410,
      type: "file-lost",
      detail: `The file "${file_name}" is not in the store any more. An administrator can bring it back from a backup.`,
    });
  return {
    fileName: handedOutName(file_name, fileKinds[content_type] ?? []),
    contentType: content_type,
    body: files.read(file_key),
  };
}
