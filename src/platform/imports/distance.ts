type Lines = [line: Uint16Array, above: Uint16Array, before: Uint16Array];

/** The line of the table of distances being filled and the two above it. Kept, since there are millions of tables. */
let lines: Lines = linesOf(64);

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make `b` of `a` (optimal string
 * alignment); `limit + 1` as soon as it must be more than `limit`. Only the cells within `limit` of the diagonal count.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooMany = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooMany;
  if (lines[0].length <= b.length) lines = linesOf(2 * b.length);
  let [line, above, before] = lines;
  for (let j = 0; j <= b.length; j++) above[j] = Math.min(j, tooMany);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    line[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
    if (to > i - 1 + limit) above[to] = tooMany;
    let least = line[from - 1] ?? 0;
    for (let j = from; j <= to; j++) {
      const cost = cheapest(a, b, i, j, line, above, before);
      line[j] = Math.min(cost, tooMany);
      if (cost < least) least = cost;
    }
    if (least > limit) return tooMany;
    [line, above, before] = [before, line, above];
  }
  return above[b.length] ?? tooMany;
}

function cheapest(
  a: string,
  b: string,
  i: number,
  j: number,
  line: Uint16Array,
  above: Uint16Array,
  before: Uint16Array,
): number {
  const letter = a.charCodeAt(i - 1);
  const other = b.charCodeAt(j - 1);
  let cost = (above[j - 1] ?? 0) + (letter === other ? 0 : 1);
  cost = Math.min(cost, (above[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1);
  const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2);
  return swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost;
}

function linesOf(length: number): Lines {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/** Something that can be meant, and the text it is compared by. */
export interface Candidate<T> {
  text: string;
  of: T;
}

/** What is meant by texts close to `text`, the closest first; nothing that differs in more than a third of it. */
export function nearest<T>(text: string, candidates: readonly Candidate<T>[], count: number): T[] {
  const limit = Math.floor(text.length / 3);
  const found: { of: T; distance: number; text: string }[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate.text, limit);
    if (distance <= limit) found.push({ of: candidate.of, distance, text: candidate.text });
  }
  found.sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1));
  return found.slice(0, count).map((one) => one.of);
}
