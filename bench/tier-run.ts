import { createCallers } from "#app/caller.ts";
import { type LadderTwo, readLadder } from "#ecosystem/ladders/contract.ts";
import * as programs from "#ecosystem/programs/contract.ts";
import { decideTiers } from "#ecosystem/tiers/server/run.ts";
import type { Principal } from "#platform/principal.ts";
import { adminEmail, type BenchInstallation, install } from "./installation.ts";
import { type Spent, spent } from "./processor.ts";
import { type Bench, round, sized } from "./result.ts";

const partners = sized(10_000, 100_000);
const factsEach = 50;

/**
 * A review of the tiers of many partners: measured, decided, kept and told, and the next one looked ahead to, as the
 * daily job does it. Held against the statements that only read the same facts of the two: sums, the latest, and points.
 */
export const tierRun: Bench = async (log) => {
  const bench = await install();
  try {
    const principal = await bench.hanse.resolver.byEmail(adminEmail);
    if (principal === null) throw new Error("Nobody to run as.");
    const reviewOn = lastQuarter();
    // The one that is due, and the next one, before which those who would lose a level are warned.
    const reviews = [reviewOn, Temporal.PlainDate.from(reviewOn).add({ months: 3 }).toString()];
    log(`filling ${partners * factsEach} facts of ${partners} partners`);
    await publish(bench, principal, reviewOn);
    await fill(bench, reviewOn);
    const read: Spent[] = [];
    for (let time = 0; time < 3; time += 1) read.push(await spent(bench, () => onlyRead(bench, reviews)));
    const bare = read.reduce((one, other) => (other.seconds < one.seconds ? other : one));
    log(`read in ${round(bare.seconds, 2)} s`);
    const deciding = await spent(bench, () => decideTiers(bench.hanse.door, principal.vendor));
    log(`decided in ${round(deciding.seconds, 2)} s`);
    const again = await spent(bench, () => decideTiers(bench.hanse.door, principal.vendor));
    log(`and again, where nothing is new, in ${round(again.seconds, 2)} s`);
    const decided = await bench.admin.query<{ n: number; levels: number }>(
      "select count(*)::int as n, count(distinct level)::int as levels from tier_decision",
    );
    const [{ n = 0, levels = 0 } = {}] = decided.rows;
    log(`${n} decisions on ${levels} levels`);
    const of = (ours: Spent) => ({
      ours: round(ours.seconds, 2),
      peer: round(bare.seconds, 2),
      unit: "s",
      ratio: round(ours.seconds / bare.seconds, 2),
      processorRatio: bare.processor && ours.processor && round(ours.processor / bare.processor, 2),
    });
    return [
      {
        name: "tier-run",
        ...of(deciding),
        n,
        what: "a review of all partners, decided and kept, against the statements that only read its facts",
      },
      {
        name: "tier-run/again",
        ...of(again),
        n,
        what: "the same job on the day after, where nothing has changed",
      },
    ];
  } finally {
    await bench.close();
  }
};

/** The first day of this quarter: the review that was due last. */
function lastQuarter(): string {
  const today = Temporal.Now.plainDateISO("UTC");
  return today.with({ day: 1, month: today.month - ((today.month - 1) % 3) }).toString();
}

const trailing = { kind: "trailing-months" as const, months: 12 };
const ladder: LadderTwo = {
  format: "hanse-ladder/2",
  name: "bench-tiers",
  label: "Bench tiers",
  currency: "USD",
  base: "Registered",
  measuredAt: "entity",
  reviews: { everyMonths: 3, demoteEveryMonths: 6, decidedAfterDays: 0, inForceAfterDays: 0 },
  graceDays: 90,
  warnDays: 30,
  minimumStayMonths: 6,
  measures: [
    { key: "won", label: "Won", kind: "fact", fact: "won_value", window: trailing },
    {
      key: "approved",
      label: "Approved",
      kind: "fact",
      fact: "registrations_approved",
      window: { kind: "previous-quarter" },
    },
    {
      key: "certified",
      label: "Certified",
      kind: "fact",
      fact: "certified_heads",
      window: { kind: "as-of" },
    },
    {
      key: "score",
      label: "Points",
      kind: "points",
      window: trailing,
      rates: [
        { fact: "won_value", points: "3", per: "100.00", currency: "USD", from: "2020-01-01" },
        { fact: "won_value", points: "5", per: "100.00", currency: "USD", from: "2025-01-01" },
        { fact: "assisted_value", points: "3", per: "100.00", currency: "USD", from: "2020-01-01" },
      ],
      markets: [{ countries: ["IN", "BR"], times: "2" }],
    },
  ],
  goodStanding: [],
  levels: [
    { level: "Silver", requires: "won >= 60000.00 USD" },
    { level: "Gold", requires: "all(won >= 75000.00 USD, any(certified >= 3, approved >= 3))" },
    {
      level: "Platinum",
      requires: "points(70, 40: score >= 9000, 30: certified >= 4, 30: won >= 90000.00 USD)",
    },
  ],
};

