/*
 * What a touchpoint is and what may become of it. Pure: no clock, no database.
 */

export const kinds = ["registration", "demo", "meeting", "document", "introduction"] as const;
export type Kind = (typeof kinds)[number];
/** What people log; a registration is recorded by its submission. */
export const loggedKinds = ["demo", "meeting", "document", "introduction"] as const;

export const states = ["recorded", "confirmed", "contested", "withdrawn"] as const;
export type State = (typeof states)[number];

export const acts = ["withdraw", "askAgain", "addEvidence", "confirm", "contest"] as const;
export type TouchpointAct = (typeof acts)[number];

/** In which states each act is open, and where it leads. What is confirmed stands. */
const transitions: Readonly<Record<TouchpointAct, Partial<Record<State, State>>>> = {
  withdraw: { recorded: "withdrawn", contested: "withdrawn" },
  askAgain: { contested: "recorded" },
  addEvidence: { recorded: "recorded", contested: "contested" },
  confirm: { recorded: "confirmed", contested: "confirmed" },
  contest: { recorded: "contested" },
};

/** A touchpoint as far as the acts depend on it. */
export interface Standing {
  kind: Kind;
  state: State;
  /** The partner asked again already; it may once. */
  askedAgain: boolean;
  /** Its registration waits for a decision, which decides the registration's own touchpoint too. */
  isUndecided: boolean;
}

/** Where an act leads; null where it is not open. */
export function nextState(act: TouchpointAct, standing: Standing): State | null {
  if (act === "askAgain" && standing.askedAgain) return null;
  if (standing.kind === "registration") {
    const isDecision = act === "confirm" || act === "contest";
    if (!isDecision || standing.isUndecided) return null;
  }
  return transitions[act][standing.state] ?? null;
}
