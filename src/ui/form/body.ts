/**
 * What a form's values say as a request body: a field left empty is left out, since an empty text is no value; null
 * stays, since it takes a value away. Text loses the blanks around it.
 */
export function bodyFrom(values: unknown): unknown {
  if (typeof values === "string") return values.trim() === "" ? undefined : values.trim();
  if (Array.isArray(values)) return values.map(bodyFrom);
  if (values === null || typeof values !== "object") return values;
  const kept = Object.entries(values)
    .map(([name, value]) => [name, bodyFrom(value)] as const)
    .filter(([, value]) => value !== undefined);
  return isEmptyMoney(kept) ? undefined : Object.fromEntries(kept);
}

/** A currency alone is an amount that was not typed. */
function isEmptyMoney(entries: readonly (readonly [string, unknown])[]): boolean {
  return entries.length === 1 && entries[0]?.[0] === "currency";
}
