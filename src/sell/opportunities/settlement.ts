import { heldMinor, type Opportunity, sameLines, type Win } from "./opportunity.ts";

/** What a partner gains or loses by a win, and the day whose quarter it counts in. */
export interface Counted {
  partnerId: string;
  countsOn: string;
  /** Of won value in minor units, of won deals in thousandths. */
  amount: bigint;
  winId: string;
  /** The customer by whose country it counts, where the win is new to the partner; null: as what it changes. */
  accountId: string | null;
  /** Set for what changes a win: the day of its close, whose rates go on to hold for it. */
  ratedOn: string | null;
}

/** A deal, in thousandths as numbers are counted. */
const wholeDeal = 1_000n;

export interface Reversal {
  winId: string;
  amountMinor: bigint;
  reason: string;
}

/** What follows from an opportunity's passing from one state to another. */
export interface Settlement {
  /** The opportunity afterwards, with the win that then stands. */
  after: Opportunity;
  opened: Win | null;
  /** The win that all was taken back of. */
  closed: Win | null;
  reversal: Reversal | null;
  wonValues: Counted[];
  /** One for each win, however much of it is left. */
  wonDeals: Counted[];
  /** Something that money depends on has changed, so that a run that counted the win has to look again. */
  moneyChanged: boolean;
  /** Other products or quantities, or amounts that the value alone does not explain. */
  linesChanged: boolean;
}

export interface Circumstances {
  /** The vendor's calendar day on which it is recorded. */
  today: string;
  /** Why a win is taken back, where one is. */
  reason: string | null;
  newId: () => string;
}

/**
 * What a change means for wins and for the partners' won value, the same for a person's act and for an import. Pass
 * `after` as it is wanted; its win is worked out here. A win counts on its day of close; a change or reversal counts
 * on the day on which it is recorded, and a new owner takes over what the win then holds. Moving the day of close
 * moves no won value.
 */
export function settle(before: Opportunity | null, wanted: Opportunity, given: Circumstances): Settlement {
  const lived = before?.meaning === "won" ? before.win : null;
  const lives = wanted.meaning === "won";
  const opened =
    lives && lived === null ? { id: given.newId(), n: wanted.winCount + 1, reversedMinor: 0n } : null;
  const after: Opportunity = {
    ...wanted,
    win: lives ? (opened ?? wanted.win) : null,
    winCount: wanted.winCount + (opened === null ? 0 : 1),
  };
  const takenBack = reversedBy(before, after, lived);
  return {
    after,
    opened,
    closed: lives ? null : lived,
    reversal: takenBack === null ? null : { ...takenBack, reason: reasonOf(given) },
    wonValues: counted(before, after, given.today, heldMinor),
    wonDeals: counted(before, after, given.today, (one) => (one.meaning === "won" ? wholeDeal : 0n)),
    moneyChanged: lived !== null && (!lives || differsInMoney(before, after)),
    linesChanged: before !== null && !sameLines(before.lines, spreadAlike(before, after)),
  };
}

function reversedBy(before: Opportunity | null, after: Opportunity, lived: Win | null) {
  if (before === null || lived === null) return null;
  if (after.meaning !== "won") return { winId: lived.id, amountMinor: heldMinor(before) };
  const amountMinor = (after.win?.reversedMinor ?? 0n) - lived.reversedMinor;
  return amountMinor > 0n ? { winId: lived.id, amountMinor } : null;
}

function reasonOf({ reason }: Circumstances): string {
  if (reason === null) throw new Error("A win is taken back without a reason.");
  return reason;
}

function counted(
  before: Opportunity | null,
  after: Opportunity,
  today: string,
  heldBy: (one: Opportunity) => bigint,
): Counted[] {
  const held = before === null ? 0n : heldBy(before);
  const holds = heldBy(after);
  const win = after.win ?? before?.win;
  if (win === null || win === undefined) return [];
  const isNew = before === null || before.meaning !== "won";
  const [countsOn, ratedOn] = isNew ? [after.closedOn ?? today, null] : [today, before.closedOn];
  const change = (partnerId: string | null, amount: bigint, isGain: boolean): Counted[] =>
    partnerId === null || amount === 0n
      ? []
      : [
          {
            partnerId,
            countsOn,
            amount,
            winId: win.id,
            accountId: isGain ? after.accountId : null,
            ratedOn,
          },
        ];
  const stays = before?.ownerPartnerId === after.ownerPartnerId && before.accountId === after.accountId;
  if (isNew || before === null || stays || after.meaning !== "won")
    return change((isNew ? after : (before ?? after)).ownerPartnerId, holds - held, isNew);
  return [...change(before.ownerPartnerId, -held, false), ...change(after.ownerPartnerId, holds, true)];
}

/** The lines afterwards, without the amounts where these follow a change of the value. */
function spreadAlike(before: Opportunity, after: Opportunity): Opportunity["lines"] {
  if (before.valueMinor === after.valueMinor) return after.lines;
  return after.lines.map((line, index) => ({
    ...line,
    amountMinor: before.lines[index]?.amountMinor ?? null,
  }));
}

function differsInMoney(before: Opportunity | null, after: Opportunity): boolean {
  return (
    before === null ||
    before.valueMinor !== after.valueMinor ||
    before.closedOn !== after.closedOn ||
    before.ownerPartnerId !== after.ownerPartnerId ||
    before.payBasis !== after.payBasis ||
    before.win?.reversedMinor !== after.win?.reversedMinor ||
    !sameLines(before.lines, after.lines)
  );
}
