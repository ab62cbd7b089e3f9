import type { RequirementLine } from "./standing.ts";

/** What has to be done yet: the comparisons that are not met, without those that a group around them does not need. */
export function openLines(lines: readonly RequirementLine[]): NonNullable<RequirementLine["compare"]>[] {
  const open: NonNullable<RequirementLine["compare"]>[] = [];
  /** The depth of a group that is met, while what lies within it is read. */
  let metAt: number | null = null;
  for (const { depth, met, compare } of lines) {
    if (metAt !== null && depth > metAt) continue;
    metAt = met ? depth : null;
    if (!met && compare !== null) open.push(compare);
  }
  return open;
}