/** A program for everybody whose first review is the one that was due last. */
async function publish(
  { hanse, admin }: BenchInstallation,
  principal: Principal,
  reviewOn: string,
): Promise<void> {
  readLadder(ladder);
  const { id } = await createCallers(hanse)(principal).call(programs.createProgram, {
    body: {
      name: ladder.label,
      ladder: {
        format: "hanse-ladder/1",
        name: ladder.name,
        label: ladder.label,
        currency: ladder.currency,
        measure: "won close value",
        window: "previous calendar quarter",
        base: ladder.base,
        levels: [],
      },
      effectiveFrom: reviewOn,
    },
  });
  if (id === "") throw new Error("There is no program.");
  await admin.query("update program_version set ladder = $1", [JSON.stringify(ladder)]);
}

/** Partners and their facts of the fifteen months before the review, made inside the database. */
async function fill({ admin, vendorId }: BenchInstallation, reviewOn: string): Promise<void> {
  await admin.query(
    `insert into partner (vendor_id, id, name) select $1, md5('partner' || i)::uuid, 'Partner ' || i from generate_series(0, ${partners - 1}) i`,
    [vendorId],
  );
  await admin.query(
    `insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, country, source_kind, source_id)
      select $1, app.next_id(), md5('partner' || (i % ${partners}))::uuid, kind, $2::date - 1 - ((i::bigint * 7919) % 450)::int,
        case kind when 'registrations_approved' then 1000 when 'certified_heads' then 1000 * (1 + i / 10 % 5) else 1000 + (i::bigint * 104729) % 600000 end,
        case when kind in ('won_value', 'assisted_value') then 'USD' end, (array['DE','US','IN',null])[1 + i / 3 % 4], 'bench', md5('fact' || i)::uuid
      from (select i, (array['won_value','won_value','won_value','won_value','won_value','won_value','assisted_value','assisted_value','registrations_approved','certified_heads'])[1 + (i / ${partners}) % 10] as kind
        from generate_series(0, ${partners * factsEach - 1}) i) as n`,
    [vendorId, reviewOn],
  );
  await admin.query("vacuum analyze");
}

/** The limit: what the ladder measures, read for all partners and handed over, with nothing decided. */
async function onlyRead({ admin, vendorId }: BenchInstallation, reviews: readonly string[]): Promise<void> {
  const within = (months: number) =>
    `f.vendor_id = $1 and f.counts_on >= $2::date - interval '${months} months' and f.counts_on < $2::date`;
  const statements = [
    `select f.partner_id, f.currency, sum(f.amount_minor) from fact f where f.kind = 'won_value' and ${within(12)} group by 1, 2`,
    `select f.partner_id, sum(f.amount_minor) from fact f where f.kind = 'registrations_approved' and ${within(3)} group by 1`,
    `select distinct on (f.partner_id) f.partner_id, f.amount_minor from fact f
      where f.vendor_id = $1 and f.kind = 'certified_heads' and f.counts_on < $2::date
      order by f.partner_id, f.counts_on desc, f.recorded_at desc, f.id desc`,
    `select f.partner_id, sum(f.amount_minor * (case when f.country in ('IN', 'BR') then 2 else 1 end)
        * (case when f.kind = 'won_value' and coalesce(f.rated_on, f.counts_on) >= '2025-01-01' then 5 else 3 end))
      from fact f where f.kind in ('won_value', 'assisted_value') and f.currency = 'USD' and ${within(12)} group by 1`,
  ];
  for (const on of reviews) {
    for (const statement of statements) await admin.query(statement, [vendorId, on]);
  }
}
