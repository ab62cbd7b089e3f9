import { parseExpression } from "#ecosystem/ladders/contract.ts";
import { formatDecimal, parseDecimal } from "#platform/money/decimal.ts";
import { parseDay } from "#platform/time/day.ts";
import { requirementInEnglish } from "./english-requirement.ts";
import { explain, type Sentence } from "./explain.ts";
import type { EndedWhy } from "./outcome.ts";
import type { Receipt } from "./receipt.ts";

/** The receipt as plain English sentences, one a line, for the command line and for files. */
export function explainInEnglish(receipt: Receipt): string[] {
  return explain(receipt).map(inEnglish);
}

function inEnglish(sentence: Sentence): string {
  switch (sentence.code) {
    case "earning": {
      const { amount, beneficiary, currency, entry, label, period } = sentence.params;
      const what = { first: label, adjustment: `Adjustment of ${label}`, reversal: `Reversal of ${label}` }[
        entry
      ];
      return `${what}: ${digits(amount)} ${currency} for ${beneficiary}, booked in ${period}.`;
    }
    case "plan":
      return `By the plan "${sentence.params.plan}", version ${sentence.params.version}.`;
    case "opportunity": {
      const { closedOn, currency, externalId, name, owner, value } = sentence.params;
      const reference = externalId === null ? name : `${name} (${externalId})`;
      return `${reference} closed on ${day(closedOn)} with a value of ${digits(value)} ${currency}${owner === null ? "" : `; its owner is ${owner}`}.`;
    }
    case "shared": {
      const { participant, share, shares, signedOn } = sentence.params;
      return `The pay credit is split: ${percent(share)} counts for ${participant}, by the split signed on ${day(signedOn)}. The shares are ${shares.map(percent).join(", ")}, in this order.`;
    }
    case "reference":
      return `It concerns the opportunity ${sentence.params.externalId}.`;
    case "above":
      return `${sentence.params.parent} stands above ${sentence.params.owner} ("${sentence.params.edge}").`;
    case "pay-basis":
      return `It earns because ${why[sentence.params.kind]} ("${sentence.params.reason}").`;
    case "tier":
      return tierInEnglish(sentence.params);
    case "tier-decided":
      return decidedInEnglish(sentence.params);
    case "tier-asked": {
      const { level, requires, measures } = sentence.params;
      return `${level} asks for this: ${requirementInEnglish(parseExpression(requires), measures)}.`;
    }
    case "tier-measured": {
      const { measure, amounts, from, through } = sentence.params;
      const had = amounts.map(({ amount, currency }) => [digits(amount), currency ?? ""].join(" ").trim());
      const when = from === null ? `on ${day(through)}` : `from ${day(from)} through ${day(through)}`;
      return `${measure} ${when}: ${had.join(", ") || "nothing"}.`;
    }
    case "tier-unreviewed":
      return sentence.params.stood
        ? `Tier ${sentence.params.level}: a posted run has used it, so it stands for the quarter.`
        : `Tier ${sentence.params.level}, where everyone starts: no review has decided yet.`;
    case "hold": {
      const { days, heldThrough, releasedOn, zone } = sentence.params;
      return `Held for ${days} days from the day of close: through ${day(heldThrough)}, released on ${day(releasedOn)} at 00:00 (${zone}).`;
    }
    case "no-hold":
      return "Not held: released as soon as it is posted.";
    default:
      return stepInEnglish(sentence);
  }
}

function tierInEnglish(params: Extract<Sentence, { code: "tier" }>["params"]): string {
  const { basis, bound, currency, from, how, level, through } = params;
  const window = `from ${day(from)} through ${day(through)}`;
  if (how === "base") return `Tier ${level}, where everyone starts: no won close value ${window}.`;
  const start =
    bound === null ? "below every higher tier" : `${level} starts at ${digits(bound)} ${currency}`;
  const stands = how === "stood" ? " A posted run has used it, so it stands for the quarter." : "";
  return `Tier ${level}: won close value of ${digits(basis)} ${currency} ${window}; ${start}.${stands}`;
}

