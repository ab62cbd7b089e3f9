import { readFile } from "node:fs/promises";
import type pg from "pg";
import { createCallers } from "#app/caller.ts";
import * as programs from "#ecosystem/programs/contract.ts";
import { PlanFile } from "#incentivize/plans/contract.ts";
import * as plans from "#incentivize/plans/wire.ts";
import * as runs from "#incentivize/runs/contract.ts";
import { fillWins } from "./fill.ts";
import { adminEmail, type BenchInstallation, install } from "./installation.ts";
import { type Spent, spent } from "./processor.ts";
import { type Bench, peakMebibytes, round, seconds, sized } from "./result.ts";

const wins = sized(100_000, 1_000_000);
const singleTransfers = 2_000;
const month = "2026-03";

/**
 * A month of a plan over many wins: facts, tier, receipts with their hashes, hold, posted and balanced. Held against
 * one statement that only posts the same entries into a table of the same shape, and against a ledger that is called
 * once for each transfer.
 */
export const commissionRun: Bench = async (log) => {
  const bench = await install();
  try {
    const principal = await bench.hanse.resolver.byEmail(adminEmail);
    if (principal === null) throw new Error("Nobody to run as.");
    const caller = createCallers(bench.hanse)(principal);
    const file = PlanFile.parse(
      JSON.parse(await readFile(new URL("../sample/agent-programme.plan.json", import.meta.url), "utf8")),
    );
    for (const ladder of file.ladders) {
      await caller.call(programs.createProgram, {
        body: { name: ladder.label, ladder, effectiveFrom: "2020-01-01" },
      });
    }
    log(`filling ${wins} wins`);
    await fillWins(bench, { wins, month });
    const plan = await caller.call(plans.createPlan, {
      body: { name: file.name, rules: file.rules, effectiveFrom: "2020-01-01" },
    });
    await caller.call(plans.publishPlan, { params: { planId: plan.id } });

    let previewing: Spent = { seconds: 0, processor: null };
    let posting = previewing;
    const memory = await peakMebibytes(async () => {
      let runId = "";
      previewing = await spent(bench, async () => {
        runId = (await caller.call(runs.previewRun, { body: { planId: plan.id, period: month } })).id;
      });
      log(`previewed in ${round(previewing.seconds, 1)} s`);
      posting = await spent(bench, () => caller.call(runs.postRun, { params: { runId } }));
    });
    log(`posted in ${round(posting.seconds, 1)} s, with at most ${Math.round(memory)} MiB`);
    const { bare, lines } = await barePosting(bench);
    log(`bare posting of ${lines} entries in ${round(bare.seconds, 1)} s`);
    const perSecond = await oneByOne(bench.admin);
    const ours = previewing.seconds + posting.seconds;
    const processor = (previewing.processor ?? 0) + (posting.processor ?? 0);
    return [
      {
        name: "commission-run",
        ours: round(ours, 2),
        peer: round(bare.seconds, 2),
        unit: "s",
        ratio: round(ours / bare.seconds, 2),
        processorRatio: bare.processor && round(processor / bare.processor, 2),
        n: lines,
        what: "preview and posting of a month, against one statement that only posts the same entries",
      },
      {
        name: "commission-run/one-by-one",
        ours: Math.round(lines / ours),
        peer: Math.round(perSecond),
        unit: "lines/s",
        ratio: round(lines / ours / perSecond, 1),
        n: singleTransfers,
        what: "preview and posting of a month, against one call and commit for each transfer",
      },
    ];
  } finally {
    await bench.close();
  }
};

/** The limit: the same entries, put by one statement into a table with the same keys, in one durable transaction. */
async function barePosting(bench: BenchInstallation): Promise<{ bare: Spent; lines: number }> {
  const { admin } = bench;
  await admin.query("create table bare_posting (like posting including all)");
  await admin.query(`alter table bare_posting
    add foreign key (vendor_id, transaction_id) references ledger_transaction,
    add foreign key (vendor_id, source_id, currency) references ledger_account (vendor_id, id, currency),
    add foreign key (vendor_id, destination_id, currency) references ledger_account (vendor_id, id, currency)`);
  const bare = await spent(bench, () => admin.query("insert into bare_posting select * from posting"));
  const count = await admin.query<{ lines: number }>("select count(*)::int as lines from bare_posting");
  return { bare, lines: count.rows[0]?.lines ?? 0 };
}

/** A ledger that is called once for each transfer, each its own transaction. Answers transfers a second. */
async function oneByOne(admin: pg.Pool): Promise<number> {
  await admin.query("truncate bare_posting");
  const client = await admin.connect();
  try {
    const rows = await client.query(`select * from posting limit ${singleTransfers}`);
    const took = await seconds(async () => {
      for (const row of rows.rows) {
        await client.query("insert into bare_posting values ($1, $2, $3, $4, $5, $6, $7, $8)", [
          row.vendor_id,
          row.id,
          row.transaction_id,
          row.source_id,
          row.destination_id,
          row.amount_minor,
          row.currency,
          row.reference_id,
        ]);
      }
    });
    return rows.rows.length / took;
  } finally {
    client.release();
  }
}
