/** What a stage means, whatever the vendor calls it. The stage alone says whether an opportunity is open, won or lost. */
export const meanings = ["open", "won", "lost"] as const;
export type Meaning = (typeof meanings)[number];

/** Whether a move asks for something, takes it, or has no place for it. */
export type Need = "needed" | "taken" | "refused";

/** What somebody says when they move an opportunity to another stage. */
export type Said = "value" | "closedOn" | "reason";

const nothing = { value: "refused", closedOn: "refused", reason: "taken" } as const;
const winning = { value: "needed", closedOn: "needed", reason: "taken" } as const;

/**
 * The transition table: from a meaning to a meaning, and what the move needs. Leaving won takes the win back and so
 * needs a reason; coming to won again is another win.
 */
export const moves: Readonly<Record<Meaning, Readonly<Record<Meaning, Readonly<Record<Said, Need>>>>>> = {
  open: {
    open: nothing,
    won: winning,
    lost: { value: "refused", closedOn: "taken", reason: "needed" },
  },
  won: {
    open: { value: "refused", closedOn: "refused", reason: "needed" },
    won: nothing,
    lost: { value: "refused", closedOn: "taken", reason: "needed" },
  },
  lost: {
    open: nothing,
    won: winning,
    lost: nothing,
  },
};

const missing: Record<Said, string> = {
  value: "Write the value it was won with.",
  closedOn: "Say on which day it was closed.",
  reason: "Give a reason.",
};
const misplaced: Record<Said, string> = {
  value: "A value is said when it is won. Change it by editing the opportunity.",
  closedOn: "A day of close is said when it is won or lost.",
  reason: "A reason has no place here.",
};

/** What is wrong with what somebody says for a move, field by field; empty when the move may go on. */
export function refusalsOfMove(
  from: Meaning,
  to: Meaning,
  said: Readonly<Record<Said, boolean>>,
): { pointer: string; message: string }[] {
  return (["value", "closedOn", "reason"] as const).flatMap((field) => {
    const need = moves[from][to][field];
    if (need === "needed" && !said[field]) return [{ pointer: `/${field}`, message: missing[field] }];
    if (need === "refused" && said[field]) return [{ pointer: `/${field}`, message: misplaced[field] }];
    return [];
  });
}
