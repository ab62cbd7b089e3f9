import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { verifyReceipt } from "#incentivize/plans/verify.ts";
import { thisMonth } from "./day.ts";
import { choose, fact, goTo, minor, openFound, rows, stateOf, wordsOf } from "./hand.ts";
import { expect, test } from "./people.ts";

/* DEMO-0007, which the journey before has won today for 25,000.00: series GTK, 5 %, by a Platinum agent, × 1.25. */
const deal = "GTK 500 for Hottechi";
const commission = "$1,562.50";
const override = "$500.00";

test.describe.configure({ mode: "serial" });

test.describe("finance runs the month", () => {
  test("a preview shows what it would come to and moves nothing; posting books it, once", async ({ as }) => {
    const page = await as("finance");
    await goTo(page, "Runs");
    const month = rows(page, "What there is to run").filter({ hasText: thisMonth() });
    await month.getByRole("button", { name: "Preview" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${thisMonth()}, Agent programme`);
    await expect(stateOf(page)).toHaveText("Previewed");
    await expect(page.getByRole("main")).toContainText(`${thisMonth()} is not over`);
    const total = await wordsOf(fact(page, "Booked"));
    const totals = rows(page, "What it comes to");
    await expect(totals.filter({ hasText: "Total" })).toContainText(total);

    await page.getByRole("tab", { name: /^Problems/ }).click();
    await expect(rows(page, "Problems").filter({ hasText: "Pilot at Isdom" })).toContainText("product");

    await page.getByRole("tab", { name: /^Lines/ }).click();
    await expect(linesOf(page, "Darcel Schlecht")).toContainText(commission);
    await expect(linesOf(page, "Melvin Marxen")).toContainText(override);
    expect(sum(await amountsOf(page))).toBe(minor(total));

    const agent = await as("sub-agent");
    await goTo(agent, "Earnings");
    await expect(rows(agent, "Earnings").first()).toBeVisible();
    await expect(rows(agent, "Earnings").filter({ hasText: deal })).toHaveCount(0);

    const lines = await wordsOf(page.getByRole("button", { name: /^Post \d+ lines/ }));
    await page.getByRole("button", { name: /^Post \d+ lines/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(total);
    await expect(dialog).toContainText("It cannot be undone; a correction is an adjustment run.");
    await dialog.getByRole("button", { name: /^Post \d+ lines/ }).click();
    await expect(stateOf(page)).toHaveText("Posted");
    await expect(fact(page, "Total")).toHaveText(total);
    expect(lines).toContain(await wordsOf(fact(page, "Lines")));

    await goTo(page, "Runs");
    await expect(rows(page, "Runs").first()).toContainText(total);
    const booked = rows(page, "What there is to run").filter({ hasText: thisMonth() });
    await expect(booked.getByRole("button", { name: "Preview", exact: true })).toHaveCount(0);
  });

  test("a win that had a problem is solved, and an adjustment run books it", async ({ as }) => {
    const manager = await as("channel manager");
    await goTo(manager, "Opportunities");
    await openFound(manager, "Opportunities", "Pilot at Isdom");
    await manager.getByRole("button", { name: "More actions" }).click();
    await manager.getByRole("menuitem", { name: "Edit" }).click();
    await choose(manager.getByRole("combobox", { name: "Product" }), "GTX Basic");
    await manager.getByRole("button", { name: "Save" }).click();
    await expect(rows(manager, "What is sold")).toContainText(["GTX Basic"]);

    const page = await as("finance");
    await goTo(page, "Runs");
    const month = rows(page, "What there is to run").filter({ hasText: thisMonth() });
    await month.getByRole("button", { name: "Preview the changes" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `Changes to ${thisMonth()}, Agent programme`,
    );
    await expect(fact(page, "Booked")).toHaveText("$108.00");
    await page.getByRole("tab", { name: /^Lines/ }).click();
    await expect(rows(page, "Lines").filter({ hasText: "Darcel Schlecht" })).toContainText("$90.00");
    await expect(rows(page, "Lines").filter({ hasText: "Melvin Marxen" })).toContainText("$18.00");
    await page.getByRole("button", { name: "Post 2 lines" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Post 2 lines" }).click();
    await expect(stateOf(page)).toHaveText("Posted");

    await goTo(page, "Runs");
    // A win that its owner and the holder of its registration both claim waits for a person, and for no run.
    await expect(rows(page, "What there is to run")).toHaveCount(1);
    await expect(month).toContainText("1 change since");
  });

  test("an amount leads to its receipt: the facts, the tier and the arithmetic", async ({ as }) => {
    const page = await as("finance");
    await goTo(page, "Runs");
    const run = rows(page, "Runs").filter({ hasText: thisMonth() }).filter({ hasText: "First run" });
    await run.getByRole("link").first().click();
    await page.getByRole("tab", { name: /^Lines/ }).click();
    await linesOf(page, "Darcel Schlecht").getByRole("link", { name: commission }).click();
    const why = page.getByRole("dialog", { name: "Why this amount" });
    await expect(why).toContainText("Recomputed, the same to the byte");
    await expectTheReceipt(page);
  });

  test("the partner sees the same line with the same receipt, and anyone can recompute it", async ({
    as,
  }) => {
    const page = await as("sub-agent");
    await goTo(page, "Earnings");
    const line = rows(page, "Earnings").filter({ hasText: deal });
    await expect(line).toContainText("Held");
    await line.getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Commission for ${deal}`);
    await expect(fact(page, "Amount")).toHaveText(commission);
    await expectTheReceipt(page);

    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the receipt" }).click();
    const receipt: unknown = JSON.parse(await readFile(await (await saving).path(), "utf8"));
    expect(verifyReceipt(receipt)).toMatchObject({
      ok: true,
      receipt: { earning: { component: "commission" } },
    });
    expect(JSON.stringify(receipt)).toContain('"1562.50"');
    const forged: unknown = JSON.parse(JSON.stringify(receipt).replaceAll('"1562.50"', '"9562.50"'));
    expect(verifyReceipt(forged)).toMatchObject({ ok: false });
  });
});

const linesOf = (page: Page, partner: string) =>
  rows(page, "Lines").filter({ hasText: deal }).filter({ hasText: partner });

/** The same sentences and the same digits wherever a receipt is read. */
async function expectTheReceipt(page: Page): Promise<void> {
  const why = page.getByRole("region", { name: "What it rests on" });
  await expect(why).toContainText(
    `Commission of ${commission} for Darcel Schlecht, booked in ${thisMonth()}.`,
  );
  await expect(why).toContainText("By the plan Agent programme, version 1.");
  await expect(why).toContainText("with a value of $25,000.00. Its owner is Darcel Schlecht.");
  await expect(why).toContainText("Tier Platinum");
  await expect(why).toContainText("won close value of $357,666.00 from");
  await expect(why).toContainText("Platinum starts at $120,000.00.");
  const steps = page.getByRole("list", { name: "Calculation" }).getByRole("listitem");
  await expect(steps).toContainText([/25,000.00 × 5%.*1,250.00/, /1,250.00 × 1.25.*1,562.50/, /1,562.50$/]);
}

async function amountsOf(page: Page): Promise<string[]> {
  const lines = await rows(page, "Lines").all();
  return Promise.all(lines.map((line) => wordsOf(line.getByRole("cell").last())));
}

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + minor(amount), 0);
