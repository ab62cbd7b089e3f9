import { describe, expect, test } from "vitest";
import { products } from "../oracle/boundary.ts";
import type { Statement } from "../oracle/naive-account.ts";
import { naiveStatements } from "../oracle/naive-account.ts";
import { type Row, sampleRates } from "../oracle/naive-plan.ts";
import { teams } from "./random-loop.ts";
import { type Twin, twinOf } from "./twin.ts";

/*
 * The real loop beside the naive one, case by case. Each is compared line by line and statement by statement where it
 * happens (see twin.ts); the amounts that are written here were worked out by hand.
 */

async function playing(start: string, play: (twin: Twin) => Promise<void>): Promise<void> {
  const twin = await twinOf(teams, products, start);
  try {
    await play(twin);
  } finally {
    await twin.world.close();
  }
}

function won(opportunityId: string, agent: string, closeDay: string, value: string): Row {
  const lines = [{ product: "GTX Basic", value }];
  return { opportunityId, agent, stage: "Won", closeDay, lines };
}

const booked = (lines: { partner: string; cents: bigint }[]) =>
  lines.map(({ partner, cents }) => [partner, cents]);

test("an adjustment run books what became of a month's wins since, and nothing a second time", () =>
  playing("2026-05-20", async (twin) => {
    // Ada was Silver in the first quarter and, by 70,000.00 won in it, is Gold in the second.
    await twin.win(won("basis", "Ada North", "2026-02-10", "70000.00"));
    const value = await twin.win(won("value", "Ada North", "2026-03-02", "1000.00"));
    const day = await twin.win(won("day", "Ada North", "2026-03-31", "1000.00"));
    const owner = await twin.win(won("owner", "Ada North", "2026-03-04", "1000.00"));
    const lost = await twin.win(won("lost", "Ada North", "2026-03-05", "1000.00"));
    const part = await twin.win(won("part", "Ada North", "2026-03-06", "100.15"));
    await twin.run("2026-02");
    await twin.run("2026-03");
    const adjusted = async () => booked(await twin.adjust("2026-03"));

    await twin.change(value, { lines: [{ product: "MG Special", value: "1500.00" }] });
    // 150.00 instead of 80.00, 30.00 instead of 20.00
    expect(await adjusted()).toEqual([
      ["Ada North", 7000n],
      ["Holt Brandt", 1000n],
    ]);
    await twin.change(day, { closeDay: "2026-04-01" });
    // The next quarter, at Gold: 88.00 instead of 80.00
    expect(await adjusted()).toEqual([["Ada North", 800n]]);
    await twin.change(owner, { agent: "Cleo West" });
    expect(await adjusted()).toEqual([
      ["Ada North", -8000n],
      ["Holt Brandt", -2000n],
      ["Cleo West", 8000n],
      ["Iris Cole", 2000n],
    ]);
    await twin.takeBack(lost, null);
    expect(await adjusted()).toEqual([
      ["Ada North", -8000n],
      ["Holt Brandt", -2000n],
    ]);
    await twin.takeBack(part, "50.10");
    // 8.01 (8.012) was booked, 4.00 (4.004) is due of 50.05; 2.00 (2.003) and 1.00 (1.001)
    expect(await adjusted()).toEqual([
      ["Ada North", -401n],
      ["Holt Brandt", -100n],
    ]);
    await twin.win(won("late", "Dora South", "2026-03-15", "1000.00"));
    expect(await adjusted()).toEqual([["Dora South", 8000n]]);
    await twin.winAgain(lost, "2026-03-20");
    expect(await adjusted()).toEqual([
      ["Ada North", 8000n],
      ["Holt Brandt", 2000n],
    ]);
    expect(await adjusted()).toEqual([]);
    // The day's win stays in the books of March: April has nothing to run.
    await twin.run("2026-04");
    expect(await twin.adjust("2026-04")).toEqual([]);
  }));

