import { Fault } from "./fault.ts";

/** No cell of any kind may be longer. */
export const maxCellCharacters = 10_000;

const plain = /^[\x20-\x7e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that text must not have
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const madeSafe = /^'[=+\-@\t\r＝＋－＠]/;

/**
 * Text as it is meant: accents composed, so that equal names are equal, and without the apostrophe by which exports
 * keep a spreadsheet from running a cell.
 */
export function readText(text: string, maxLength: number): string | Fault {
  const meant = text.charCodeAt(0) === 39 && madeSafe.test(text) ? text.slice(1) : text;
  if (plain.test(meant)) return meant.length <= maxLength ? meant : tooLong(maxLength);
  const composed = meant.normalize("NFC");
  if (composed.includes("\ufffd")) {
    return new Fault("unreadable-text", "A letter of this cell was lost in an earlier export.");
  }
  if (control.test(composed)) {
    return new Fault("unreadable-text", "The cell has characters in it that cannot be shown.");
  }
  if (composed.length <= maxLength) return composed;
  return [...composed].length <= maxLength ? composed : tooLong(maxLength);
}

export function tooLong(maxLength: number): Fault {
  return new Fault("too-long", `The cell is longer than ${maxLength} characters.`);
}
