import type { DealRole } from "../engagement/contract.ts";

/*
 * What a registration is and what may become of it. Pure: no clock, no database.
 */

export const states = [
  "draft",
  "submitted",
  "in-review",
  "needs-information",
  "approved",
  "rejected",
  "withdrawn",
  "expired",
  "revoked",
  "superseded",
  "closed",
] as const;
export type State = (typeof states)[number];

/** What is done to a registration, by whomever. */
export const acts = [
  "change",
  "submit",
  "discard",
  "withdraw",
  "review",
  "ask",
  "answer",
  "approve",
  "reject",
  "revoke",
  "requestExtension",
  "decideExtension",
  "proposeOutcome",
  "decideOutcome",
  "addFile",
  "removeFile",
] as const;
export type DealAct = (typeof acts)[number];

/** The transition table: in which states each act is open, and where it leads; the state itself where it stays. */
export const transitions: Readonly<Record<DealAct, Partial<Record<State, State>>>> = {
  change: {
    draft: "draft",
    submitted: "submitted",
    "in-review": "in-review",
    "needs-information": "needs-information",
  },
  submit: { draft: "submitted" },
  discard: { draft: "draft" },
  withdraw: { submitted: "withdrawn", "in-review": "withdrawn", "needs-information": "withdrawn" },
  review: { submitted: "in-review" },
  ask: { submitted: "needs-information", "in-review": "needs-information" },
  answer: { "needs-information": "in-review" },
  approve: { submitted: "approved", "in-review": "approved", "needs-information": "approved" },
  reject: { submitted: "rejected", "in-review": "rejected", "needs-information": "rejected" },
  revoke: { approved: "revoked" },
  requestExtension: { approved: "approved" },
  decideExtension: { approved: "approved" },
  proposeOutcome: { approved: "approved" },
  decideOutcome: { approved: "approved" },
  removeFile: {
    draft: "draft",
    submitted: "submitted",
    "in-review": "in-review",
    "needs-information": "needs-information",
    // What came after the decision; what was there when it was taken stays.
    approved: "approved",
  },
  addFile: {
    draft: "draft",
    submitted: "submitted",
    "in-review": "in-review",
    "needs-information": "needs-information",
    approved: "approved",
  },
};

/** States in which nothing was decided yet: the registration has its place in the queue. */
export const undecided: readonly State[] = ["submitted", "in-review", "needs-information"];

/**
 * Protection is over at its end, and a registration at the end of the time to answer, whether or not anybody has written
 * that down: half-open, to the millisecond.
 */
export function stateAt(
  deal: { state: State; protectedUntil: Temporal.Instant | null; questionDueAt: Temporal.Instant | null },
  now: Temporal.Instant,
): State {
  const isOver = (end: Temporal.Instant | null) => end !== null && Temporal.Instant.compare(now, end) >= 0;
  if (deal.state === "approved" && isOver(deal.protectedUntil)) return "expired";
  if (deal.state === "needs-information" && isOver(deal.questionDueAt)) return "withdrawn";
  return deal.state;
}

/** The words by which a customer is found. */
export interface Identity {
  kind: "domain" | "name" | "tax-id" | "crm-id";
  key: string;
}

/** What a registration asks for: the scope within which there is one winner. */
export interface Claim extends Identity {
  series: string;
  country: string;
  project: string;
  role: DealRole;
}

/** The same project in other words of spacing and case is the same. */
export function projectKey(project: string): string {
  return project.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** Numbers of companies and taxes are compared without punctuation. */
export function identifierKey(identifier: string): string {
  return identifier
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** All claims of a registration: each of its keys for each series that it sells. */
export function claimsOf(deal: {
  identities: readonly Identity[];
  series: readonly string[];
  country: string;
  project: string;
  role: DealRole;
}): Claim[] {
  const { country, role } = deal;
  const project = projectKey(deal.project);
  return [...new Set(deal.series)]
    .toSorted()
    .flatMap((series) =>
      deal.identities.map(({ kind, key }) => ({ kind, key, series, country, project, role })),
    );
}
