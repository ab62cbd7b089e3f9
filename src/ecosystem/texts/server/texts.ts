import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf, ParamsOf, QueryOf } from "#platform/http/endpoint.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { principalOf } from "../../people/index.ts";
import { type approveVariant, events, type listTexts, type ShownText, type TextItem } from "../contract.ts";
import { faultsOf } from "../text.ts";
import { wordingsIn } from "./put.ts";
import * as store from "./store.ts";

export async function listTextItems(tx: Tx, query: QueryOf<typeof listTexts>, hidden: Hidden) {
  const { rows, nextCursor } = await store.listTextRows(tx, { ...query, hidden });
  return { items: rows.map(present), nextCursor };
}

/** Beginnings of what texts belong to that is not there for the vendor just now. */
type Hidden = readonly string[];

interface Wording {
  params: ParamsOf<typeof approveVariant>;
  body: BodyOf<typeof approveVariant>;
}

/**
 * Writes a variant as a draft, or approves it in the words that the approver saw.
 * @throws Problem 409 when the source is another one than was translated; 422 when the text cannot be taken
 */
export async function write(
  tx: Tx,
  { params, body }: Wording,
  isApproved: boolean,
  hidden: Hidden,
): Promise<TextItem> {
  const { language } = params;
  const id = fromPublicId("txt", params.textId, "text");
  const source = await store.lockSource(tx, id, hidden);
  if (source === null || source.language === language) throw notFound("text");
  if (source.hash !== body.sourceHash) {
    throw conflict(
      "source-changed",
      "The source was changed meanwhile. Look at it again; what you wrote is kept in the form.",
    );
  }
  const [fault] = faultsOf({ form: source.form, text: source.content }, body.text, language);
  if (fault !== undefined) throw invalid("/text", fault);
  const { membershipId } = principalOf(tx);
  const written = { textId: id, language, content: body.text, sourceHash: source.hash };
  const changed = await store.writeVariants(tx, [written], { membershipId, isApproved });
  if (changed > 0) {
    const type = isApproved ? events.textApproved : events.textWritten;
    await record(tx, type, { subject: { kind: "text", id } }, { title: source.title, language });
  }
  const { rows } = await store.listTextRows(tx, { id, language });
  const [row] = rows;
  if (row === undefined) throw notFound("text");
  return present(row);
}

export async function shown(
  tx: Tx,
  ref: string,
  language: string,
  hidden: Hidden,
): Promise<{ items: ShownText[] }> {
  if (hidden.some((beginning) => ref.startsWith(beginning))) return { items: [] };
  const found = await wordingsIn(tx, [ref], language);
  return {
    items: found.map(({ field, source, isCurrent, shown: one }) => ({
      ref,
      field,
      source,
      isCurrent,
      ...one,
    })),
  };
}

function present(row: store.TextRow): TextItem {
  return {
    id: toPublicId("txt", row.id),
    ref: row.ref,
    field: row.field,
    title: row.title,
    link: row.link,
    form: row.form,
    source: {
      language: row.source_language,
      text: row.source_text,
      hash: row.hash,
      changedAt: row.changed_at.toString(),
      before: row.state === "stale" ? row.approved_of : null,
    },
    language: row.language,
    text: row.text,
    state: row.state,
    writtenBy: row.written_by,
    writtenAt: row.written_at?.toString() ?? null,
    approvedBy: row.approved_by,
  };
}
