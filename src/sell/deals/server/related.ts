import { sql } from "kysely";
import { maybe, one, prepared, rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import { money, toJson } from "#platform/money/money.ts";
import type { DealDetail } from "../contract.ts";
import type { DealRow } from "./store.ts";

/*
 * What hangs on a registration: proofs, questions, requests for more time, what became of it. People of the vendor are
 * named to the vendor alone; to a partner it is the vendor that asks and decides.
 */

export type Related = Pick<
  DealDetail,
  "files" | "questions" | "extensions" | "outcomes" | "decision" | "rulesVersion" | "submittedBy"
>;

export async function relatedOf(tx: Tx, row: DealRow): Promise<Related> {
  if (row.state === "draft") return { ...nothingSaid, files: await filesOf(tx, row) };
  return {
    files: await filesOf(tx, row),
    questions: await questionsOf(tx, row),
    extensions: await extensionsOf(tx, row),
    outcomes: await outcomesOf(tx, row),
    decision: await decisionOf(tx, row),
    rulesVersion: row.rules_id === null ? null : await versionOf(tx, row.rules_id),
    submittedBy: await personOf(tx, row.submitted_by),
  };
}

/** A draft, or one that was received just now by whoever asks: nothing was asked, decided or proposed yet. */
const nothingSaid: Omit<Related, "files"> = {
  questions: [],
  extensions: [],
  outcomes: [],
  decision: null,
  rulesVersion: null,
  submittedBy: null,
};

export async function relatedToNew(tx: Tx, row: DealRow, rulesVersion: number): Promise<Related> {
  const { membershipId, name } = tx.actor;
  const submittedBy = membershipId === null ? null : { id: toPublicId("mem", membershipId), name };
  return { ...nothingSaid, files: await filesOf(tx, row), rulesVersion, submittedBy };
}

const text = (instant: Temporal.Instant | null) => instant?.toString() ?? null;
/** The name of a person where the reader may see it: of its own company, or of everybody on the vendor's side. */
const nameOf = (column: string) =>
  sql`(select m.name from membership m where m.vendor_id = x.vendor_id and m.id = x.${sql.ref(column)})`;

async function filesOf(tx: Tx, row: DealRow): Promise<DealDetail["files"]> {
  const found = await prepared(
    tx,
    sql<{
      id: string;
      file_name: string;
      content_type: string;
      file_bytes: bigint;
      added_by: string | null;
      added_at: Temporal.Instant;
    }>`select x.id, x.file_name, x.content_type, x.file_bytes, ${nameOf("added_by")} as added_by, x.added_at
      from registration_file x where x.vendor_id = ${tx.vendorId} and x.registration_id = ${row.id} order by x.added_at, x.id`,
  );
  return found.map((file) => ({
    id: toPublicId("dfl", file.id),
    name: file.file_name,
    contentType: file.content_type,
    bytes: Number(file.file_bytes),
    addedBy: file.added_by,
    addedAt: file.added_at.toString(),
  }));
}

async function questionsOf(tx: Tx, row: DealRow): Promise<DealDetail["questions"]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
      question: string;
      asked_by: string | null;
      asked_at: Temporal.Instant;
      due_at: Temporal.Instant;
      answer: string | null;
      answered_by: string | null;
      answered_at: Temporal.Instant | null;
    }>`select x.id, x.question, ${nameOf("asked_by")} as asked_by, x.asked_at, x.due_at, x.answer,
        ${nameOf("answered_by")} as answered_by, x.answered_at
      from registration_question x where x.vendor_id = ${tx.vendorId} and x.registration_id = ${row.id} order by x.asked_at, x.id`,
  );
  return found.map((one) => ({
    id: toPublicId("que", one.id),
    question: one.question,
    askedBy: one.asked_by,
    askedAt: one.asked_at.toString(),
    dueAt: one.due_at.toString(),
    answer: one.answer,
    answeredBy: one.answered_by,
    answeredAt: text(one.answered_at),
  }));
}

async function extensionsOf(tx: Tx, row: DealRow): Promise<DealDetail["extensions"]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
      reason: string;
      requested_by: string | null;
      requested_at: Temporal.Instant;
      granted: boolean | null;
      until: Temporal.Instant | null;
      decision_note: string | null;
      decided_at: Temporal.Instant | null;
    }>`select x.id, x.reason, ${nameOf("requested_by")} as requested_by, x.requested_at, x.granted, x.until,
        x.decision_note, x.decided_at
      from registration_extension x where x.vendor_id = ${tx.vendorId} and x.registration_id = ${row.id}
      order by x.requested_at, x.id`,
  );
  return found.map((one) => ({
    id: toPublicId("ext", one.id),
    reason: one.reason,
    requestedBy: one.requested_by,
    requestedAt: one.requested_at.toString(),
    granted: one.granted,
    until: text(one.until),
    note: one.decision_note,
    decidedAt: text(one.decided_at),
  }));
}

async function outcomesOf(tx: Tx, row: DealRow): Promise<DealDetail["outcomes"]> {
  const found = await rows(
    tx,
    sql<{
      id: string;
      outcome: "won" | "lost";
      value_minor: bigint | null;
      closed_on: string;
      reason: string | null;
      proposed_by: string | null;
      proposed_at: Temporal.Instant;
      accepted: boolean | null;
      decision_note: string | null;
      decided_at: Temporal.Instant | null;
      documents: { id: string; name: string }[];
    }>`select x.id, x.outcome, x.value_minor, x.closed_on, x.reason, ${nameOf("proposed_by")} as proposed_by,
        x.proposed_at, x.accepted, x.decision_note, x.decided_at,
        coalesce((select json_agg(json_build_object('id', f.id, 'name', f.file_name) order by f.added_at, f.id)
          from registration_outcome_document o join registration_file f on f.vendor_id = o.vendor_id and f.id = o.file_id
          where o.vendor_id = x.vendor_id and o.outcome_id = x.id), '[]') as documents
      from registration_outcome x where x.vendor_id = ${tx.vendorId} and x.registration_id = ${row.id}
      order by x.proposed_at, x.id`,
  );
  return found.map((one) => ({
    id: toPublicId("out", one.id),
    outcome: one.outcome,
    value: one.value_minor === null ? null : toJson(money(one.value_minor, row.currency)),
    closedOn: one.closed_on,
    reason: one.reason,
    proposedBy: one.proposed_by,
    proposedAt: one.proposed_at.toString(),
    accepted: one.accepted,
    note: one.decision_note,
    documents: one.documents.map(({ id, name }) => ({ id: toPublicId("dfl", id), name })),
    decidedAt: text(one.decided_at),
  }));
}

async function decisionOf(tx: Tx, row: DealRow): Promise<DealDetail["decision"]> {
  if (row.decided_at === null || row.decided_rules_id === null) return null;
  return {
    decidedAt: row.decided_at.toString(),
    reasonKey: row.reason_key,
    reason: row.reason,
    benefit: row.benefit,
    rulesVersion: await versionOf(tx, row.decided_rules_id),
  };
}

async function versionOf(tx: Tx, rulesId: string): Promise<number> {
  const found = await one(
    tx,
    sql<{
      version: number;
    }>`select version from engagement_rules where vendor_id = ${tx.vendorId} and id = ${rulesId}`,
  );
  return found.version;
}

async function personOf(tx: Tx, id: string | null): Promise<DealDetail["submittedBy"]> {
  if (id === null) return null;
  const found = await maybe(
    tx,
    sql<{ name: string }>`select name from membership where vendor_id = ${tx.vendorId} and id = ${id}`,
  );
  return found === null ? null : { id: toPublicId("mem", id), name: found.name };
}
