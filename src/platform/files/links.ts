import { createHmac, timingSafeEqual } from "node:crypto";

/*
 * Links to stored files. They lie on a path of their own to which no cookie is sent, so that what a stranger uploaded is
 * never read in a session: the link itself says who may read what, until when, and is signed. Whether its reader still
 * may is asked again when it is used.
 */

/** One file, for one reader. Ids are UUIDs. */
export interface Linked {
  /** What kind of thing the file hangs on; a feature opens each. */
  kind: string;
  vendorId: string;
  membershipId: string;
  fileId: string;
}

export interface FileLinks {
  make(of: Linked, now: Temporal.Instant): { path: string; until: Temporal.Instant };
  /** What a link says; null for one that we did not make, or that is over. */
  read(kind: string, token: string, now: Temporal.Instant): Linked | null;
}

/** No cookie's path may begin with it. */
export const fileLinkPath = "/files";
/** Long enough to press a button in between, too short to pass on. */
const validSeconds = 60;
const idBytes = 16;
const macBytes = 32;
const tokenBytes = 3 * idBytes + 6 + macBytes;

export function createFileLinks(key: Buffer): FileLinks {
  const macOf = (kind: string, body: Buffer) =>
    createHmac("sha256", key).update(kind).update("\0").update(body).digest();
  return {
    make({ kind, vendorId, membershipId, fileId }, now) {
      const until = now.add({ seconds: validSeconds });
      const end = Buffer.alloc(6);
      end.writeUIntBE(until.epochMilliseconds, 0, 6);
      const body = Buffer.concat([bytesOf(vendorId), bytesOf(membershipId), bytesOf(fileId), end]);
      const token = Buffer.concat([body, macOf(kind, body)]).toString("base64url");
      return { path: `${fileLinkPath}/${kind}/${token}`, until };
    },
    read(kind, token, now) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== tokenBytes || bytes.toString("base64url") !== token) return null;
      const body = bytes.subarray(0, tokenBytes - macBytes);
      if (!timingSafeEqual(bytes.subarray(tokenBytes - macBytes), macOf(kind, body))) return null;
      if (now.epochMilliseconds >= body.readUIntBE(3 * idBytes, 6)) return null;
      const [vendorId, membershipId, fileId] = [0, 1, 2].map((at) => uuidAt(body, at * idBytes));
      if (vendorId === undefined || membershipId === undefined || fileId === undefined) return null;
      return { kind, vendorId, membershipId, fileId };
    },
  };
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString("hex", at, at + idBytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
