import { sql } from "kysely";
import type { Door } from "#platform/database/door.ts";
import { rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { VendorContext } from "#platform/principal.ts";
import { rankOf } from "../../ladders/contract.ts";
import { events } from "../events.ts";
import * as decisions from "./decisions.ts";
import { evaluate, type Judged } from "./evaluate.ts";
import { tellOfChanges, tellOfExceptions } from "./tell.ts";
import { nextReviewAfter, publishedVersions } from "./versions.ts";
import { warnAhead } from "./warn.ts";

/** So long after its day a decision is still told; what is decided about years past is history, not news. */
const newsDays = 31;

export interface ProgramNamed {
  id: string;
  name: string;
}

/**
 * Decides whatever review is due in each of a vendor's programs, amends what facts that came late have changed, and
 * warns of what the next review would take away. Done twice, or by several servers at once, it decides once.
 */
export async function decideTiers(door: Door, vendor: VendorContext): Promise<void> {
  const programs = await door.withJob(vendor, (tx) =>
    rows(
      tx,
      sql<ProgramNamed>`select id, name from program where vendor_id = ${tx.vendorId} order by created_at, id`,
    ),
  );
  for (const program of programs) await door.withJob(vendor, (tx) => decideProgram(tx, program));
  await door.withJob(vendor, tellOfExceptions);
}

/** The same for one program; answers how many decisions it added. */
export async function decideProgram(tx: Tx, program: ProgramNamed): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tiers:${tx.vendorId}:${program.id}`}, 0))`.execute(
    tx.db,
  );
  // The facts of everybody are sorted and summed in memory; the ordinary allowance would write them to disk first.
  await sql`set local work_mem = '64MB'`.execute(tx.db);
  const today = tx.today();
  const versions = await publishedVersions(tx, program.id);
  const next = nextReviewAfter(versions, today);
  const until =
    next === null
      ? today.add({ days: 181 })
      : Temporal.PlainDate.from(next.review.inForceFrom).add({ days: 1 });
  const evaluation = await evaluate(tx, { programId: program.id, until: until.toString() });
  const due = evaluation.histories.map((history) => ({
    ...history,
    judged: history.judged.filter(({ review }) => review.decidedOn <= today.toString()),
  }));
  const known = await decisions.latestOf(tx, program.id);
  const added = due.flatMap(({ judged }) => judged.flatMap((one) => decisions.whatIsNew(one, known)));
  const inserted = await decisions.insertAll(tx, program.id, added);
  const begun = await decisions.insertReviews(tx, program.id, reviewsOf(due));
  const isNews = (one: Judged) => Temporal.PlainDate.from(one.review.decidedOn).until(today).days <= newsDays;
  await tellOfChanges(tx, program, due, new Set(added.map(({ judged }) => judged)), isNews);
  for (const review of begun) await summarize(tx, program, review, due);
  if (next !== null) await warnAhead(tx, program, evaluation, next);
  return inserted;
}

function reviewsOf(histories: readonly { judged: readonly Judged[] }[]): decisions.DecidedReview[] {
  const found = new Map<string, decisions.DecidedReview>();
  for (const { judged } of histories) {
    for (const { review, version } of judged) {
      const one = found.get(review.on) ?? { review, version, partners: 0 };
      one.partners += 1;
      found.set(review.on, one);
    }
  }
  return [...found.values()];
}

async function summarize(
  tx: Tx,
  program: ProgramNamed,
  { review, partners }: decisions.DecidedReview,
  histories: readonly { judged: readonly Judged[] }[],
): Promise<void> {
  let [promoted, demoted, inGrace] = [0, 0, 0];
  for (const { judged } of histories) {
    const at = judged.findIndex((one) => one.review.on === review.on);
    const [before, now] = [judged[at - 1], judged[at]];
    if (now === undefined || before === undefined) continue;
    const change =
      rankOf(now.version.rules, now.decision.level) - rankOf(now.version.rules, before.decision.level);
    if (change > 0) promoted += 1;
    if (change < 0) demoted += 1;
    if (now.decision.why === "grace") inGrace += 1;
  }
  const { on: reviewOn, inForceFrom } = review;
  await record(
    tx,
    events.reviewed,
    { subject: { kind: "program", id: program.id } },
    { program: program.name, reviewOn, inForceFrom, partners, promoted, demoted, inGrace },
  );
}
