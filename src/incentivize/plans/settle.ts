import { z } from "zod";
import { formatMinor } from "#platform/money/money.ts";
import type { CompiledPlan } from "./compile.ts";
import { endedEvidence } from "./evidence.ts";
import type { Named, WonOpportunity } from "./facts.ts";
import type { ComputedEarning, EndedWhy, Evaluation, Step, WithdrawnWhy } from "./outcome.ts";

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
export const Entry = z.enum(["first", "adjustment", "reversal"]);
export type Entry = z.infer<typeof Entry>;

/** What a line does to what is already booked; `adjusts` is null for a first line alone. */
export interface Booking {
  readonly entry: Entry;
  /** The first line that this one adjusts. */
  readonly adjusts: string | null;
  /** The sum of the lines before it. */
  readonly bookedMinor: bigint;
}

/** A line to book: the difference between what is due and what is booked. */
export interface LineToBook extends Booking {
  readonly component: string;
  readonly beneficiary: Named;
  /** What this line moves, never 0: what is due − `bookedMinor`. */
  readonly amountMinor: bigint;
  readonly steps: readonly Step[];
  /** Canonical JSON of what the line rests on, for the receipt. */
  readonly facts: string;
  readonly ladderVersionId: string | null;
}

/**
 * The lines that bring what is booked of a win to what it now earns; none where nothing differs, so a rerun, a
 * re-import or a new version that changes nothing books nothing. Money that now goes to somebody else is taken from
 * the one and given to the other. While a win has a problem, what is booked stays as it is.
 */
export function settle(target: Evaluation, booked: BookedWin): LineToBook[] {
  if (target.problems.length > 0) return [];
  const { plan, win } = target;
  const due = target.earnings.map((earning) =>
    earningLine(plan.currency, earning, bookingOf(target, earning, booked)),
  );
  const ended = booked.lines
    .filter((before) => !target.earnings.some((earning) => isSame(earning, before)))
    .map((before) => takenBack(plan, win, before, whyEnded(plan, before.component)));
  return [...due, ...ended].filter(({ amountMinor }) => amountMinor !== 0n);
}

/**
 * The lines that take back all that is booked of a win that earns nothing for anybody any more. They ask for none of
 * the win's other facts, so a reversal as a whole succeeds whatever has become of the opportunity since.
 */
export function withdraw(
  plan: CompiledPlan,
  win: WonOpportunity,
  booked: BookedWin,
  why: WithdrawnWhy,
): LineToBook[] {
  return booked.lines
    .filter(({ sumMinor }) => sumMinor !== 0n)
    .map((before) => takenBack(plan, win, before, why));
}

function takenBack(
  { currency }: CompiledPlan,
  win: WonOpportunity,
  before: Booked,
  why: EndedWhy,
): LineToBook {
  const entry = why === "win-reversed" ? "reversal" : "adjustment";
  const booking: Booking = { entry, adjusts: before.firstLineId, bookedMinor: before.sumMinor };
  return endedLine(currency, before, booking, why, endedEvidence(win, before.beneficiary, why));
}

/** The line that brings what is booked to a computed earning. */
export function earningLine(currency: string, earning: ComputedEarning, booking: Booking): LineToBook {
  const { amountMinor: dueMinor, component, beneficiary, facts, ladderVersionId } = earning;
  const steps =
    booking.entry === "first"
      ? earning.steps
      : [...earning.steps, differenceStep(currency, dueMinor, booking.bookedMinor)];
  const amountMinor = dueMinor - booking.bookedMinor;
  return { ...booking, component, beneficiary, amountMinor, steps, facts, ladderVersionId };
}

/** The line that takes back all that is booked for somebody to whom nothing is due any more. */
export function endedLine(
  currency: string,
  { component, beneficiary }: Pick<LineToBook, "component" | "beneficiary">,
  booking: Booking,
  why: EndedWhy,
  facts: string,
): LineToBook {
  const steps: Step[] = [
    { code: "ended", params: { why } },
    differenceStep(currency, 0n, booking.bookedMinor),
  ];
  const amountMinor = -booking.bookedMinor;
  return { ...booking, component, beneficiary, amountMinor, steps, facts, ladderVersionId: null };
}

function bookingOf({ win }: Evaluation, earning: ComputedEarning, booked: BookedWin): Booking {
  const before = booked.lines.find((line) => isSame(earning, line));
  if (!before) return { entry: "first", adjusts: null, bookedMinor: 0n };
  const isReversal = win.reversedMinor > booked.reversedMinor && earning.amountMinor < before.sumMinor;
  return {
    entry: isReversal ? "reversal" : "adjustment",
    adjusts: before.firstLineId,
    bookedMinor: before.sumMinor,
  };
}

function differenceStep(currency: string, dueMinor: bigint, bookedMinor: bigint): Step {
  return {
    code: "difference",
    params: {
      amount: formatMinor(dueMinor - bookedMinor, currency),
      booked: formatMinor(bookedMinor, currency),
      due: formatMinor(dueMinor, currency),
    },
  };
}

function whyEnded(plan: CompiledPlan, component: string): EndedWhy {
  const rule = plan.components.get(component)?.rule;
  if (!rule) return "component-ended";
  return rule.beneficiary.who === "owner" ? "another-owner" : "another-parent";
}

function isSame(
  a: Pick<Booked, "component" | "beneficiary">,
  b: Pick<Booked, "component" | "beneficiary">,
): boolean {
  return a.component === b.component && a.beneficiary.id === b.beneficiary.id;
}
