import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { recordAll } from "#platform/events/record.ts";
import { toPublicId } from "#platform/ids.ts";
import { rankOf, warnedOn } from "../../ladders/contract.ts";
import { events } from "../events.ts";
import type { Evaluation } from "./evaluate.ts";
import { inForceOn } from "./in-force.ts";
import type { ProgramNamed } from "./run.ts";
import type { PlannedReview } from "./versions.ts";

/** Warns those who would lose their level at the next review by what has counted so far: once before each, in time. */
export async function warnAhead(
  tx: Tx,
  program: ProgramNamed,
  evaluation: Evaluation,
  { review, version: { rules } }: PlannedReview,
): Promise<void> {
  const today = tx.today().toString();
  const from = warnedOn(rules, review);
  if (from === null || today < from) return;
  const given = evaluation.histories.flatMap((history) => {
    const held = inForceOn(history, evaluation, today);
    const coming = history.judged.find((one) => one.review.on === review.on)?.decision;
    if (held === null || coming === undefined) return [];
    const isLess = rankOf(rules, coming.level) < rankOf(rules, held.level);
    const graceUntil = coming.standing.graceUntil;
    const beginsGrace = coming.why === "grace" && held.judged.decision.standing.graceUntil === null;
    if (!isLess && !beginsGrace) return [];
    const { partnerId, place } = history;
    const wouldBe = isLess ? coming.level : coming.earned;
    return [
      { partner: partnerId, place, level: held.level, wouldBe, graceUntil, main: held.judged.unit.main },
    ];
  });
  if (given.length === 0) return;
  const noted = await rows(
    tx,
    sql<{ partner_id: string; place: string }>`insert into tier_warning
        (vendor_id, partner_id, program_id, place, review_on, in_force_from, level, would_be, warned_at)
      select ${tx.vendorId}::uuid, x.partner, ${program.id}::uuid, x.place, ${review.on}::date, ${review.inForceFrom}::date,
        x.level, x."wouldBe", ${tx.now().toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x (partner uuid, place text, level text, "wouldBe" text)
      on conflict do nothing returning partner_id, place`,
  );
  const isNew = new Set(noted.map((row) => `${row.partner_id} ${row.place}`));
  const told = given.filter(({ partner, place, main }) => main && isNew.has(`${partner} ${place}`));
  if (told.length === 0) return;
  await recordAll(
    tx,
    events.warned,
    told.map(({ partner, level, wouldBe, graceUntil }) => ({
      about: { subject: { kind: "partner", id: partner }, partnerId: partner },
      payload: {
        program: program.name,
        programId: toPublicId("prg", program.id),
        level,
        wouldBe,
        graceUntil,
        reviewOn: review.on,
        inForceFrom: review.inForceFrom,
      },
    })),
  );
}
