import { pointerTo, readDocument, refusal } from "#platform/document.ts";
import { isCurrency } from "#platform/money/currency.ts";
import { parseMinor } from "#platform/money/money.ts";
import { type FieldError, Problem } from "#platform/problem.ts";
import { levelErrors } from "./check-levels.ts";
import { measureErrors } from "./check-measures.ts";
import { Ladder, type LadderContext, type LadderOne, type LadderTwo } from "./ladder.ts";

/**
 * Reads a tier ladder of either format and refuses what contradicts itself or the context.
 * @throws Problem `invalid-ladder`, with a pointer and a sentence for everything to change
 */
export function readLadder(input: unknown, context: LadderContext = {}): Ladder {
  const ladder = readDocument(Ladder, input, "invalid-ladder");
  const errors = ladderErrors(ladder, context);
  if (errors.length > 0) throw refusal("invalid-ladder", errors);
  return ladder;
}

/** Everything in a well-formed ladder that cannot stand together; empty when it may be published. */
export function ladderErrors(ladder: Ladder, context: LadderContext = {}): FieldError[] {
  if (!isCurrency(ladder.currency)) {
    const message = `"${ladder.currency}" is not a currency in use. Write an ISO 4217 code such as EUR.`;
    return [{ pointer: "/currency", message }];
  }
  const names = namedTwice(ladder);
  if (ladder.format === "hanse-ladder/1") return [...names, ...boundErrors(ladder)];
  return [
    ...names,
    ...cadenceErrors(ladder),
    ...measureErrors(ladder, context),
    ...levelErrors(ladder, context),
  ];
}

function namedTwice({ base, levels }: Ladder): FieldError[] {
  const named = new Set([base]);
  return levels.flatMap(({ level }, index) => {
    const twice = named.has(level);
    named.add(level);
    return twice
      ? [
          {
            pointer: pointerTo(["levels", index, "level"]),
            message: `${level} is named twice. Give each level a name of its own.`,
          },
        ]
      : [];
  });
}

function cadenceErrors({ reviews }: LadderTwo): FieldError[] {
  const { everyMonths, demoteEveryMonths } = reviews;
  if (demoteEveryMonths % everyMonths === 0) return [];
  const message = `Levels are reviewed every ${everyMonths} months, so they can be taken away every ${everyMonths}, or a multiple of it.`;
  return [{ pointer: "/reviews/demoteEveryMonths", message }];
}

function boundErrors(ladder: LadderOne): FieldError[] {
  const errors: FieldError[] = [];
  let below = 0n;
  for (const [index, { level, from }] of ladder.levels.entries()) {
    const pointer = pointerTo(["levels", index, "from"]);
    const bound = boundOf(ladder, from, pointer, errors);
    if (bound === null) continue;
    if (bound <= below) {
      const message = `Levels go upwards: ${level} must start above ${index === 0 ? "zero" : "the level before it"}.`;
      errors.push({ pointer, message });
    }
    below = bound;
  }
  return errors;
}

function boundOf(ladder: LadderOne, from: string, pointer: string, errors: FieldError[]): bigint | null {
  try {
    return parseMinor(from, ladder.currency, pointer);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    errors.push(...error.errors);
    return null;
  }
}
