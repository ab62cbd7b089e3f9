import { useEffect } from "react";

/*
 * What was typed and not yet sent, kept on this device under the form's name, so that a closed tab loses no word.
 */
const prefix = "hanse.draft.";

export function readDraft(name: string): Record<string, unknown> | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(prefix + name) ?? "null");
    return draft !== null && typeof draft === "object" && !Array.isArray(draft) ? { ...draft } : null;
  } catch {
    return null;
  }
}

function keepDraft(name: string, values: object): void {
  localStorage.setItem(prefix + name, JSON.stringify(values));
}

export function dropDraft(name: string): void {
  localStorage.removeItem(prefix + name);
}

/** Keeps the draft while it differs from what the form began with. */
export function useDraft(name: string | undefined, values: object, changed: boolean): void {
  useEffect(() => {
    if (name !== undefined && changed) keepDraft(name, values);
  }, [name, values, changed]);
}
