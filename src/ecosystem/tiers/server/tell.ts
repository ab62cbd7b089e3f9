import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { type Happening, recordAll } from "#platform/events/record.ts";
import { toPublicId } from "#platform/ids.ts";
import { rankOf } from "../../ladders/contract.ts";
import { events } from "../events.ts";
import type { Judged } from "./evaluate.ts";
import type { ProgramNamed } from "./run.ts";

/** So many days before an exception ends, its partner is told. */
const exceptionEndDays = 14;

/**
 * Tells of what the newest review of each partner has changed: a level given or taken away, a grace begun. Only the
 * partner's own level is told; what single places of it have stands on its page.
 */
export async function tellOfChanges(
  tx: Tx,
  program: ProgramNamed,
  histories: readonly { partnerId: string; judged: readonly Judged[] }[],
  added: ReadonlySet<Judged>,
  isNews: (judged: Judged) => boolean,
): Promise<void> {
  const promoted: Happening<typeof events.promoted.payload>[] = [];
  const demoted: Happening<typeof events.demoted.payload>[] = [];
  const inGrace: Happening<typeof events.graceBegan.payload>[] = [];
  for (const { partnerId, judged } of histories) {
    const [before, now] = [judged.at(-2), judged.at(-1)];
    if (now === undefined || !added.has(now) || !now.unit.main || !isNews(now)) continue;
    const { review, decision, version } = now;
    const said = {
      program: program.name,
      programId: toPublicId("prg", program.id),
      level: decision.level,
      reviewOn: review.on,
      inForceFrom: review.inForceFrom,
    };
    const about = { subject: { kind: "partner", id: partnerId }, partnerId };
    const from = before?.decision.level ?? null;
    const change = rankOf(version.rules, decision.level) - (from === null ? 0 : rankOf(version.rules, from));
    if (change > 0) promoted.push({ about, payload: { ...said, from } });
    if (change < 0 && from !== null) demoted.push({ about, payload: { ...said, from } });
    const until = decision.standing.graceUntil;
    if (decision.why === "grace" && until !== null && before?.decision.standing.graceUntil !== until) {
      inGrace.push({ about, payload: { ...said, until } });
    }
  }
  if (promoted.length > 0) await recordAll(tx, events.promoted, promoted);
  if (demoted.length > 0) await recordAll(tx, events.demoted, demoted);
  if (inGrace.length > 0) await recordAll(tx, events.graceBegan, inGrace);
}

/** Tells of exceptions that end soon, once each. */
export async function tellOfExceptions(tx: Tx): Promise<void> {
  const today = tx.today();
  const soon = await rows(
    tx,
    sql<{ partner_id: string; program_id: string; program: string; level: string; effective_until: string }>`
      update tier_exception e set end_told_at = ${tx.now().toString()}::timestamptz from program p
      where e.vendor_id = ${tx.vendorId} and p.vendor_id = e.vendor_id and p.id = e.program_id and e.end_told_at is null
        and e.ended_at is null and e.effective_until > ${today.toString()}::date
        and e.effective_until <= ${today.add({ days: exceptionEndDays }).toString()}::date
      returning e.partner_id, e.program_id, p.name as program, e.level, e.effective_until::text`,
  );
  if (soon.length === 0) return;
  await recordAll(
    tx,
    events.exceptionEndsSoon,
    soon.map((row) => ({
      about: { subject: { kind: "partner", id: row.partner_id }, partnerId: row.partner_id },
      payload: {
        program: row.program,
        programId: toPublicId("prg", row.program_id),
        level: row.level,
        until: row.effective_until,
      },
    })),
  );
}
