import type { Sentence, StepSentence } from "../explain.ts";
import type { SentenceJson } from "../wire.ts";

/** What is said before the calculation, and after it. */
export type FactSentence = Exclude<Sentence, StepSentence>;
type Code = Sentence["code"];

/** Every sentence that a receipt can say; true for a step of the calculation. */
const isStepCode = {
  earning: false,
  plan: false,
  opportunity: false,
  shared: false,
  reference: false,
  above: false,
  "pay-basis": false,
  tier: false,
  "tier-decided": false,
  "tier-asked": false,
  "tier-measured": false,
  "tier-unreviewed": false,
  hold: false,
  "no-hold": false,
  line: true,
  value: true,
  sum: true,
  multiplier: true,
  credit: true,
  remaining: true,
  round: true,
  ended: true,
  split: true,
  parts: true,
  difference: true,
} as const satisfies Record<Code, boolean>;

function isCode(code: string): code is Code {
  return code in isStepCode;
}

/** The server has checked what it answers; a code that this page does not know yet is left to the English beside it. */
function isSentence(sentence: SentenceJson): sentence is SentenceJson & Sentence {
  return isCode(sentence.code);
}

function isStep(sentence: Sentence): sentence is StepSentence {
  return isStepCode[sentence.code];
}

/** An explanation in the order in which it is read: what it rests on, the calculation, the hold. */
export interface Parts {
  facts: FactSentence[];
  steps: StepSentence[];
  hold: FactSentence[];
}

export function partsOf(sentences: readonly SentenceJson[]): Parts {
  const parts: Parts = { facts: [], steps: [], hold: [] };
  for (const sentence of sentences.filter(isSentence)) {
    if (isStep(sentence)) parts.steps.push(sentence);
    else if (sentence.code === "hold" || sentence.code === "no-hold") parts.hold.push(sentence);
    else parts.facts.push(sentence);
  }
  return parts;
}
