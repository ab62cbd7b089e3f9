import { useState } from "react";

/** Which rows are marked. Rows stay marked while more are read; another filter starts anew. */
export interface Selection<Row> {
  rows: readonly Row[];
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
  /** Marks all that were read, or none when all are. */
  toggleAll: () => void;
  all: boolean;
  clear: () => void;
}

export function useSelection<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  scope: string,
): Selection<Row> {
  const [state, setState] = useState<{ scope: string; keys: ReadonlySet<string> }>({
    scope,
    keys: new Set(),
  });
  const keys: ReadonlySet<string> = state.scope === scope ? state.keys : new Set();
  const set = (next: ReadonlySet<string>) => setState({ scope, keys: next });
  const all = rows.length > 0 && keys.size > 0 && rows.every((row) => keys.has(keyOf(row)));
  return {
    rows: keys.size === 0 ? [] : rows.filter((row) => keys.has(keyOf(row))),
    has: (row) => keys.has(keyOf(row)),
    toggle: (row) => {
      const next = new Set(keys);
      if (!next.delete(keyOf(row))) next.add(keyOf(row));
      set(next);
    },
    toggleAll: () => set(all ? new Set() : new Set(rows.map(keyOf))),
    all,
    clear: () => set(new Set()),
  };
}
