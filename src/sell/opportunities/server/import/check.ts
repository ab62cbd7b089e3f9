import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/database/tx.ts";
import type { ImportContext } from "#platform/imports/kind.ts";
import { maxValueMinor, sentences } from "../../opportunity.ts";
import { lockChanging, withStaged } from "./staged.ts";

/** Something that a row cannot be taken over with. */
interface Fault {
  field: string;
  code: string;
  when: RawBuilder<unknown>;
  message: string;
  /** What stands in the cell. */
  value: RawBuilder<unknown>;
}

/**
 * The value and day that the row would leave behind. What stood there stays only while the stage means the same: a day
 * of winning is not a day of losing.
 */
const valueAfter = sql`coalesce(value_minor, case when o_meaning = 'won' then o_value end)`;
const closedAfter = sql`coalesce(closed_on, case when o_meaning = meaning_after then o_closed_on end)`;
const engagedAfter = sql`coalesce(engaged_on, o_engaged_on)`;
const nothing = sql`null::text`;

function faults(tx: Tx): Fault[] {
  const today = sql`${tx.today().toString()}::date`;
  const unknown = (field: string, cell: string, id: string, message: string): Fault => ({
    field,
    code: "unknown",
    when: sql`${sql.ref(cell)} is not null and ${sql.ref(id)} is null`,
    message,
    value: sql.ref(cell),
  });
  return [
    unknown("owner", "owner", "owner_id", "There is no such partner."),
    unknown("seller", "seller", "seller_id", "There is no such direct seller."),
    unknown("account", "account", "account_id", "There is no such account."),
    unknown("product", "product", "product_id", "There is no such product."),
    unknown("stage", "stage", "stage_key", "There is no such stage."),
    {
      field: "seller",
      code: "two-holders",
      when: sql`owner is not null and seller is not null`,
      message: sentences.twoHolders,
      value: sql`seller`,
    },
    {
      field: "quantity",
      code: "no-quantity",
      when: sql`quantity < 1`,
      message: "A quantity is 1 or more.",
      value: sql`quantity::text`,
    },
    {
      field: "value",
      code: "won-without-value",
      when: sql`meaning_after = 'won' and ${valueAfter} is null`,
      message: sentences.wonWithoutValue,
      value: nothing,
    },
    {
      field: "value",
      code: "negative-value",
      when: sql`value_minor < 0`,
      message: sentences.negativeValue,
      value: sql`value_minor::text`,
    },
    {
      field: "value",
      code: "absurd-value",
      when: sql`value_minor > ${maxValueMinor}`,
      message: sentences.hugeValue,
      value: sql`value_minor::text`,
    },
    {
      field: "value",
      code: "below-reversed",
      when: sql`meaning_after = 'won' and opportunity_id is not null and value_minor <= (select w.reversed_minor from win w where w.vendor_id = ${tx.vendorId}
        and w.opportunity_id = staged.opportunity_id and w.reversed_at is null and w.reversed_minor > 0)`,
      message: sentences.belowReversed,
      value: sql`value_minor::text`,
    },
    {
      field: "closed-on",
      code: "won-without-day",
      when: sql`meaning_after = 'won' and ${closedAfter} is null`,
      message: sentences.wonWithoutDay,
      value: nothing,
    },
    {
      field: "closed-on",
      code: "lost-without-day",
      when: sql`meaning_after = 'lost' and ${closedAfter} is null`,
      message: sentences.lostWithoutDay,
      value: nothing,
    },
    {
      field: "closed-on",
      code: "open-with-day",
      when: sql`meaning_after = 'open' and closed_on is not null`,
      message: sentences.openWithDay,
      value: sql`closed_on::text`,
    },
    {
      field: "closed-on",
      code: "closed-before-engaged",
      when: sql`meaning_after <> 'open' and ${closedAfter} < ${engagedAfter}`,
      message: sentences.closedBeforeEngaged,
      value: sql`${closedAfter}::text`,
    },
    {
      field: "closed-on",
      code: "closed-in-future",
      when: sql`closed_on > ${today}`,
      message: sentences.closedInFuture,
      value: sql`closed_on::text`,
    },
  ];
}

/**
 * Writes down what rows of the file cannot be taken over with, beside what its reading has found already. What they
 * may change stands still from here on, so that what holds now holds when they are taken over in the same transaction.
 */
export async function check(tx: Tx, context: ImportContext): Promise<void> {
  await lockChanging(tx, context);
  const known = faults(tx);
  // Most rows have nothing wrong: they are told apart before each fault is looked at by itself.
  const any = sql.join(
    known.map(({ when }) => sql`(${when})`),
    sql` or `,
  );
  const found = sql.join(
    known.map(
      ({ field, code, when, message, value }) =>
        sql`(${field}::text, ${code}::text, ${message}::text, ${when}, ${value})`,
    ),
  );
  await sql`${withStaged(tx, context, null)}
    insert into import_problem (vendor_id, import_id, row_no, field, code, message, value, severity)
    select ${tx.vendorId}, ${context.importId}, staged.row_no, f.field, f.code, f.message, f.value, 'error'
    from staged cross join lateral (values ${found}) as f (field, code, message, applies, value)
    where (${any}) and f.applies
    on conflict do nothing`.execute(tx.db);
}
