import { type Group, lineAt, type Written } from "./requirementTree.ts";

/** What is wrong with a requirement: with a line of it, by the line's id, or with the whole. */
export interface Faults {
  lines: ReadonlyMap<number, string>;
  whole: string | null;
}

const placed = /^At character (\d+): (.*)$/s;

/** Puts each sentence to the line that it is about. What stands in no line is about the whole. */
export function faultsIn(tree: Group, written: Written, errors: readonly string[]): Faults {
  const lines = new Map<number, string>();
  let whole: string | null = null;
  for (const error of errors) {
    const [, place, sentence = error] = placed.exec(error) ?? [];
    const id = place === undefined ? null : lineAt(written, Number(place) - 1);
    if (id === null || isUntouched(tree, id)) whole ??= sentence;
    else if (!lines.has(id)) lines.set(id, sentence);
  }
  return { lines, whole };
}

/** A line whose threshold nobody has typed yet is not wrong, it is not finished. */
function isUntouched(tree: Group, id: number): boolean {
  return tree.parts.some(({ of }) =>
    of.kind === "compare" ? of.id === id && of.text === "" : isUntouched(of, id),
  );
}
