import type { Tx } from "#platform/database/tx.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { notFound } from "#platform/problem.ts";
import type { Touchpoint } from "../contract.ts";
import { nextState, type TouchpointAct } from "../touchpoint.ts";
import { type FileRow, filesOf, findTouchpoints, standingOf, type TouchpointRow } from "./store.ts";

/** @throws Problem 404 */
export async function detailOf(tx: Tx, publicId: string): Promise<Touchpoint> {
  const found = await findTouchpoints(tx, [fromPublicId("tch", publicId, "touchpoint")]);
  const [presented] = await presentAll(tx, found);
  if (presented === undefined) throw notFound("touchpoint");
  return presented;
}

/** Touchpoints as they are told, with the evidence of all of them read at once. */
export async function presentAll(tx: Tx, found: readonly TouchpointRow[]): Promise<Touchpoint[]> {
  const ids = found.map(({ id }) => id);
  const files = ids.length === 0 ? new Map<string, FileRow[]>() : await filesOf(tx, ids);
  return found.map((row) => present(tx, row, files.get(row.id) ?? []));
}

function present(tx: Tx, row: TouchpointRow, files: readonly FileRow[]): Touchpoint {
  return {
    id: toPublicId("tch", row.id),
    kind: row.kind,
    state: row.state,
    partner: { id: toPublicId("par", row.partner_id), name: row.partner_name },
    about: aboutOf(row),
    occurredOn: row.occurred_on,
    withWhom: row.with_whom,
    purpose: row.purpose,
    link: row.link,
    recordedBy: row.author_name,
    recordedAt: row.recorded_at.toString(),
    reason: row.reason,
    remark: row.remark,
    decidedAt: row.decided_at?.toString() ?? null,
    decidedBy: row.decider_name,
    countsFor:
      row.sale_id === null || row.sale_name === null
        ? null
        : { id: toPublicId("opp", row.sale_id), name: row.sale_name },
    files: files.map((file) => ({
      id: toPublicId("tfl", file.id),
      name: file.file_name,
      contentType: file.content_type,
      bytes: Number(file.file_bytes),
    })),
    can: whatCan(tx, row),
  };
}

function aboutOf(row: TouchpointRow): Touchpoint["about"] {
  const name = row.about;
  if (row.registration_id !== null)
    return { kind: "deal", id: toPublicId("deal", row.registration_id), name };
  if (row.opportunity_id !== null)
    return { kind: "opportunity", id: toPublicId("opp", row.opportunity_id), name };
  return { kind: "account", id: toPublicId("acc", row.account_id ?? ""), name };
}

function whatCan(tx: Tx, row: TouchpointRow): Touchpoint["can"] {
  const { actor } = tx;
  const holds = (act: string) => actor.membershipId !== null && actor.can.has(act);
  const standing = standingOf(row);
  const logs = holds("touchpoint.log") && isOwn(tx, row);
  const decides = holds("touchpoint.decide");
  const open = (act: TouchpointAct, may: boolean) => may && nextState(act, standing) !== null;
  return {
    withdraw: open("withdraw", logs),
    askAgain: open("askAgain", logs),
    addEvidence: open("addEvidence", logs),
    confirm: open("confirm", decides),
    contest: open("contest", decides),
  };
}

/** Those above a partner look on: they act on none of its touchpoints. */
export function isOwn({ actor }: Tx, row: Pick<TouchpointRow, "partner_id">): boolean {
  return actor.membershipId !== null && actor.side === "partner" && actor.partnerId === row.partner_id;
}
