/**
 * One field that a kind of file can fill. Cells reach the kind in canonical form: text trimmed, integers (of 32 bits)
 * and decimals as plain digits, amounts in minor units of the import's currency, amounts that each name their own as `EUR:11000 GBP:9500`, days as `YYYY-MM-DD`, choices and
 * references as the value that the mapping gave them. No number is below zero, and no required cell is empty in a row
 * without an error.
 */
export interface ImportField {
  /**
   * Stable name, such as `close-date`. The field `external-id` tells rows apart: the engine reports a row whose external
   * id a row above has already.
   */
  key: string;
  /** English label; pages translate it by `kind.key`. */
  label: string;
  type: "text" | "integer" | "decimal" | "money" | "amounts" | "day" | "choice" | "reference";
  required: boolean;
  /** Other names that files give this column, lower case, for guessing. */
  synonyms: readonly string[];
  maxLength?: number;
  /** Where the values of a choice or a reference come from; see `domains`. */
  domain?: string;
}
