import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { products } from "../oracle/boundary.ts";
import { seed, size } from "../world/size.ts";
import type { Sent } from "./acts.ts";
import { checkBooks, moneyOf } from "./books.ts";
import { randomLife, teams } from "./random-loop.ts";
import { type Twin, twinOf } from "./twin.ts";

/*
 * Lives of the programme by chance: deals won, changed and taken back, months run and adjusted, plans published,
 * statements closed, batches paid and returned. Whatever happens, the books are right after each step, no command
 * that is sent again moves anything, and every line, statement and batch is what the naive loop says.
 */

const lives = size({ small: 1, nightly: 20 });
const steps = size({ small: 70, nightly: 250 });

const seeds = Array.from({ length: lives }, (_, at) => (seed + at) % 2 ** 31);

test.each(seeds)("SEED=%i", { timeout: size({ small: 120_000, nightly: 900_000 }) }, async (one) => {
  const twin = await twinOf(teams, products, "2026-01-15");
  const next = randomLife(twin, one);
  const lived: string[] = [];
  try {
    for (let step = 0; step < steps; step++) {
      const commands = twin.acts.sent.length;
      const done = await next();
      lived.push(done);
      await checkBooks(twin.world);
      await nothingHappensTwice(twin, twin.acts.sent.slice(commands), done.endsWith("end the holds"));
    }
    await refundEverything(twin);
  } catch (error) {
    throw new Error(`SEED=${one}, after\n${lived.join("\n")}`, { cause: error });
  } finally {
    await twin.world.close();
  }
});

/** Sends commands again, as they were and as somebody would who does not know of the first time. */
async function nothingHappensTwice(
  twin: Twin,
  commands: readonly Sent[],
  holdsEnded: boolean,
): Promise<void> {
  const before = await moneyOf(twin.world);
  const isPosted = commands.some(({ path }) => path.endsWith("/posting"));
  for (const { who, method, path, body, options, answer } of commands) {
    const anew = { ...options, idempotencyKey: randomUUID() };
    if (movesMoney.some((end) => path.endsWith(end))) {
      expect((await twin.world.as(who).send(method, path, body, options)).text).toBe(answer.text);
      if (path.endsWith("/reversal")) continue;
      expect((await twin.world.as(who).send(method, path, body, anew)).status, path).toBe(409);
    } else {
      const again = await twin.world.as(who).send(method, path, body, anew);
      // What was just posted is not to be booked again: the month is, and to its adjustment there is nothing to add.
      if (path === "/runs" && isPosted) expect(again.body.lines ?? 0).toBe(0);
    }
  }
  if (holdsEnded) await twin.acts.endHolds();
  expect(await moneyOf(twin.world)).toBe(before);
}

const movesMoney = ["/reversal", "/posting", "/statements", "/payouts", "/release", "/payment", "/return"];

/** All payments come back and all wins are taken back: then nobody has or owes anything, in any account. */
async function refundEverything(twin: Twin): Promise<void> {
  for (const payout of twin.payouts) if (payout.state === "paid") await twin.giveBack(payout);
  for (const deal of twin.deals) if (deal.win.stands) await twin.takeBack(deal, null);
  await twin.acts.endHolds();
  for (const month of twin.runs.keys()) await twin.adjust(month);
  await checkBooks(twin.world);
  const { items } = await twin.acts.get("/ledger/accounts?limit=200");
  // A life in which nothing was ever earned has no accounts at all.
  const balances: string[] = items.map((account: { balance: { amount: string } }) => account.balance.amount);
  expect(balances.filter((amount) => amount !== "0.00")).toEqual([]);
}
