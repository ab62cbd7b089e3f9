import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { fact, goTo, rows, stateOf } from "./hand.ts";
import { expect, test } from "./people.ts";

const products = `product,series,sales_price
GTX Basic,GTX,550
GTX Ultra,GTX,9800
`;

/* One product misspelt as the programme's first import met it, one in a new way, and a day that does not exist. */
const opportunities = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
J-0001,Darcel Schlecht,GTXPro,Isdom,Engaging,2026-01-12,,
J-0002,Darcel Schlecht,GTX Ultr,,Prospecting,,,
J-0003,Vicki Laflamme,MG Special,Cheers,Won,2026-01-12,2026-02-30,61
`;

test.describe.configure({ mode: "serial" });

test.describe("the channel manager imports", () => {
  test("a product that is new is created, one that is there stays", async ({ as }) => {
    const page = await as("channel manager");
    await upload(page, "Products", "products.csv", products);
    await checkFile(page);
    await expect(fact(page, "Good")).toHaveText("2");
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await expect(stateOf(page)).toHaveText("Done");
    await expect(fact(page, "Created")).toHaveText("1");
    await page.getByRole("link", { name: "See the products" }).click();
    await expect(rows(page, "Products").filter({ hasText: "GTX Ultra" })).toContainText("$9,800.00");
  });

  test("what is wrong is told with its row, a suggestion is taken once, and the rest comes in", async ({
    as,
  }) => {
    const page = await as("channel manager");
    await upload(page, "Opportunities", "opportunities.csv", opportunities);
    await checkFile(page);
    await expect(fact(page, "Good")).toHaveText("1");

    // What was confirmed when the programme was brought in is still known.
    const known = rows(page, "Read as something else").filter({ hasText: "GTXPro" });
    await expect(known).toContainText("GTX Pro");
    await expect(known).toContainText("Confirmed before");

    const problems = rows(page, "Problems");
    await expect(problems.filter({ hasText: "2026-02-30" })).toContainText("4");
    await expect(problems.filter({ hasText: "GTX Ultr" })).toContainText("3");

    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "As a file" }).click();
    expect(await readFile(await (await saving).path(), "utf8")).toMatch(/4,.*2026-02-30/);

    await rows(page, "Not known as Product").getByRole("button", { name: "GTX Ultra" }).click();
    await page.getByRole("button", { name: "Save and check again" }).click();
    await expect(fact(page, "Good")).toHaveText("2");
    await expect(page.getByRole("button", { name: "Import 2 rows" })).toBeDisabled();
    await page.getByLabel("Leave out 1 row with errors").check();
    await page.getByRole("button", { name: "Import 2 rows" }).click();

    await expect(stateOf(page)).toHaveText("Done");
    await expect(fact(page, "Created")).toHaveText("2");
    await expect(fact(page, "Left out")).toHaveText("1");
    await expect(rows(page, "Problems")).toContainText(["2026-02-30"]);
    await goTo(page, "Opportunities");
    await expect(await found(page, "J-0002")).toContainText("Prospecting");
  });

  test("an import is undone, and nothing of it is left", async ({ as }) => {
    const page = await as("channel manager");
    await goTo(page, "Imports");
    await rows(page, "Imports").first().getByRole("link").first().click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo this import" }).click();
    await expect(stateOf(page)).toHaveText("Undone");
    await expect(page.getByRole("main")).toContainText("Undone: 2 records were removed again");
    await goTo(page, "Opportunities");
    await page.getByRole("searchbox").fill("J-000");
    await expect(page.getByRole("main")).toContainText("Nothing fits these filters");
  });

  test("the file comes in again without a question, and once more changes nothing", async ({ as }) => {
    const page = await as("channel manager");
    await bringAgain(page);
    await expect(fact(page, "Created")).toHaveText("2");
    await bringAgain(page);
    await expect(fact(page, "Created")).toHaveText("0");
    await expect(fact(page, "Changed")).toHaveText("0");
    await expect(fact(page, "Unchanged")).toHaveText("2");
  });
});

async function upload(page: Page, kind: string, name: string, text: string): Promise<void> {
  await goTo(page, "Imports");
  await page
    .getByRole("button", { name: "Import a file" })
    .or(page.getByRole("link", { name: "Import a file" }))
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: kind }).check();
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function checkFile(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(stateOf(page)).toHaveText("Checked");
}

async function bringAgain(page: Page): Promise<void> {
  await upload(page, "Opportunities", "opportunities.csv", opportunities);
  await checkFile(page);
  await expect(page.getByRole("button", { name: "Save and check again" })).toHaveCount(0);
  await page.getByLabel("Leave out 1 row with errors").check();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(stateOf(page)).toHaveText("Done");
}

async function found(page: Page, words: string): Promise<ReturnType<typeof rows>> {
  await page.getByRole("searchbox").fill(words);
  await expect(rows(page, "Opportunities")).toHaveCount(1);
  return rows(page, "Opportunities");
}
