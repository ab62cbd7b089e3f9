/** Text as people compare it: accents composed, without case, any run of blanks as one. */
export function folded(text: string): string {
  return text.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** Only what carries meaning: letters and digits, without case and accents. `GTX Pro` and `GTXPro` are the same. */
export function essence(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** A column's name as words: `closeDate`, `close_date` and `Close date` are the same. */
export function wordsOf(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
