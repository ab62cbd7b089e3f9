import type { Tx } from "../database/tx.ts";
import type { ImportField } from "./field.ts";

export type { ImportField } from "./field.ts";

/** A value that a cell of a choice or reference may mean. */
export interface DomainValue {
  /** What the canonical cell holds: a choice's key, or the external id of what is referred to. */
  value: string;
  /** What people call it. */
  label: string;
}

export interface ImportContext {
  importId: string;
  /** The currency that amounts without one are in. */
  currency: string;
  /** Set: the import is an opening one, with this reason; its deals earn when they are won. */
  openingReason: string | null;
  /** Further options of the kind, such as the day from which hierarchy edges hold. */
  options: Readonly<Record<string, string>>;
}

export interface ApplyResult {
  created: number;
  updated: number;
  unchanged: number;
}

/** What the deals of a file came to, by how they stand; the value as on the wire. */
export interface Outcome {
  meaning: "open" | "won" | "lost";
  count: number;
  value: { amount: string; currency: string };
}

export interface UndoResult {
  removed: number;
  /** What stays because somebody changed or used it since, with the reason. */
  kept: { label: string; why: string }[];
}

/**
 * What a feature says about the files it takes. Everything is set-based SQL over `import_stage`, where the engine has
 * put the rows: `cells` holds one canonical text per field, in the order of `fields`, null where the cell was empty.
 */
export interface ImportKind {
  kind: "accounts" | "partners" | "products" | "opportunities" | "facts";
  fields: readonly ImportField[];
  /** The known values per domain: what cells are matched with, and what a person chooses from when they do not. */
  domains(tx: Tx): Promise<Record<string, DomainValue[]>>;
  /**
   * Writes what is wrong with rows as a whole or against other rows into `import_problem`. It is asked once more before
   * the rows are taken over, since the world may have changed.
   */
  check(tx: Tx, context: ImportContext): Promise<void>;
  /**
   * Takes over the rows `fromRow` (inclusive) to `toRow` (exclusive) that have no error. Doing it again with the same
   * rows changes nothing.
   */
  apply(tx: Tx, context: ImportContext, range: { fromRow: number; toRow: number }): Promise<ApplyResult>;
  /** What the records that it created come to, where their sums are worth comparing with the file's source. */
  outcomes?(tx: Tx, context: ImportContext): Promise<Outcome[]>;
  /**
   * Removes what the import created and nobody has since changed or used.
   * @throws Problem 409 `import-in-use`, naming which, when a created row is part of a posted run or a later import
   */
  undo(tx: Tx, context: ImportContext): Promise<UndoResult>;
}
