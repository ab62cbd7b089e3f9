import { expect } from "vitest";
import { naiveEarlierMonth, naiveStatements } from "../oracle/naive-account.ts";
import { type NaiveLine, type NaiveWin, naiveLoop } from "../oracle/naive-loop.ts";
import type { Product, Rates, Row, Team } from "../oracle/naive-plan.ts";
import { plan } from "../world/seed.ts";
import { type Acts, actsOn, centsOf, closeCents, dollars, type Known, usd } from "./acts.ts";
import { oracleWorld, publicIdOf } from "./oracle-world.ts";

/** A win in both books. */
export interface Deal {
  win: NaiveWin;
  known: Known;
}

export interface Payout {
  batchId: string;
  partner: string;
  cents: bigint;
  /** The day on which it came into its state. */
  since: string;
  state: "made" | "released" | "paid" | "returned" | "withdrawn";
}

const smallestPayout = 50_00n;

/**
 * The product and the naive loop side by side: everything is done in both, and what a run books, what a statement says
 * and what a batch pays is compared as soon as it is there.
 */
export async function twinOf(teams: readonly Team[], products: readonly Product[], start: string) {
  const world = await oracleWorld([], teams, products);
  world.clock.set(`${start}T09:00:00Z`);
  const acts = actsOn(world);
  const naive = naiveLoop(teams, products);
  const runs = new Map<string, string>();
  const deals: Deal[] = [];
  const payouts: Payout[] = [];
  const today = () => world.clock.now().toString().slice(0, 10);

  async function compareLines(
    preview: { id: string; bookedIn: string; problems: number },
    booked: NaiveLine[],
  ) {
    expect(preview.problems).toBe(0);
    const { items } = await acts.get(`/runs/${preview.id}/lines?limit=200`);
    expect(items.map((line: RunLine) => textOf(line, preview.bookedIn)).sort()).toEqual(
      booked
        .map((line) =>
          [
            line.opportunityId,
            line.component,
            line.partner,
            dollars(line.cents),
            line.isFirst ? "first" : "later",
            line.month,
          ].join(" "),
        )
        .sort(),
    );
  }

  return {
    world,
    acts,
    naive,
    runs,
    deals,
    payouts,
    today,
    pass: (days: number) => world.clock.advance({ hours: 24 * days }),
    async win(row: Row): Promise<Deal> {
      const deal = { win: naive.win(row), known: await acts.win(row) };
      deals.push(deal);
      return deal;
    },
    async change(deal: Deal, change: Partial<Row>): Promise<void> {
      const after = { ...deal.win.row, ...change };
      deal.known = await acts.change(deal.known, after);
      naive.change(deal.win, after, today());
    },
    async share(deal: Deal, split: NonNullable<Row["split"]>): Promise<void> {
      await acts.share(deal.known, split);
      naive.share(deal.win, split);
    },
    /** Takes a part back, or all that is left. */
    async takeBack(deal: Deal, part: string | null): Promise<void> {
      deal.known = await acts.takeBack(deal.known, part);
      const { row } = deal.win;
      const reversed = dollars(centsOf(row.reversed ?? "0.00") + centsOf(part ?? "0.00"));
      naive.change(deal.win, part === null ? undefined : { ...row, reversed }, today());
    },
    async reopen(deal: Deal): Promise<void> {
      deal.known = await acts.reopen(deal.known);
      naive.change(deal.win, undefined, today());
    },
    /** Wins once more what was taken back as a whole: another win of the same opportunity. */
    async winAgain(deal: Deal, closeDay: string): Promise<void> {
      const { reversed: _reversed, ...row } = deal.win.row;
      const value = usd(dollars(closeCents(row)));
      deal.known = await acts.winAgain(deal.known, { closedOn: closeDay, value });
      deal.win = naive.win({ ...row, closeDay });
    },
    async publish(from: string, rates: Rates): Promise<void> {
      await acts.publish(from, rates);
      naive.publish(from, rates);
    },
    async run(month: string): Promise<void> {
      const preview = await acts.preview(month);
      await compareLines(preview, naive.run(month, today()));
      await acts.post(preview.id);
      runs.set(month, preview.id);
    },
    async adjust(month: string): Promise<NaiveLine[]> {
      const preview = await acts.preview(month, runs.get(month));
      const booked = naive.adjust(month, today());
      await compareLines(preview, booked);
      await acts.post(preview.id);
      return booked;
    },
    /** Whether finance is told that something came after a month was posted. */
    async isToldOf(month: string): Promise<boolean> {
      const { items } = await acts.get(`/plans/${plan.id}/months`);
      const told = items.find(({ period }: { period: string }) => period === month);
      return told !== undefined && (told.changes > 0 || told.planChanged);
    },
    /**
     * Previews a month's run or adjustment, lets something else happen and posts it then: either that is refused, or
     * what it books is right after what has happened.
     */
    async hesitate(month: string, meanwhile: () => Promise<unknown>): Promise<"posted" | "refused"> {
      const adjusted = runs.get(month);
      const preview = await acts.preview(month, adjusted);
      await meanwhile();
      if (!(await acts.postIfFresh(preview.id))) return "refused";
      const booked = adjusted === undefined ? naive.run(month, today()) : naive.adjust(month, today());
      await compareLines(preview, booked);
      if (adjusted === undefined) runs.set(month, preview.id);
      return "posted";
    },
    /** Closes a month's statements, where there is one to close and none before it, and compares them all. */
    async close(month: string, partner?: string): Promise<void> {
      const whose = partner && publicIdOf("partner", partner);
      const earlier = naiveEarlierMonth(naive.entries, month, partner);
      if (earlier !== undefined) {
        expect(await acts.refusedClose(month, whose)).toContain(`Close ${earlier} first`);
        return;
      }
      const before = naiveStatements(naive.entries).length;
      naive.entries.push({ what: "close", month, ...(partner === undefined ? {} : { partner }) });
      const statements = naiveStatements(naive.entries);
      if (statements.length === before) return;
      await acts.close(month, whose);
      const { items } = await acts.get(`/statements?period=${month}&limit=200`);
      expect(sorted(items.map(statementText))).toEqual(
        sorted(statements.filter((each) => each.month === month).map(naiveText)),
      );
    },
    /** Makes a batch, where somebody is to be paid. */
    async makeBatch(): Promise<string | null> {
      const due = new Map<string, bigint>();
      const add = (partner: string, cents: bigint) => due.set(partner, (due.get(partner) ?? 0n) + cents);
      for (const { partner, released, adjusted } of naiveStatements(naive.entries))
        add(partner, released + adjusted);
      for (const { partner, cents, state } of payouts)
        if (state !== "returned" && state !== "withdrawn") add(partner, -cents);
      const payees = [...due].filter(([, cents]) => cents >= smallestPayout);
      if (payees.length === 0) return null;
      const batch = await acts.makeBatch();
      expect(sorted(batch.items.map(payeeText))).toEqual(
        sorted(payees.map(([partner, cents]) => `${partner} ${dollars(cents)}`)),
      );
      for (const [partner, cents] of payees)
        payouts.push({ batchId: batch.id, partner, cents, state: "made", since: today() });
      return batch.id;
    },
    async withdraw(batchId: string): Promise<void> {
      await acts.withdraw(batchId);
      for (const payout of payouts) if (payout.batchId === batchId) pass(payout, "withdrawn", today());
    },
    async release(batchId: string): Promise<void> {
      await acts.release(batchId);
      for (const payout of payouts) if (payout.batchId === batchId) pass(payout, "released", today());
    },
    /** Recorded today, whenever since the release it was. */
    async pay(payout: Payout, day = today()): Promise<void> {
      const { partner, cents } = payout;
      await acts.pay(payout.batchId, publicIdOf("partner", partner), day);
      pass(payout, "paid", day);
      naive.entries.push({ what: "payment", partner, cents, day });
    },
    async giveBack(payout: Payout, day = today()): Promise<void> {
      const { partner, cents } = payout;
      await acts.giveBack(payout.batchId, publicIdOf("partner", partner), day);
      pass(payout, "returned", day);
      naive.entries.push({ what: "payment", partner, cents: -cents, day });
    },
  };
}