test("a tier that was used stands; a late win and a change count where they belong", () =>
  playing("2026-05-20", async (twin) => {
    await twin.win(won("basis", "Ada North", "2026-02-10", "59999.99"));
    await twin.win(won("used", "Ada North", "2026-04-10", "1000.00"));
    await twin.run("2026-02");
    await twin.run("2026-04");
    const late = await twin.win(won("late", "Ada North", "2026-02-11", "60000.00"));
    await twin.win(won("standing", "Ada North", "2026-05-04", "1000.00"));
    await twin.run("2026-05");
    expect(twin.naive.tierOn("Ada North", "2026-06-01")).toBe("Silver");
    // Nothing of Ben's is posted in the second quarter yet: his late win makes him Gold in it.
    await twin.win(won("ben's basis", "Ben Ost", "2026-03-31", "60000.00"));
    await twin.win(won("ben's", "Ben Ost", "2026-04-30", "1000.00"));
    expect(booked(await twin.adjust("2026-04"))).toEqual([
      ["Ben Ost", 8800n],
      ["Holt Brandt", 2000n],
    ]);
    // What is taken back of February's in May counts in the second quarter: 2,000.00 less 59,999.99, so Silver in the third.
    await twin.takeBack(late, "59999.99");
    twin.pass(50);
    await twin.win(won("third quarter", "Ada North", "2026-07-01", "1000.00"));
    await twin.run("2026-07");
    await twin.adjust("2026-02");
  }));

test("another master from a day on has the overrides of that day on, and the one before gives them back", () =>
  playing("2026-05-20", async (twin) => {
    await twin.win(won("before", "Ada North", "2026-04-14", "1000.00"));
    await twin.win(won("since", "Ada North", "2026-04-15", "1000.00"));
    await twin.run("2026-04");
    await twin.acts.arrange("Ada North", "Iris Cole", "2026-04-15");
    twin.naive.arrange([
      { agent: "Ada North", master: "Holt Brandt", to: "2026-04-14" },
      { agent: "Ada North", master: "Iris Cole", from: "2026-04-15" },
    ]);
    expect(booked(await twin.adjust("2026-04"))).toEqual([
      ["Holt Brandt", -2000n],
      ["Iris Cole", 2000n],
    ]);
    expect(await twin.adjust("2026-04")).toEqual([]);
  }));

test("a win that moved to another month is still adjusted by its own: finance is told, and a preview goes stale", () =>
  playing("2026-08-20", async (twin) => {
    const moved = await twin.win(won("moved", "Ada North", "2026-03-10", "1000.00"));
    await twin.run("2026-03");
    await twin.change(moved, { closeDay: "2026-08-05" });
    // March has no win any more, and something to book all the same.
    expect(await twin.isToldOf("2026-03")).toBe(true);
    const preview = await twin.acts.preview("2026-03", twin.runs.get("2026-03"));
    await twin.win(won("basis", "Ada North", "2026-05-05", "70000.00"));
    const posted = await twin.world
      .as("finance")
      .post(`/runs/${preview.id}/posting`, {}, { idempotencyKey: "once" });
    expect(posted.body.type).toBe("preview-stale");
    // 88.00 at Gold instead of 80.00
    expect(booked(await twin.adjust("2026-03"))).toEqual([["Ada North", 800n]]);
    expect(await twin.isToldOf("2026-03")).toBe(false);
    twin.pass(1);
    await twin.publish("2026-08-01", { ...sampleRates, ofOverride: "0.03" });
    expect(await twin.isToldOf("2026-03")).toBe(true);
    expect(booked(await twin.adjust("2026-03"))).toEqual([["Holt Brandt", 1000n]]);
    await twin.takeBack(moved, null);
    expect(await twin.isToldOf("2026-03")).toBe(true);
    await twin.adjust("2026-03");
    expect(await twin.isToldOf("2026-03")).toBe(false);
  }));

