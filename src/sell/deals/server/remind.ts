import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { recordAll } from "#platform/events/record.ts";
import { type BusinessCalendar, businessMinutesBetween, minutesOfDay } from "#platform/time/business.ts";
import { calendarOf, currentRules } from "../../engagement/index.ts";
import { events } from "../events.ts";
import { type ClockName, callsOf, questionsUntil, soonUntil } from "../reminders.ts";
import { aboutOf } from "./about.ts";

/*
 * What comes near or is over is told once: each telling is a row with the date that it is about, written with its event
 * in one transaction. Whatever runs twice finds the row; a date that was moved is another one.
 */

/** As many in one go; the rest comes with the next minute. */
const atOnce = 1000;

interface Reminded {
  id: string;
  partner_id: string;
  number: number;
  customer: string;
}

const named = sql`d.id, d.partner_id, d.number, d.customer_name as customer`;

/** Tells all reminders that are due; answers how many. */
export async function remind(tx: Tx): Promise<number> {
  const { settings } = await currentRules(tx);
  const calendar = calendarOf(settings, tx.vendor.timezone);
  return (
    (await remindOfEnds(tx, settings.reminderDays)) +
    (await remindOfQuestions(tx, calendar)) +
    (await callForClocks(tx, calendar))
  );
}

/**
 * Of protections that end: on each of the days before, in the vendor's zone. After a pause only the latest is told, and
 * none whose day lay before the protection or its last extension: then the end was told by that.
 */
async function remindOfEnds(tx: Tx, reminderDays: readonly number[]): Promise<number> {
  if (reminderDays.length === 0) return 0;
  const now = sql`${tx.now().toString()}::timestamptz`;
  const zone = sql`${tx.vendor.timezone}::text`;
  const due = await rows(
    tx,
    sql<Reminded & { protected_until: Temporal.Instant }>`with due as (
        select ${named}, d.protected_until, x.days
        from registration d cross join unnest(${[...reminderDays]}::integer[]) as x (days)
        cross join lateral (select (d.protected_until at time zone ${zone} - make_interval(days => x.days)) at time zone ${zone} as at) as m
        where d.vendor_id = ${tx.vendorId} and d.state = 'approved' and d.protected_until > ${now}
          and d.protected_until < ${now} + make_interval(days => ${Math.max(...reminderDays) + 2})
          and m.at <= ${now} and m.at > greatest(d.protected_from, (select max(e.decided_at) from registration_extension e
            where e.vendor_id = d.vendor_id and e.registration_id = d.id and e.granted))
          and not exists (select from registration_reminder r where r.vendor_id = d.vendor_id and r.registration_id = d.id
            and r.kind = 'protection-ends' and r.of = x.days::text and r.about = d.protected_until)
        order by d.id, x.days limit ${atOnce}
      ), told as (
        insert into registration_reminder (vendor_id, registration_id, kind, of, about, told_at)
        select ${tx.vendorId}::uuid, id, 'protection-ends', days::text, protected_until, ${now} from due
        on conflict do nothing returning registration_id, of
      )
      select distinct due.id, due.partner_id, due.number, due.customer, due.protected_until
      from told join due on due.id = told.registration_id and due.days::text = told.of order by due.id`,
  );
  await recordAll(
    tx,
    events.dealProtectionEnding,
    due.map((row) => ({
      about: aboutOf(row),
      payload: {
        ...namesIn(row),
        protectedUntil: row.protected_until.toString(),
        days: daysUntil(tx, row.protected_until),
      },
    })),
  );
  return due.length;
}

/** Calendar days in the vendor's zone. */
function daysUntil(tx: Tx, until: Temporal.Instant): number {
  const day = until.toZonedDateTimeISO(tx.vendor.timezone).toPlainDate();
  return tx.today().until(day, { largestUnit: "days" }).days;
}

/** Of questions that a partner has not answered, unless it was asked so late that it knows. */
async function remindOfQuestions(tx: Tx, calendar: BusinessCalendar): Promise<number> {
  const found = await rows(
    tx,
    sql<
      Reminded & { asked_at: Temporal.Instant; due_at: Temporal.Instant }
    >`select ${named}, q.asked_at, q.due_at
      from registration_question q
      join registration d on d.vendor_id = q.vendor_id and d.id = q.registration_id and d.state = 'needs-information'
      where q.vendor_id = ${tx.vendorId} and q.answered_at is null and q.due_at > ${tx.now().toString()}::timestamptz
        and q.due_at <= ${questionsUntil(calendar, tx.now()).toString()}::timestamptz
        and not exists (select from registration_reminder r where r.vendor_id = q.vendor_id
          and r.registration_id = q.registration_id and r.kind = 'answer-owed' and r.of = 'question' and r.about = q.due_at)
      order by d.id limit ${atOnce}`,
  );
  const due = found.filter(
    (row) => businessMinutesBetween(calendar, row.asked_at, row.due_at) > minutesOfDay(calendar),
  );
  return tellOnce(
    tx,
    events.dealAnswerOwed,
    due.map((row) => ({
      row,
      told: { kind: "answer-owed", of: "question", about: row.due_at },
      payload: { ...namesIn(row), dueAt: row.due_at.toString() },
    })),
  );
}

