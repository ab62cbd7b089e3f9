/** The states of an import; see README.md. */
export const states = [
  "uploaded",
  "mapped",
  "checking",
  "checked",
  "running",
  "done",
  "undone",
  "failed",
] as const;
export type State = (typeof states)[number];

export type Act = "map" | "check" | "run" | "cancel" | "undo" | "discard";

/** From which states people may do what. */
const open: Readonly<Record<Act, readonly State[]>> = {
  map: ["uploaded", "mapped", "checked", "failed"],
  check: ["mapped", "checked", "failed"],
  run: ["checked"],
  cancel: ["checking", "running"],
  undo: ["done"],
  discard: ["uploaded", "mapped", "checked", "failed"],
};

/** What can be done with an import in this state; one that was never mapped cannot be checked. */
export function actsIn(state: State, mapped: boolean): Act[] {
  return (Object.keys(open) as Act[]).filter(
    (act) => open[act].includes(state) && (act !== "check" || mapped),
  );
}

/** The states from which an act is open, for the condition of its update. */
export function statesFor(act: Act): readonly State[] {
  return open[act];
}

const sentences: Readonly<Record<Act, string>> = {
  map: "Columns are assigned before an import runs",
  check: "Assign the columns first; then the file can be checked",
  run: "Only a file that was checked can be imported",
  cancel: "Nothing is going on that could be stopped",
  undo: "Only an import that is done can be undone",
  discard: "Only an import that has not changed anything can be discarded",
};

const words: Readonly<Record<State, string>> = {
  uploaded: "uploaded",
  mapped: "mapped",
  checking: "being checked",
  checked: "checked",
  running: "running",
  done: "done",
  undone: "undone",
  failed: "failed",
};

/** Why an act is not open, for the person who asked. */
export function refusalOf(act: Act, state: State): string {
  return `${sentences[act]}. This one is ${words[state]}.`;
}

/** How often a check or a run that was interrupted is begun again. */
export const maxAttempts = 5;
/** A check is good for this long; then the world has moved on, and the rows are let go. */
export const checkKeptDays = 7;
/** A file of up to this many rows is tried out in the check, to say what the run would do. */
export const maxTrialRows = 20_000;
/** Rows that are taken over with one statement. */
export const rowsPerRange = 10_000;
