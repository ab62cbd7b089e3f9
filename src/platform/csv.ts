import Papa from "papaparse";

/**
 * What a spreadsheet would take for a formula. A plain number may begin with a sign: negative amounts survive.
 * Full-width forms count, since spreadsheets fold them.
 */
const formula = /^(?![+-]?\d+(\.\d+)?$)[=+\-@\t\r\0＝＋－＠]/;

/** One CSV line (RFC 4180, with its line end); cells that a spreadsheet would run are made text by a leading apostrophe. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  const safe = cells.map((cell) => {
    const text = cell === null ? "" : String(cell);
    return formula.test(text) ? `'${text}` : text;
  });
  return `${Papa.unparse([safe], { newline: "\r\n" })}\r\n`;
}
