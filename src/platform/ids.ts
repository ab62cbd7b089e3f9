import { randomUUIDv7 } from "node:crypto";
import { notFound } from "./problem.ts";

/** A new row's id: ordered by time, without meaning to anyone else. */
export function newId(): string {
  return randomUUIDv7();
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
