import { sql } from "kysely";
import { changed, maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId, newId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { addBusinessMinutes, businessMinutesBetween, minutesOfDay } from "#platform/time/business.ts";
import { calendarOf, currentRules } from "../../engagement/index.ts";
import type { DealDetail } from "../contract.ts";
import { events } from "../events.ts";
import { aboutOf, letNextMoveUp, namesOf } from "./about.ts";
import { holdUntil, releaseSeries } from "./claims.ts";
import { answered, ended } from "./clocks.ts";
import { changedMeanwhile, loadFor, loadOwn } from "./load.ts";
import { detailOf } from "./present.ts";
import * as store from "./store.ts";

/* What vendor and partner say to each other before a decision, and who has the ball meanwhile. */

/** The first answer: somebody is on it. */
export async function review(tx: Tx, publicId: string): Promise<DealDetail> {
  const row = await loadFor(tx, "review", publicId, null);
  await move(tx, row, {
    state: "in-review",
    ...(await answered(tx, row, tx.now(), tx.actor.membershipId)),
  });
  await record(tx, events.dealReviewed, aboutOf(row), namesOf(row));
  return detailOf(tx, publicId);
}

/** Asks the partner; the vendor's clock stands until it answers. Unanswered in time, the place goes to the next. */
export async function ask(tx: Tx, publicId: string, question: string): Promise<DealDetail> {
  const row = await loadFor(tx, "ask", publicId, null);
  await refuseUndecided(tx, row.id);
  const { settings } = await currentRules(tx);
  const calendar = calendarOf(settings, tx.vendor.timezone);
  const dueAt = addBusinessMinutes(calendar, tx.now(), settings.questionDays * minutesOfDay(calendar));
  const left =
    row.decision_due_at === null
      ? (row.decision_left_seconds ?? 0)
      : Math.round(businessMinutesBetween(calendar, tx.now(), row.decision_due_at) * 60);
  await sql`insert into registration_question (vendor_id, id, registration_id, partner_id, question, asked_by, asked_at, due_at)
    values (${tx.vendorId}, ${newId()}, ${row.id}, ${row.partner_id}, ${question}, ${tx.actor.membershipId},
      ${tx.now().toString()}, ${dueAt.toString()})`.execute(tx.db);
  await move(tx, row, {
    state: "needs-information",
    ...(await answered(tx, row, tx.now(), tx.actor.membershipId)),
    decision_due_at: null,
    decision_left_seconds: left,
  });
  await holdUntil(tx, row.id, dueAt);
  await record(tx, events.dealInformationRequested, aboutOf(row), {
    ...namesOf(row),
    question,
    dueAt: dueAt.toString(),
  });
  return detailOf(tx, publicId);
}

/** Answers a question; what was left of the vendor's time runs on. @throws Problem 404, 409 when it was too late */
export async function answer(
  tx: Tx,
  publicId: string,
  questionId: string,
  text: string,
): Promise<DealDetail> {
  const { id: registrationId } = await loadOwn(tx, publicId);
  const id = fromPublicId("que", questionId, "question");
  const question = await maybe(
    tx,
    sql<{ due_at: Temporal.Instant }>`select due_at from registration_question
      where vendor_id = ${tx.vendorId} and id = ${id} and registration_id = ${registrationId}
        and answered_at is null`,
  );
  if (question === null) throw notFound("open question");
  if (Temporal.Instant.compare(tx.now(), question.due_at) >= 0)
    throw conflict("too-late", "The time to answer is over, and the registration has lost its place.");
  const row = await loadFor(tx, "answer", publicId, null);
  const { settings } = await currentRules(tx);
  const calendar = calendarOf(settings, tx.vendor.timezone);
  const dueAt = addBusinessMinutes(calendar, tx.now(), (row.decision_left_seconds ?? 0) / 60);
  await changed(
    tx,
    sql`update registration_question set answer = ${text}, answered_by = ${tx.actor.membershipId}, answered_at = ${tx.now().toString()}
      where vendor_id = ${tx.vendorId} and id = ${id} and answered_at is null`,
  );
  await move(tx, row, { state: "in-review", decision_due_at: dueAt.toString(), decision_left_seconds: null });
  await holdUntil(tx, row.id, null);
  await record(tx, events.dealAnswered, aboutOf(row), { ...namesOf(row), answer: text });
  return detailOf(tx, publicId);
}

/** Takes it back before it is decided; its place goes to the next. */
export async function withdraw(tx: Tx, publicId: string, reason: string | null): Promise<DealDetail> {
  const row = await loadFor(tx, "withdraw", publicId, null);
  await move(tx, row, { state: "withdrawn", ...(await ended(tx, row)) });
  await record(tx, events.dealWithdrawn, aboutOf(row), { ...namesOf(row), reason });
  await letNextMoveUp(tx, () => releaseSeries(tx, row.id, []));
  return detailOf(tx, publicId);
}

export async function move(
  tx: Tx,
  row: store.DealRow,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!(await store.updateDeal(tx, row, set))) throw changedMeanwhile();
}

/** What is decided and not yet told is taken back first. */
export async function refuseUndecided(tx: Tx, registrationId: string): Promise<void> {
  const open = await maybe(
    tx,
    sql`select id from registration_decision where vendor_id = ${tx.vendorId} and registration_id = ${registrationId}
      and told_at is null and taken_back_at is null`,
  );
  if (open !== null)
    throw conflict("decided-already", "It is decided and about to be told. Take that back first.");
}
