import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { BusinessCalendar } from "#platform/time/business.ts";
import { minutesOfDay } from "#platform/time/business.ts";
import { calendarOf, rulesById } from "../../engagement/index.ts";
import { minutesLate, minutesTaken, type Pause } from "../pace.ts";
import type { DealRow } from "./store.ts";

/*
 * What is written when one of the vendor's clocks stops: how long it took, what had been promised, by how much it was
 * late. By the rules under which the registration was submitted.
 */

type Clocked = Pick<
  DealRow,
  "id" | "rules_id" | "submitted_at" | "answered_at" | "answer_due_at" | "decision_due_at"
>;
type Written = Record<string, string | number | null>;

/** The first answer is given once; with it that clock has done its work. */
export async function answered(
  tx: Tx,
  row: Clocked,
  at: Temporal.Instant,
  by: string | null,
): Promise<Written> {
  if (row.answered_at !== null || row.submitted_at === null) return { answer_due_at: null };
  const { calendar } = await promiseOf(tx, row);
  return {
    answer_due_at: null,
    answered_at: at.toString(),
    answered_by: by,
    answer_minutes: minutesTaken(calendar, row.submitted_at, at, []),
    answer_promised_at: row.answer_due_at?.toString() ?? null,
    answer_late_minutes: minutesLate(calendar, row.answer_due_at, at),
  };
}

/** Both clocks stop with a decision. */
export async function decided(tx: Tx, row: Clocked, at: Temporal.Instant, by: string): Promise<Written> {
  if (row.submitted_at === null) return {};
  const { calendar, decisionMinutes } = await promiseOf(tx, row);
  const minutes = minutesTaken(calendar, row.submitted_at, at, await pausesOf(tx, row.id));
  const beyond = minutes > decisionMinutes ? minutes - decisionMinutes : null;
  return {
    ...(await answered(tx, row, at, by)),
    decided_by: by,
    decision_due_at: null,
    decision_minutes: minutes,
    decision_promised_at: row.decision_due_at?.toString() ?? at.toString(),
    // A question that was asked too late does not make up for it.
    decision_late_minutes: beyond ?? minutesLate(calendar, row.decision_due_at, at),
  };
}

/** Nobody decides any more; what had been owed for too long by then was late all the same. */
export async function ended(tx: Tx, row: Clocked): Promise<Written> {
  const now = tx.now();
  const stopped = { ended_at: now.toString(), answer_due_at: null, decision_due_at: null };
  const { calendar } = await promiseOf(tx, row);
  const answerLate = minutesLate(calendar, row.answer_due_at, now);
  const decisionLate = minutesLate(calendar, row.decision_due_at, now);
  return {
    ...stopped,
    ...(answerLate !== null && {
      answer_promised_at: row.answer_due_at?.toString() ?? null,
      answer_late_minutes: answerLate,
    }),
    ...(decisionLate !== null && {
      decision_promised_at: row.decision_due_at?.toString() ?? null,
      decision_late_minutes: decisionLate,
    }),
  };
}

async function promiseOf(
  tx: Tx,
  row: Clocked,
): Promise<{ calendar: BusinessCalendar; decisionMinutes: number }> {
  const { settings } = await rulesById(tx, row.rules_id ?? tx.vendorId);
  const calendar = calendarOf(settings, tx.vendor.timezone);
  return { calendar, decisionMinutes: settings.decisionDays * minutesOfDay(calendar) };
}

async function pausesOf(tx: Tx, id: string): Promise<Pause[]> {
  const found = await rows(
    tx,
    sql<{
      asked_at: Temporal.Instant;
      answered_at: Temporal.Instant | null;
    }>`select asked_at, answered_at from registration_question
      where vendor_id = ${tx.vendorId} and registration_id = ${id}`,
  );
  return found.map((one) => ({ from: one.asked_at, until: one.answered_at }));
}
