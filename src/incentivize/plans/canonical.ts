import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import { invalid } from "#platform/problem.ts";

/**
 * The one text of a JSON value by RFC 8785: members sorted, no spaces.
 * @throws Problem `invalid-input` for what no JSON can carry, such as half of a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch {}
  throw invalid("", "This holds a value that JSON cannot carry.");
}

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return hash("sha256", text);
}
