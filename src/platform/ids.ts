import { randomUUIDv7 } from "node:crypto";
import { notFound } from "./problem.ts";

let latest = "";

/**
 * A new row's id: without meaning to anyone else, and greater than every id that this process made before, so that
 * what one act writes keeps its order even within a millisecond.
 */
export function newId(): string {
  const fresh = randomUUIDv7();
  latest = fresh > latest ? fresh : successor(latest);
  return latest;
}

/** The next UUID of the same millisecond: its last 62 bits counted up. */
function successor(id: string): string {
  const tail = BigInt(`0x${id.slice(19).replace("-", "")}`) + 1n;
  const digits = tail.toString(16).padStart(16, "0");
  return `${id.slice(0, 19)}${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** How an id looks at the edge: `opp` and a UUID become `opp_0199f0…` (32 hexadecimal digits). */
export function toPublicId(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll("-", "")}`;
}

export function toPublicIdOrNull(prefix: string, id: string | null): string | null {
  return id === null ? null : toPublicId(prefix, id);
}

/**
 * The UUID behind a public id. An id of another kind answers as one that does not exist.
 * @throws Problem 404
 */
export function fromPublicId(prefix: string, publicId: string, noun: string): string {
  const match = /^([a-z]+)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
    publicId,
  );
  if (match === null || match[1] !== prefix) throw notFound(noun);
  return match.slice(2).join("-");
}
