import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { fact, goTo, rows } from "./hand.ts";
import { expect, test } from "./people.ts";
import { persona } from "./told.ts";

const agent = "Darcel Schlecht";
const master = "Melvin Marxen";
const theirDeal = "DEMO-0001";
const noAddress = "There is nothing at this address";

test.describe.configure({ mode: "serial" });

test.describe("who sees what", () => {
  /* Addresses of the sub-agent's records, as its own pages give them. */
  const its = { deal: "", earning: "", statement: "", payment: "", person: "" };

  test("an agent sees its deals, its money and its people", async ({ as }) => {
    const page = await as("sub-agent");
    await expect(page.getByRole("main")).toContainText(`Master agent: ${master}.`);
    await page.goto("/earnings?status=paid");
    const line = rows(page, "Earnings").filter({ hasText: "Commission" }).filter({ hasText: "Paid" }).first();
    its.earning = await addressOf(page, line);
    await page.goto(its.earning);
    its.deal = (await fact(page, "Deal").getByRole("link").getAttribute("href")) ?? "";
    await page.goto(its.deal);
    await expect(fact(page, "Agent")).toHaveText(agent);
    await expect(page.getByRole("region", { name: "Earnings" })).toContainText("Commission");
    await expect(page.getByRole("region", { name: "Earnings" })).not.toContainText("Override");

    await goTo(page, "Statements");
    its.statement = await addressOf(page, rows(page, "Statements").first());
    await page.getByRole("tab", { name: "Payments" }).click();
    its.payment = await addressOf(page, rows(page, "Payments").first());
    await goTo(page, "Team");
    its.person = await addressOf(page, rows(page, "Team").first());
    for (const address of Object.values(its)) expect(address).toMatch(/^\/[a-z]+\/[a-z]{3}_[0-9a-f]{32}$/);
  });

  test("a competitor finds none of it: not in a list, a search, a file or at a typed address", async ({
    as,
  }) => {
    const page = await as("competing sub-agent");
    await expect(page.getByRole("main")).not.toContainText(agent);
    await goTo(page, "Deals");
    await expect(rows(page, "Deals").first()).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(agent);
    const file = await savedCsv(page);
    expect(file).toContain("Vicki Laflamme");
    expect(file).not.toContain(agent);
    for (const words of [theirDeal, agent]) await expectNoneFound(page, "Deals", words);
    await page.getByRole("searchbox").fill("DEMO-0003");
    await expect(rows(page, "Deals")).toHaveCount(1);

    const others = ["/partners", "/accounts", "/imports", "/runs", "/payouts", "/ledger", "/settings"];
    await expectNothingAt(page, [
      ...Object.values(its),
      ...others,
      `/partners/${persona("sub-agent").partnerId}`,
    ]);
  });

  test("the master agent sees its agents' deals in full, its own overrides, and not their money", async ({
    as,
  }) => {
    const page = await as("master agent");
    const agents = rows(page, "How do your agents stand?");
    await expect(agents.filter({ hasText: agent })).toBeVisible();
    await expect(agents.filter({ hasText: "Vicki Laflamme" })).toHaveCount(0);
    await agents.filter({ hasText: agent }).getByRole("link").first().click();
    await expect(page.getByRole("button", { name: `Agent: ${agent}` })).toBeVisible();
    await expect(rows(page, "Deals").first()).toContainText(agent);

    await page.goto(its.deal);
    await expect(fact(page, "Agent")).toHaveText(agent);
    await expect(fact(page, "Value")).toHaveText(/\$[\d,]+\.\d\d/);
    const money = page.getByRole("region", { name: "Earnings" });
    await expect(money).toContainText("Override");
    await expect(money).not.toContainText("Commission");
    await money.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Override for /);
    await expect(page.getByRole("region", { name: "What it rests on" })).toContainText(
      `${master} is the master agent of ${agent}.`,
    );

    await goTo(page, "Earnings");
    await expect(rows(page, "Earnings").filter({ hasText: "Override" }).first()).toBeVisible();
    await expect(rows(page, "Earnings").filter({ hasText: "Commission" })).toHaveCount(0);
    await goTo(page, "Team");
    await expect(rows(page, "Team")).toHaveCount(1);
    await goTo(page, "Deals");
    await expectNoneFound(page, "Deals", "DEMO-0003");
    const { earning, statement, payment, person } = its;
    await expectNothingAt(page, [earning, statement, payment, person, "/runs", "/partners"]);
  });

  test("a direct seller sees their own opportunities and customers, no partner's deal and no money", async ({
    as,
  }) => {
    const page = await as("direct seller");
    const places = page.getByRole("navigation", { name: "Main" }).getByRole("link");
    await expect(places.filter({ hasText: "Opportunities" })).toHaveCount(1);
    for (const money of ["Earnings", "Runs", "Statements", "Payouts", "Ledger", "Partners"]) {
      await expect(places.filter({ hasText: money })).toHaveCount(0);
    }
    await goTo(page, "Opportunities");
    await expect(rows(page, "Opportunities")).toHaveCount(3);
    await expectNoneFound(page, "Opportunities", theirDeal);
    await goTo(page, "Accounts");
    await expect(rows(page, "Accounts").first()).toBeVisible();
    const money = ["/earnings", "/runs", "/statements", "/payouts", "/ledger", "/partners", "/people"];
    await expectNothingAt(page, [...Object.values(its), ...money]);
  });
});

async function addressOf(page: Page, row: ReturnType<typeof rows>): Promise<string> {
  const href = await row.getByRole("link").first().getAttribute("href");
  return href ?? page.url();
}

/** A list's search finds no row, and says so as if there were none. */
async function expectNoneFound(page: Page, list: string, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await expect(page.getByRole("main")).toContainText("Nothing fits");
  await expect(rows(page, list)).toHaveCount(0);
}

/** What is not there and what is not for this person answer alike. */
async function expectNothingAt(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(noAddress);
    await expect(page.getByRole("main"), address).not.toContainText(agent);
  }
}

async function savedCsv(page: Page): Promise<string> {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what is listed as CSV" }).click();
  return readFile(await (await saving).path(), "utf8");
}
