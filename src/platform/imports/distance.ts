/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make `b` of `a` (optimal string
 * alignment); `limit + 1` as soon as it must be more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      line.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = line;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
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
