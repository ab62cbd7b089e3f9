import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Door } from "../database/door.ts";
import type { Tx } from "../database/tx.ts";
import { type FileLinks, fileLinkPath } from "../files/links.ts";
import type { Principal } from "../principal.ts";
import { Problem } from "../problem.ts";
import type { Clock } from "../time/clock.ts";
import type { Download } from "./route.ts";

/** Who opens the files of one kind. */
export interface FileReader {
  /** What its reader must hold. */
  act: string;
  /** Opens a file in a transaction as its reader. @throws Problem 404 when the reader may not see it */
  open: (tx: Tx, fileId: string) => Promise<Download>;
}

interface FileLinkDependencies {
  links: FileLinks;
  readers: Readonly<Record<string, FileReader>>;
  door: Door;
  clock: Clock;
  /** The reader as it is now; null when it is somebody no more. */
  principalOf: (vendorId: string, membershipId: string) => Promise<Principal | null>;
}

/** Serves `/files/KIND/TOKEN`. What the request brings besides its address is not looked at: neither cookie nor key. */
export function serveFileLinks(server: FastifyInstance, deps: FileLinkDependencies): void {
  server.get<{ Params: { kind: string; token: string } }>(
    `${fileLinkPath}/:kind/:token`,
    { schema: { hide: true } },
    async (request, reply) => {
      const { kind, token } = request.params;
      const linked = deps.links.read(kind, token, deps.clock.now());
      const reader = Object.hasOwn(deps.readers, kind) ? deps.readers[kind] : undefined;
      if (linked === null || reader === undefined) throw overNow();
      const principal = await deps.principalOf(linked.vendorId, linked.membershipId);
      if (!principal?.can.has(reader.act)) throw overNow();
      return sendFile(
        reply,
        await deps.door.withPrincipal(principal, (tx) => reader.open(tx, linked.fileId)),
      );
    },
  );
}

/**
 * Hands a file out so that nothing of it can run in our origin: as an attachment, of exactly the kind that its content
 * has, and in a sandbox should anything show it all the same.
 */
export function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const ascii = file.fileName.replaceAll(/[^\w.-]+/g, "_");
  const body =
    typeof file.body === "string" || file.body instanceof Readable ? file.body : Readable.from(file.body);
  return reply
    .header("content-type", file.contentType)
    .header(
      "content-disposition",
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName.toWellFormed())}`,
    )
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("referrer-policy", "no-referrer")
    .header("cache-control", "private, no-store")
    .send(body);
}

function overNow(): Problem {
  return new Problem({
    status: 404,
    type: "link-over",
    detail: "This link is over. Open the file from its page again.",
  });
}
