import type { Named, WinFacts } from "./facts.ts";
import type { Step } from "./outcome.ts";

/** All lines booked of one win for one beneficiary by one component, together. */
export interface Booked {
  readonly component: string;
  readonly beneficiary: Named;
  /** The sum of these lines, in minor units; 0 once taken back. */
  readonly sumMinor: bigint;
  /** The line that every later one adjusts. */
  readonly firstLineId: string;
}

/** What is booked of one win by one plan, whatever its version. */
export interface BookedWin {
  readonly lines: readonly Booked[];
  /** How much of the win's value was reversed when these lines were booked. */
  readonly reversedMinor: bigint;
}

export const nothingBooked: BookedWin = { lines: [], reversedMinor: 0n };

/**
 * What a line does. There is one `first` line for each (win, plan, component, beneficiary), without the plan's
 * version; every later one adjusts it: a `reversal` takes back what a reversal of the win costs, an `adjustment`
 * books any other difference.
 */
export type Entry = "first" | "adjustment" | "reversal";

/** A line to book: the difference between what is due and what is booked. */
export interface LineToBook {
  readonly entry: Entry;
  /** The first line that this one adjusts; null for a first line. */
  readonly adjusts: string | null;
  readonly component: string;
  readonly beneficiary: Named;
  /** What this line moves, never 0: `dueMinor` − `bookedMinor`. */
  readonly amountMinor: bigint;
  readonly dueMinor: bigint;
  readonly bookedMinor: bigint;
  readonly steps: readonly Step[];
  /** Canonical JSON of what the line rests on, for the receipt. */
  readonly facts: string;
}

/** The identity of a first line beside vendor: a unique key over exactly these makes it impossible to pay twice. */
export interface FirstLineKey {
  readonly winId: WinFacts["winId"];
  readonly planId: string;
  readonly component: string;
  readonly beneficiaryId: string;
}