function decidedInEnglish(params: Extract<Sentence, { code: "tier-decided" }>["params"]): string {
  const { level, earned, why: reason, decidedOn, inForceFrom, since, graceUntil } = params;
  const because = {
    entered: "it began with what it earned",
    promoted: "it earned it",
    kept: "it kept it",
    "not-in-good-standing": `it earned ${earned} and was not in good standing`,
    "minimum-stay": `it earned ${earned}, and has had the level since ${day(since)}, which is less than its minimum stay`,
    "waits-for-review": `it earned ${earned}, and that review took no level away`,
    grace: `it earned ${earned}, and has grace until ${day(graceUntil ?? inForceFrom)}`,
    demoted: "it no longer earned the level before",
    exception: `it was given it by exception; it earned ${earned}`,
    grandfathered: `it keeps it by a grandfather clause; it earned ${earned}`,
    stood: "a posted run has used it, so it stands for the quarter",
  }[reason];
  return `Tier ${level}, decided on ${day(decidedOn)} and in force from ${day(inForceFrom)}: ${because}.`;
}

function stepInEnglish(step: Extract<Sentence, { from: string }>): string {
  const from = exactly(step.from);
  switch (step.code) {
    case "line": {
      const { amount, exact, product, rate, series } = step.params;
      const what = series === null ? product : `${product} (series ${series})`;
      return `${what}: ${digits(amount)} × ${percent(rate)} = ${exactly(exact)}.`;
    }
    case "value":
      return `Close value: ${digits(step.params.amount)} × ${percent(step.params.rate)} = ${exactly(step.params.exact)}.`;
    case "sum":
      return `The ${step.params.lines} lines together: ${exactly(step.params.exact)}.`;
    case "multiplier": {
      const { exact, factor, level } = step.params;
      return `Multiplier of tier ${level}: ${from} × ${factor} = ${exactly(exact)}.`;
    }
    case "credit": {
      const { exact, share } = step.params;
      return `The win counts ${percent(share)} for its owner: ${from} × ${percent(share)} = ${exactly(exact)}.`;
    }
    case "remaining": {
      const { exact, net, reversed, value } = step.params;
      const [left, whole] = [digits(net), digits(value)];
      return `${digits(reversed)} of the value was reversed, ${left} is left: ${from} × ${left} ÷ ${whole} = ${exactly(exact)}.`;
    }
    case "round":
      return `Rounded once, ${modes[step.params.mode]}, to ${step.params.to}: ${digits(step.params.amount)}.`;
    case "split": {
      const { amount, exact, share, whole } = step.params;
      const cut =
        digits(exact) === digits(amount)
          ? ""
          : ` = ${digits(exact)}, cut to the smallest unit; what all parts leave over goes to the largest remainders`;
      return `By the split ${percent(share)} of ${digits(whole)}${cut}: ${digits(amount)}.`;
    }
    case "parts":
      return `The ${step.params.parts} parts together: ${digits(step.params.amount)}.`;
    case "ended":
      return endings[step.params.why];
    case "difference": {
      const { amount, booked, due } = step.params;
      return `Due ${digits(due)} − booked before ${digits(booked)} = ${digits(amount)}.`;
    }
  }
}

const why = {
  "opening-import": "an opening import brought it",
  "entered-on-behalf": "it was entered on the partner's behalf",
  registration: "it is of an approved registration",
};

const modes = {
  "half-even": "a half to the even digit",
  "half-up": "a half away from zero",
  down: "towards zero",
};

const endings: Record<EndedWhy, string> = {
  "another-owner": "Nothing is due any more: the opportunity now counts for another partner.",
  "another-parent": "Nothing is due any more: another partner, or nobody, now stands above the owner.",
  "component-ended": "Nothing is due any more: the plan no longer has this component.",
  "win-reversed": "Nothing is due any more: the win was reversed.",
  "no-owner": "Nothing is due any more: no partner owns the opportunity.",
  "no-pay-basis": "Nothing is due any more: the opportunity does not earn.",
};

function day(text: string): string {
  return parseDay(text).toLocaleString("en-GB", { dateStyle: "long" });
}

/** "0.08" as "8%". */
function percent(rate: string): string {
  const { units, scale } = parseDecimal(rate);
  return `${formatDecimal({ units: units * 100n, scale })}%`;
}

/** Digits in groups of three. */
function digits(amount: string): string {
  const [whole = "", ...fraction] = amount.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** An exact value as digits; a fraction that never ends is cut after eight digits and given beside it. */
function exactly(value: string): string {
  const [top, bottom] = value.split("/");
  if (top === undefined || bottom === undefined) return digits(value);
  const cut = { units: (BigInt(top) * 10n ** 8n) / BigInt(bottom), scale: 8 };
  return `${digits(formatDecimal(cut))}… (${top}/${bottom})`;
}
