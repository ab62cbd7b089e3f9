/*
 * What becomes of a request: pure, no clock, no database.
 */

export const states = [
  "requested",
  "granted",
  "consumed",
  "expired",
  "declined",
  "withdrawn",
  "reversed",
] as const;
export type State = (typeof states)[number];

export const acts = ["withdraw", "grant", "decline", "use", "takeBackUse", "reverse"] as const;
export type BenefitAct = (typeof acts)[number];

/** In which states each act is open. What is over by the clock is expired, whatever stands in the row. */
const open: Readonly<Record<BenefitAct, readonly State[]>> = {
  withdraw: ["requested"],
  grant: ["requested"],
  decline: ["requested"],
  use: ["granted"],
  takeBackUse: ["granted", "consumed", "expired"],
  reverse: ["granted"],
};

export function isOpen(act: BenefitAct, state: State): boolean {
  return open[act].includes(state);
}

/** A grant as far as the clock and its use change it. */
export interface Running {
  state: State;
  validUntil: Temporal.Instant | null;
}

/** The state at an instant: a grant is over from its end on, the end itself included. */
export function stateAt({ state, validUntil }: Running, now: Temporal.Instant): State {
  const isOver = validUntil !== null && Temporal.Instant.compare(now, validUntil) >= 0;
  return state === "granted" && isOver ? "expired" : state;
}

/** Why an act is not open, for whoever tries. */
export const closedBecause: Readonly<Record<State, string>> = {
  requested: "It is not granted yet.",
  granted: "It is granted already.",
  consumed: "All of it is used.",
  expired: "It has expired.",
  declined: "It was declined.",
  withdrawn: "It was withdrawn.",
  reversed: "The grant was taken back.",
};
