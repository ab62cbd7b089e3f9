import { readDocument, refusal, tryDocument } from "#platform/document.ts";
import type { FieldError } from "#platform/problem.ts";
import { expand, ladderErrors } from "../ladders/contract.ts";
import { benefitErrors } from "./check-benefits.ts";
import { trackErrors } from "./check-tracks.ts";
import { type ProgramContext, placeErrors } from "./context.ts";
import { ProgramDocument } from "./document.ts";

/**
 * Reads a program as it is published, and refuses what contradicts itself or the context.
 * @throws Problem `invalid-program`, with a pointer and a sentence for everything to change
 */
export function readProgram(input: unknown, context: ProgramContext = {}): ProgramDocument {
  const document = readDocument(ProgramDocument, input, "invalid-program");
  const errors = contradictionsIn(document, context);
  if (errors.length > 0) throw refusal("invalid-program", errors);
  return document;
}

/** Everything in a program that has to change before it may be published; empty when nothing has. */
export function programErrors(document: ProgramDocument, context: ProgramContext = {}): FieldError[] {
  const read = tryDocument(ProgramDocument, document);
  return "document" in read ? contradictionsIn(read.document, context) : read.errors;
}

function contradictionsIn(document: ProgramDocument, context: ProgramContext): FieldError[] {
  return [
    ...placeErrors(document.criteria.regions, ["criteria", "regions"], context),
    ...ladderErrorsIn(document, context),
    ...countsErrors(document),
    ...trackErrors(document, context),
    ...benefitErrors(document),
  ];
}

function ladderErrorsIn({ ladder }: ProgramDocument, { kinds }: ProgramContext): FieldError[] {
  if (ladder === null) return [];
  const found = ladderErrors(ladder, kinds === undefined ? {} : { kinds });
  return found.map((error) => ({ ...error, pointer: `/ladder${error.pointer}` }));
}

/** By its customers' countries a partner has a level only where each country is measured by itself. */
function countsErrors({ ladder, counts }: ProgramDocument): FieldError[] {
  if (ladder === null || counts.tiers === "contracting-entity") return [];
  if (expand(ladder).measuredAt === "country") return [];
  const message =
    "Levels count where the end customer is only if each country is measured by itself. Measure the ladder by country, or let the contracting company's place count.";
  return [{ pointer: "/counts/tiers", message }];
}

/** Whether a document has the form of a program, so that its fields can be shown, whatever is still wrong in them. */
export function isProgramShaped(input: unknown): input is ProgramDocument {
  const read = ProgramDocument.safeParse(input);
  return read.success || read.error.issues.every(({ code }) => typedAnyhow.includes(code));
}

/** What may still be wrong while it is written: texts that are empty or no key yet, numbers out of their range. */
const typedAnyhow: readonly string[] = ["too_small", "too_big", "invalid_format", "invalid_key", "custom"];

/** What keeps an input from being a program at all. @throws Problem `invalid-program` where something does */
export function shapedProgram(input: unknown): ProgramDocument {
  if (isProgramShaped(input)) return input;
  return readDocument(ProgramDocument, input, "invalid-program");
}
