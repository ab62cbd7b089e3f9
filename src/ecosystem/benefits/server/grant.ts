import { sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { conflict } from "#platform/problem.ts";
import type { BenefitCase, grantBenefit } from "../contract.ts";
import { events } from "../events.ts";
import { validUntil } from "../period.ts";
import { countedIn, quantityWords, readQuantity, refused } from "../quantity.ts";
import { aboutOf, told } from "./about.ts";
import { loadFor, measuredOf } from "./act.ts";
import { lapseOf } from "./clock.ts";
import { type Line, lineOf, whyNot } from "./lines.ts";
import { caseOf } from "./present.ts";
import { tooMuch } from "./request.ts";
import * as store from "./store.ts";

/**
 * Grants a request, or a part of it, by what the partner is entitled to now. The database holds the allowance: of
 * many who grant at once, those that would exceed it are refused. What is granted stands when the level falls later.
 * @throws Problem 409 where it is not given any more, rests, or exceeds what is left
 */
export async function grant(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof grantBenefit>,
): Promise<BenefitCase> {
  const row = await loadFor(tx, "grant", publicId);
  const quantity = quantityFor(row, body.quantity);
  const line = await lineFor(tx, row);
  const key: store.AllowanceKey = {
    partnerId: row.partner_id,
    programId: row.program_id,
    benefitKey: row.benefit_key,
    countedIn: row.counted_in,
    periodFrom: line.period.from.toString(),
  };
  await lapseOf(tx, key);
  if (!(await store.take(tx, key, quantity, line.allowance))) {
    const now = await lineFor(tx, row);
    throw conflict("allowance-exceeded", tooMuch(now));
  }
  const until = validUntil(tx.today(), line.entitlement.benefit.validDays, tx.vendor.timezone);
  await write(tx, row, line, { quantity, until, reason: body.reason ?? null });
  await record(tx, events.benefitGranted, aboutOf(row), {
    ...told(row, quantity),
    reason: body.reason ?? null,
    validUntil: until?.toString() ?? null,
  });
  return caseOf(tx, publicId);
}

function quantityFor(row: store.RequestRow, text: string | undefined): bigint {
  if (text === undefined) return row.quantity;
  const quantity = readQuantity(measuredOf(row), text, "/quantity");
  if (quantity <= row.quantity) return quantity;
  const asked = quantityWords(row.quantity, row.counted_in);
  const detail = `${asked} was asked for. Grant no more than that.`;
  throw refused("/quantity", "That is more than was asked for.", detail);
}

async function lineFor(tx: Tx, row: store.RequestRow): Promise<Line> {
  const line = await lineOf(tx, row);
  if (line === null)
    throw conflict("not-entitled", "The program does not give this to the partner any more. Decline it.");
  if (countedIn(line.entitlement.benefit) !== row.counted_in)
    throw conflict(
      "not-entitled",
      "The program counts it otherwise now. Decline it, so that the partner asks anew.",
    );
  const refusal = whyNot(line);
  if (refusal !== null) throw conflict("not-entitled", refusal);
  return line;
}

async function write(
  tx: Tx,
  row: store.RequestRow,
  line: Line,
  { quantity, until, reason }: { quantity: bigint; until: Temporal.Instant | null; reason: string | null },
): Promise<void> {
  const { level, value, from } = line.entitlement;
  const entitled: store.Entitled = { level, track: line.track, value: value ?? "", from };
  await store.updateRequest(
    tx,
    row.id,
    sql`state = 'granted', granted_quantity = ${quantity}::bigint, held = ${quantity}::bigint, reason = ${reason},
      period_from = ${line.period.from.toString()}::date, period_until = ${line.period.until?.toString() ?? null}::date,
      entitled = ${JSON.stringify(entitled)}::jsonb, program_version_id = ${line.versionId}::uuid,
      valid_until = ${until?.toString() ?? null}::timestamptz,
      decided_by = ${tx.actor.membershipId}, decided_at = ${tx.now().toString()}`,
  );
}
