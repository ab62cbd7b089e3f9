import type { z } from "zod";
import { type FieldError, Problem } from "#platform/problem.ts";

/**
 * Reads a document by its schema. What is wrong is said in sentences that tell the writer what to change, each
 * with a pointer to the place.
 * @throws Problem of the given `type`, 422, with one entry in `errors` for each thing that is wrong.
 */
export function readDocument<S extends z.ZodType>(schema: S, input: unknown, type: string): z.infer<S> {
  const read = tryDocument(schema, input);
  if ("document" in read) return read.document;
  throw refusal(type, read.errors);
}

/** The document, or everything that is wrong in it, in the same sentences. */
export function tryDocument<S extends z.ZodType>(
  schema: S,
  input: unknown,
): { document: z.infer<S> } | { errors: FieldError[] } {
  const read = schema.safeParse(input, { error: sentence });
  if (read.success) return { document: read.data };
  return { errors: read.error.issues.map(({ path, message }) => ({ pointer: pointerTo(path), message })) };
}

/** A problem that names every contradiction of a document at once; a single one is also its detail. */
export function refusal(type: string, errors: FieldError[]): Problem {
  const [first, ...others] = errors;
  const detail =
    first && others.length === 0
      ? first.message
      : `There are ${errors.length} things to change in this document.`;
  return new Problem({ status: 422, type, detail, errors });
}

/** A JSON pointer (RFC 6901) from the parts of a path. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What zod found, in our words; sentences that the schema itself carries go before these. */
function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "This is missing."
        : (wanted[issue.expected] ?? "This has the wrong form.");
    case "invalid_value":
      return `Write ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}.`;
    case "unrecognized_keys":
      return `Remove ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}, or check the spelling: it has no meaning here.`;
    case "invalid_union":
      return issue.input === undefined ? "This is missing." : "This is none of the known kinds.";
    case "too_big":
      return `At most ${issue.maximum} here.`;
    case "too_small":
      return `At least ${issue.minimum} here.`;
    default:
      return undefined;
  }
}

const wanted: Record<string, string> = {
  array: "Write a list here.",
  int: "Write a whole number here.",
  number: "Write a number here.",
  object: "Write an object here.",
  record: "Write an object here.",
  string: "Write text in quotes here.",
};
