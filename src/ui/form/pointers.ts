import type { FieldError } from "#platform/problem.ts";

/** What is wrong, by the path of the field: `lines.0.amount`. */
export type ErrorsByField = Record<string, string>;

/** The path of a field from a JSON pointer (`/lines/0/amount`) or a parameter's name. */
export function fieldPathOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

/**
 * Spreads the server's errors over the fields that the form shows. An error below a field (`/price/amount` for the
 * field `price`) belongs to it, under its own path; what fits no field comes back as `others`, so that nothing stays
 * unsaid.
 */
export function spreadErrors(
  errors: readonly FieldError[],
  fields: readonly string[],
): { byField: ErrorsByField; others: string[] } {
  const byField: ErrorsByField = {};
  const others: string[] = [];
  for (const { pointer, message } of errors) {
    const path = fieldPathOf(pointer);
    const field = fields
      .filter((name) => path === name || path.startsWith(`${name}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (field === undefined) others.push(message);
    else byField[path] ??= message;
  }
  return { byField, others };
}

/** What is wrong with a field, or with the first thing below it. */
export function errorAt(errors: ErrorsByField, path: string): string | undefined {
  const below = Object.keys(errors).find((key) => key.startsWith(`${path}.`));
  return errors[path] ?? (below === undefined ? undefined : errors[below]);
}

/** The errors without those of some fields and of what lies below them. */
export function without(errors: ErrorsByField, fields: readonly string[]): ErrorsByField {
  return Object.fromEntries(
    Object.entries(errors).filter(
      ([path]) => !fields.some((field) => path === field || path.startsWith(`${field}.`)),
    ),
  );
}
