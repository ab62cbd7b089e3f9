/**
 * How ids of each kind of record begin at the edge: a record of kind `partner` is `par_` and 32 hexadecimal digits.
 * The kinds are those that events name as their subject. A new noun adds its line here.
 */
export const idPrefixes = {
  vendor: "ven",
  text: "txt",
  partner: "par",
  edge: "edg",
  membership: "mem",
  invitation: "inv",
  key: "key",
  fact: "fct",
  "fact-kind": "fkd",
  region: "reg",
  location: "loc",
  account: "acc",
  product: "prd",
  program: "prg",
  "program-version": "prv",
  "program-override": "ovr",
  specialization: "spz",
  "specialization-application": "sap",
  "specialization-award": "saw",
  "tier-exception": "tex",
  opportunity: "opp",
  "pay-split": "spl",
  win: "win",
  reversal: "rev",
  deal: "deal",
  touchpoint: "tch",
  "benefit-request": "bnr",
  import: "imp",
  plan: "pln",
  "plan-version": "plv",
  run: "run",
  earning: "ern",
  statement: "sta",
  batch: "bat",
  payout: "pay",
  "ledger-account": "lac",
  "ledger-transaction": "ltx",
  posting: "pst",
  event: "evt",
} as const;

/** A kind of record that has ids of its own. */
export type RecordKind = keyof typeof idPrefixes;

/** The prefix of a kind as it stands in an event; a kind that the table does not know is its own. */
export function prefixOf(kind: string): string {
  return kind in idPrefixes ? idPrefixes[kind as RecordKind] : kind.replaceAll(/[^a-z]/g, "");
}

/** Any record's id, of whatever kind. */
export const anyIdPattern = /^([a-z]{2,20})_([0-9a-f]{32})$/;
