import { expect } from "vitest";
import type { World } from "../world/world.ts";
import { centsOf, dollars } from "./acts.ts";

/**
 * What holds of the books at any moment, whatever happened before: asked of the API where it tells, and of the rows
 * themselves.
 */
export async function checkBooks(world: World): Promise<void> {
  await balancesAreSums(world);
  await linesAreInTheBooks(world);
  await nobodyIsPaidTooMuch(world);
  await noDayIsAheadOfItsMoney(world);
}

async function rowsOf<Row extends object>(world: World, statement: string): Promise<Row[]> {
  return (await world.admin.query<Row>(statement)).rows;
}

const sides = `(
  select transaction_id, destination_id as account_id, amount_minor from posting
  union all select transaction_id, source_id, -amount_minor from posting
)`;

/** Every transaction balances, and every balance that the API tells is the sum of what moved the account. */
async function balancesAreSums(world: World): Promise<void> {
  expect(
    await rowsOf(
      world,
      `select transaction_id from ${sides} as side group by transaction_id having sum(amount_minor) <> 0`,
    ),
  ).toEqual([]);
  const summed = await rowsOf<{ kind: string; name: string | null; cents: string }>(
    world,
    `select a.kind, p.name, coalesce(sum(side.amount_minor), 0)::text as cents from ledger_account a
     left join ${sides} as side on side.account_id = a.id left join partner p on p.id = a.holder_id group by a.vendor_id, a.id, p.name`,
  );
  const told = await world.as("finance").get("/ledger/accounts?limit=200");
  const words = (kind: string, name: string | null, cents: bigint) =>
    `${kind} ${name ?? ""} ${dollars(cents)}`;
  expect(
    told.body.items
      .map((one: { kind: string; holder: { name: string } | null; balance: { amount: string } }) =>
        words(one.kind, one.holder?.name ?? null, centsOf(one.balance.amount)),
      )
      .sort(),
  ).toEqual(summed.map(({ kind, name, cents }) => words(kind, name, BigInt(cents))).sort());
}

/** What the lines say is owed, partner by partner, is what their accounts say; all together, the control accounts. */
async function linesAreInTheBooks(world: World): Promise<void> {
  expect(
    await rowsOf(
      world,
      `with account as (
         select a.kind, a.holder_id, sum(side.amount_minor) as cents from ledger_account a join ${sides} as side on side.account_id = a.id
         group by a.kind, a.holder_id
       ), line as (
         select case status when 'held' then 'held' when 'paid' then 'paid-out' else 'payable' end as kind,
           case when status <> 'paid' then partner_id end as holder_id, sum(amount_minor) as cents from earning group by 1, 2
         union all select 'expense', null, -sum(amount_minor) from earning
       )
       select kind, account.cents as account, line.cents as line
       from account full join line using (kind) where account.holder_id is not distinct from line.holder_id
         and account.cents <> line.cents
       union all
       select kind, cents, null from account where cents <> 0
         and not exists (select 1 from line where line.kind = account.kind and line.holder_id is not distinct from account.holder_id)
       union all
       select kind, null, cents from line where cents <> 0
         and not exists (select 1 from account where line.kind = account.kind and line.holder_id is not distinct from account.holder_id)`,
    ),
  ).toEqual([]);
  const { held, payable, owed, control, difference } = (await world.as("finance").get("/liabilities")).body;
  expect({ held, payable }).toEqual(control);
  expect(difference.amount).toBe("0.00");
  expect((await world.as("finance").get("/ledger/controls")).body.owed).toEqual(owed);
}

/** Nobody has more than was released to them; what is paid is paid by lines that stand on statements, each once. */
async function nobodyIsPaidTooMuch(world: World): Promise<void> {
  expect(
    await rowsOf(
      world,
      `with paid as (select partner_id, sum(amount_minor) as cents from payout where state = 'paid' group by 1),
         released as (
           select d.holder_id as partner_id, sum(p.amount_minor) as cents from posting p join ledger_account d on d.id = p.destination_id
           join ledger_account s on s.id = p.source_id where d.kind = 'payable' and s.kind = 'held' group by 1
         ),
         line as (select partner_id, sum(amount_minor) as cents from earning where status = 'paid' group by 1)
       select paid.* from paid left join released using (partner_id) left join line using (partner_id)
       where paid.cents > coalesce(released.cents, 0) or paid.cents is distinct from line.cents`,
    ),
  ).toEqual([]);
  expect(
    await rowsOf(
      world,
      `select win_id, component, partner_id from earning group by win_id, plan_id, component, partner_id
       having count(*) filter (where line_kind = 'first') <> 1 or sum(amount_minor) < 0`,
    ),
  ).toEqual([]);
}

/** At the end of no day somebody has had more than was released to them, or less than nothing is held. */
async function noDayIsAheadOfItsMoney(world: World): Promise<void> {
  expect(
    await rowsOf(
      world,
      `select * from (
         select a.holder_id, t.occurred_on, sum(sum(side.amount_minor)) over (partition by a.id order by t.occurred_on) as held
         from ${sides} as side join ledger_account a on a.id = side.account_id join ledger_transaction t on t.id = side.transaction_id
         where a.kind = 'held' group by a.id, a.holder_id, t.occurred_on
       ) as day where held < 0`,
    ),
  ).toEqual([]);
  expect(
    await rowsOf(
      world,
      `select * from (
         select holder_id, occurred_on, sum(sum(cents)) over (partition by holder_id order by occurred_on) as not_yet_paid from (
           select d.holder_id, t.occurred_on, p.amount_minor as cents from posting p join ledger_transaction t on t.id = p.transaction_id
             join ledger_account s on s.id = p.source_id join ledger_account d on d.id = p.destination_id
             where d.kind = 'payable' and s.kind in ('held', 'paid-out')
           union all select s.holder_id, t.occurred_on, -p.amount_minor from posting p join ledger_transaction t on t.id = p.transaction_id
             join ledger_account s on s.id = p.source_id join ledger_account d on d.id = p.destination_id
             where s.kind = 'payable' and d.kind = 'paid-out'
         ) as move group by holder_id, occurred_on
       ) as day where not_yet_paid < 0`,
    ),
  ).toEqual([]);
}

const moneyTables = [
  "earning",
  "fact",
  "ledger_account",
  "ledger_transaction",
  "payout",
  "payout_batch",
  "posting",
  "statement",
  "tier_standing",
  "win",
  "win_reversal",
];

/** One number for everything that money is kept in: equal before and after means that nothing moved. */
export async function moneyOf(world: World): Promise<string> {
  const parts = moneyTables.map(
    (table) =>
      `select '${table}' as name, md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from ${table} t`,
  );
  return JSON.stringify(await rowsOf(world, `${parts.join(" union all ")} order by name`));
}
