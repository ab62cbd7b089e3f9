/** Why a cell cannot be taken: a stable code and a plain sentence. */
export class Fault {
  readonly code: FaultCode;
  readonly message: string;

  constructor(code: FaultCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** What the engine itself finds wrong; kinds of files add codes of their own. */
export type FaultCode =
  | "missing"
  | "too-long"
  | "unreadable-text"
  | "not-a-number"
  | "not-whole"
  | "below-zero"
  | "too-large"
  | "too-many-digits"
  | "ambiguous-number"
  | "unknown-currency"
  | "other-currency"
  | "two-amounts"
  | "not-a-day"
  | "no-such-day"
  | "ambiguous-day"
  | "unknown-value"
  | "ambiguous-value"
  | "cell-count"
  | "broken-quotes"
  | "duplicate";

/** A fault with its place, as it is kept and listed. `field` is empty when it is about the row as a whole. */
export interface RowProblem {
  row: number;
  field: string;
  code: FaultCode;
  message: string;
  /** What stands in the file, cut to a length that can be shown. */
  value: string | null;
}

const shownCharacters = 200;

/** A cell's text for showing; never cut within a letter. */
export function shown(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