type ClockRow = Reminded & {
  clock: ClockName;
  due_at: Temporal.Instant;
  soon_told: boolean;
  escalates_at: Temporal.Instant | null;
  escalated: boolean;
};

/** What the vendor's people owe: soon due, overdue, and to the administrators. What is decided is owed no more. */
async function callForClocks(tx: Tx, calendar: BusinessCalendar): Promise<number> {
  const clocks = await clocksNear(tx, soonUntil(calendar, tx.now()));
  const calls = clocks.flatMap((row) => {
    const { due_at, soon_told, escalates_at, escalated } = row;
    const clock = { dueAt: due_at, soonTold: soon_told, escalatesAt: escalates_at, escalated };
    return callsOf(clock, calendar, tx.now()).map((call) => ({
      row,
      told: { of: row.clock, about: due_at, ...call },
      payload: { ...namesIn(row), clock: row.clock, dueAt: due_at.toString() },
    }));
  });
  const of = (kind: string) => calls.filter(({ told }) => told.kind === kind);
  return (
    (await tellOnce(tx, events.dealDueSoon, of("due-soon"))) +
    (await tellOnce(tx, events.dealOverdue, of("overdue"))) +
    (await tellOnce(tx, events.dealEscalated, of("escalated")))
  );
}

async function clocksNear(tx: Tx, until: Temporal.Instant): Promise<ClockRow[]> {
  const now = sql`${tx.now().toString()}::timestamptz`;
  const horizon = sql`${until.toString()}::timestamptz`;
  const told = (kind: string) => sql`from registration_reminder r where r.vendor_id = d.vendor_id
    and r.registration_id = d.id and r.kind = ${sql.lit(kind)} and r.of = c.clock and r.about = c.due_at`;
  return rows(
    tx,
    sql<ClockRow>`select * from (
        select ${named}, c.clock, c.due_at, exists (select ${told("due-soon")}) as soon_told,
          (select r.escalates_at ${told("overdue")}) as escalates_at, exists (select ${told("escalated")}) as escalated
        from registration d
        cross join lateral (values ('answer', d.answer_due_at), ('decision', d.decision_due_at)) as c (clock, due_at)
        where d.vendor_id = ${tx.vendorId} and d.state in ('submitted', 'in-review', 'needs-information')
          and (d.answer_due_at <= ${horizon} or d.decision_due_at <= ${horizon}) and c.due_at <= ${horizon}
          and not exists (select from registration_decision x where x.vendor_id = d.vendor_id and x.registration_id = d.id
            and x.told_at is null and x.taken_back_at is null)
      ) as near
      where case when due_at > ${now} then not soon_told
        else escalates_at is null or (escalates_at <= ${now} and not escalated) end
      order by due_at, id limit ${atOnce}`,
  );
}

interface Telling<P> {
  row: Reminded;
  told: { kind: string; of: string; about: Temporal.Instant; escalatesAt?: Temporal.Instant };
  payload: P;
}

/** Writes which tellings are done and their events; those that somebody else did meanwhile are left out. */
async function tellOnce<T extends EventType>(
  tx: Tx,
  type: T,
  tellings: readonly Telling<Record<string, unknown>>[],
): Promise<number> {
  if (tellings.length === 0) return 0;
  const given = tellings.map(({ row, told }, no) => ({
    no,
    id: row.id,
    kind: told.kind,
    of: told.of,
    about: told.about.toString(),
    escalates_at: told.escalatesAt?.toString() ?? null,
  }));
  const done = await rows(
    tx,
    sql<{ no: number }>`with given as (
        select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
          as x (no integer, id uuid, kind text, of text, about timestamptz, escalates_at timestamptz)
      ), told as (
        insert into registration_reminder (vendor_id, registration_id, kind, of, about, told_at, escalates_at)
        select ${tx.vendorId}::uuid, id, kind, of, about, ${tx.now().toString()}::timestamptz, escalates_at from given
        on conflict do nothing returning registration_id, of, about
      )
      select given.no from told join given on given.id = told.registration_id and given.of = told.of
        and given.about = told.about order by given.no`,
  );
  const fresh = done.flatMap(({ no }) => tellings[no] ?? []);
  await recordAll(
    tx,
    type,
    fresh.map(({ row, payload }) => ({ about: aboutOf(row), payload })),
  );
  return fresh.length;
}

function namesIn({ number, customer }: Reminded): { number: number; customer: string } {
  return { number, customer };
}
