/**
 * Ids that rise with every call, in place of ones that rise with every millisecond only: rows that are made in one go
 * then have the same order in both worlds. Ids themselves are taken out of what is compared.
 */
let last = 0n;

export function randomUUIDv7(): string {
  last += 1n;
  const hex = last.toString(16).padStart(12, "0");
  return `01a20000-0000-7000-8000-${hex}`;
}
