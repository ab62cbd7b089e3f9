import { sql } from "kysely";
import { openYears } from "#ecosystem/programs/index.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { toJson } from "#platform/money/money.ts";
import type { Principal } from "#platform/principal.ts";
import { type Report, report } from "../../report.ts";
import type { Wait, WaitKind } from "../contract.ts";

interface WaitRow {
  kind: WaitKind;
  count: number;
  since: string | null;
  period: string | null;
  amount_minor: bigint | null;
  record_id: string | null;
}

interface Duty {
  kind: WaitKind;
  /** Whoever holds it can do what is waited for. */
  act: string;
  /** How ids of its records begin. */
  prefix: string | null;
  read: Report<WaitRow>;
}

const duty = (kind: WaitKind, act: string, prefix: string | null = null): Duty => ({
  kind,
  act,
  prefix,
  read: report(new URL(`../reports/${kind}.sql`, import.meta.url)),
});

/** Everything that can wait for the vendor's people, and for the holders of which act. */
const duties: readonly Duty[] = [
  duty("batches-to-release", "payout.release", "bat"),
  duty("payees-to-pay", "payout.pay", "bat"),
  duty("payouts-to-make", "payout.make"),
  duty("statements-to-close", "statement.close"),
  duty("months-to-run", "run.manage"),
  duty("changes-to-book", "run.manage", "run"),
  duty("problem-wins", "opportunity.manage", "run"),
  duty("imports-to-finish", "import.manage", "imp"),
  duty("deals-to-decide", "deal.decide", "deal"),
  duty("deals-overdue-to-answer", "deal.decide", "deal"),
  duty("deal-requests-to-decide", "deal.decide", "deal"),
  duty("touchpoints-to-confirm", "touchpoint.decide", "tch"),
  duty("benefits-to-decide", "benefit.decide", "bnr"),
  duty("deals-overdue", "opportunity.manage", "opp"),
  duty("overrides-to-approve", "program-override.approve", "ovr"),
  duty("overrides-ending", "program-override.approve", "ovr"),
  duty("levels-at-risk", "tier.except", "prg"),
  duty("specializations-to-decide", "specialization.decide", "sap"),
  duty("drafts-to-publish", "plan.publish", "pln"),
  duty("invitations-pending", "people.manage"),
];

/** Everything that can wait for a partner's people, about their own company. */
const partnerDuties: readonly Duty[] = [
  duty("questions-to-answer", "deal.register", "deal"),
  duty("protections-ending", "deal.register", "deal"),
  duty("splits-to-sign", "pay-split.sign", "spl"),
  duty("specializations-ending", "specialization.apply"),
  duty("touchpoints-contested", "touchpoint.log", "tch"),
  duty("benefits-ending", "benefit.use", "bnr"),
  duty("registrations-to-finish", "deal.register", "deal"),
];

/** What waits for a person, by what their roles allow, in one statement; what waits longest first. */
export async function waitsFor(tx: Tx, principal: Principal): Promise<Wait[]> {
  const theirs = principal.partnerId === null ? duties : partnerDuties;
  const mine = theirs.filter(({ kind, act }) => principal.can.has(act) || isSellersOwn(kind, principal));
  const years = await yearsToAcknowledge(tx, principal);
  if (mine.length === 0) return years;
  const values = {
    vendor: tx.vendorId,
    currency: tx.vendor.currency,
    zone: tx.vendor.timezone,
    membership: principal.membershipId,
    partner: principal.partnerId,
    seller: principal.databaseRole === "hanse_seller" ? principal.membershipId : null,
    now: tx.now().toString(),
    today: tx.today().toString(),
    month: tx.today().with({ day: 1 }).toString(),
  };
  const parts = mine.map(
    ({ kind, read }) => sql`select ${kind}::text as kind, w.* from (${read(values)}) as w`,
  );
  const found = await rows(
    tx,
    sql<WaitRow>`select * from (${sql.join(parts, sql` union all `)}) as waits where count > 0 order by since nulls last, kind`,
  );
  const waits = [...found.map((row) => present(row, tx.vendor.currency)), ...years];
  return waits.sort((one, other) => (longest(one) < longest(other) ? -1 : 1));
}

/** What waits longest first; what waits since no day last. */
function longest({ since, kind }: Wait): string {
  return `${since ?? "9999"} ${kind}`;
}

/**
 * Program years that a company has not acknowledged, or partners that the vendor's people may ask to. Who is in a program
 * follows from rules, not from rows, so this is asked of programs themselves.
 */
async function yearsToAcknowledge(tx: Tx, { can, partnerId }: Principal): Promise<Wait[]> {
  if (!can.has(partnerId === null ? "program.enrol" : "program.acknowledge")) return [];
  const open = await openYears(tx, partnerId === null ? undefined : [partnerId]);
  const [first, ...others] = open.toSorted((one, other) => (one.since < other.since ? -1 : 1));
  if (first === undefined) return [];
  const about = { since: first.since, period: null, amount: null };
  if (partnerId !== null) {
    return [{ kind: "years-to-acknowledge", count: open.length, ...about, record: null }];
  }
  const count = open.reduce((sum, { partners }) => sum + partners, 0);
  const record = others.length === 0 ? toPublicId("prg", first.programId) : null;
  return [{ kind: "acknowledgements-missing", count, ...about, record }];
}

/** A direct seller moves nothing here, but keeps an eye on their own deals. */
function isSellersOwn(kind: WaitKind, principal: Principal): boolean {
  return kind === "deals-overdue" && principal.databaseRole === "hanse_seller";
}

function present(row: WaitRow, currency: string): Wait {
  const prefix = [...duties, ...partnerDuties].find(({ kind }) => kind === row.kind)?.prefix ?? null;
  return {
    kind: row.kind,
    count: row.count,
    since: row.since,
    period: row.period?.slice(0, 7) ?? null,
    amount: row.amount_minor === null ? null : toJson({ minor: row.amount_minor, currency }),
    record: prefix === null || row.record_id === null ? null : toPublicId(prefix, row.record_id),
  };
}