describe("a plan that is published again from an earlier day", () => {
  test("pays nothing twice where it says the same, and the difference where it does not", () =>
    playing("2026-05-20", async (twin) => {
      await twin.win(won("before", "Ada North", "2026-03-31", "1000.00"));
      await twin.win(won("first day", "Ada North", "2026-04-01", "1000.00"));
      await twin.win(won("april", "Dora South", "2026-04-30", "1000.00"));
      const months = ["2026-03", "2026-04"];
      for (const month of months) await twin.run(month);
      const adjusted = async () => {
        const all = [];
        for (const month of months) all.push(...booked(await twin.adjust(month)));
        return all;
      };
      await twin.publish("2026-01-01", sampleRates);
      expect(await adjusted()).toEqual([]);
      const more = { ...sampleRates, ofSeries: { GTX: "0.09", MG: "0.10", GTK: "0.05" } };
      await twin.publish("2026-04-01", more);
      expect(await adjusted()).toEqual([
        ["Ada North", 1000n],
        ["Dora South", 1000n],
      ]);
      expect(await adjusted()).toEqual([]);
      await twin.publish("2026-04-01", { ...more, ofOverride: "0" });
      expect(await adjusted()).toEqual([["Holt Brandt", -2000n]]);
      await twin.publish("2026-01-01", sampleRates);
      expect(await adjusted()).toEqual([
        ["Ada North", -1000n],
        ["Holt Brandt", 2000n],
        ["Dora South", -1000n],
      ]);
    }));
});

test("statements carry what was released, adjusted, paid and returned from month to month, below zero too", () =>
  playing("2026-03-31", async (twin) => {
    const paidOut = async () => {
      const batch = await twin.makeBatch();
      if (batch === null) return 0;
      await twin.release(batch);
      const due = twin.payouts.filter(({ batchId }) => batchId === batch);
      for (const payout of due) await twin.pay(payout);
      return due.length;
    };
    const first = await twin.win(won("first", "Dora South", "2026-03-02", "10000.00"));
    const second = await twin.win(won("second", "Dora South", "2026-03-31", "1000.00"));
    await twin.run("2026-03");
    // Taken back while it is held: released with what is left.
    await twin.takeBack(second, "500.00");
    await twin.adjust("2026-03");
    twin.pass(1);
    await twin.close("2026-03");
    // 2 March + 30 is 1 April, 31 March + 30 is 30 April
    twin.pass(30);
    await twin.close("2026-04");
    expect(await paidOut()).toBe(1);
    // Taken back after it was paid.
    await twin.takeBack(first, "9000.00");
    await twin.adjust("2026-03");
    twin.pass(31);
    await twin.close("2026-05");
    expect(await paidOut()).toBe(0);
    await twin.win(won("third", "Dora South", "2026-05-15", "6000.00"));
    await twin.run("2026-05");
    twin.pass(30);
    await twin.close("2026-06");
    expect(await paidOut()).toBe(0);
    const paid = twin.payouts.find(({ state }) => state === "paid");
    if (paid) await twin.giveBack(paid);
    twin.pass(31);
    await twin.close("2026-07");
    expect(await paidOut()).toBe(1);
    twin.pass(31);
    await twin.close("2026-08");
    const told = ({ month, opening, released, adjusted, paid: out, closing }: Statement) =>
      [month, opening, released, adjusted, out, closing].join(" ");
    expect(naiveStatements(twin.naive.entries).map(told)).toEqual([
      "2026-04 0 88000 -4000 0 84000",
      "2026-05 84000 0 -72000 84000 -72000",
      "2026-06 -72000 48000 0 0 -24000",
      "2026-07 -24000 0 0 -84000 60000",
      "2026-08 60000 0 0 60000 0",
    ]);
  }));

test("a line that is posted when its hold is over belongs to the month of its posting, whoever ends holds late", () =>
  playing("2026-04-20", async (twin) => {
    const deal = await twin.win(won("deal", "Dora South", "2026-03-31", "1000.00"));
    await twin.run("2026-03");
    twin.pass(11);
    // The hold was over at the start of 30 April; nobody has ended it, and it is the 1st of May.
    await twin.change(deal, { lines: [{ product: "GTX Basic", value: "1500.00" }] });
    await twin.adjust("2026-03");
    await twin.close("2026-04");
    expect(naiveStatements(twin.naive.entries)).toMatchObject([
      { month: "2026-04", released: 8000n, adjusted: 0n },
    ]);
    twin.pass(31);
    await twin.close("2026-05");
  }));