function pass(payout: Payout, state: Payout["state"], since: string): void {
  payout.state = state;
  payout.since = since;
}

export type Twin = Awaited<ReturnType<typeof twinOf>>;
export type { Acts };

interface Amount {
  amount: string;
}
interface RunLine {
  kind: string;
  entry: string;
  partner: { name: string };
  opportunity: { externalId: string };
  amount: Amount;
}

function textOf(line: RunLine, bookedIn: string): string {
  const { kind, partner, opportunity, amount } = line;
  const entry = line.entry === "first" ? "first" : "later";
  return [opportunity.externalId, kind, partner.name, amount.amount, entry, bookedIn].join(" ");
}

const parts = ["opening", "released", "adjusted", "paid", "closing", "earned", "held"] as const;
type Sums<T> = Record<(typeof parts)[number], T>;

function statementText(one: { partner: { name: string } } & Sums<Amount>): string {
  return `${one.partner.name}: ${parts.map((part) => `${part} ${one[part].amount}`).join(", ")}`;
}

function naiveText(one: { partner: string } & Sums<bigint>): string {
  return `${one.partner}: ${parts.map((part) => `${part} ${dollars(one[part])}`).join(", ")}`;
}

function payeeText(one: { partner: { name: string }; amount: Amount }): string {
  return `${one.partner.name} ${one.amount.amount}`;
}

function sorted(texts: string[]): string[] {
  return [...texts].sort();
}
