import type { Page } from "@playwright/test";
import { fact, goTo, minor, rows, stateOf, wordsOf } from "./hand.ts";
import { expect, test } from "./people.ts";

/* The agent whose money is followed from the bank's refusal to its second payment. */
const agent = "Darcel Schlecht";
const reason = "The account is closed.";
const reference = "Bank transfer J-1";

test.describe.configure({ mode: "serial" });

test.describe("what is owed is stated, released by two people and paid", () => {
  let cameBack = 0;
  let closing = 0;
  let batch = "";

  test("a payment that came back is recorded with its reason, and its payee sees it", async ({ as }) => {
    const page = await as("finance");
    await goTo(page, "Payouts");
    await rows(page, "Payouts").first().getByRole("link").first().click();
    const payee = rows(page, "Payees").filter({ hasText: agent });
    await expect(payee).toContainText("Paid");
    cameBack = minor(await wordsOf(payee.getByRole("link", { name: /^\$/ })));

    await payee.getByRole("button", { name: `What to record for ${agent}` }).click();
    await page.getByRole("menuitem", { name: "Record that it came back" }).click();
    const dialog = page.getByRole("dialog", { name: /^It came back: / });
    await dialog.getByText(reason).click();
    await dialog.getByRole("button", { name: "Record that it came back" }).click();
    await expect(dialog).toBeHidden();
    await expect(payee).toContainText("Came back");
    await expect(payee).toContainText(reason);
    expect(minor(await wordsOf(fact(page, "Came back")))).toBeGreaterThan(0);

    const partner = await as("sub-agent");
    await goTo(partner, "Statements");
    await expect(rows(partner, "Statements").first()).toContainText("Came back");
    await partner.getByRole("tab", { name: "Payments" }).click();
    await expect(rows(partner, "Payments").first()).toContainText(reason);
  });

  test("finance closes the month that is over: opening + released + adjusted − paid = closing", async ({
    as,
  }) => {
    const page = await as("finance");
    await goTo(page, "Statements");
    await expect(page.getByRole("region", { name: "Months to close" })).toContainText(/partner|Nothing/);
    const open = rows(page, "Months to close").filter({ hasText: "Waits for its close" }).last();
    // A demo that is begun on the 31st of a month has closed the month before already.
    if (!(await open.isVisible())) return;

    await open.getByRole("link", { name: "Look and close" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Close /);
    const sheet = rows(page, "What each partner’s statement would say");
    await expectTheSum(page, sheet.filter({ hasText: agent }));
    await expectTheSum(page, sheet.filter({ hasText: "Together" }));
    closing = minor(await wordsOf(sheet.filter({ hasText: agent }).getByRole("cell").last()));

    await page.getByRole("button", { name: /^Close \d+ statements?/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("A closed statement stays; what comes later stands on the next.");
    await dialog.getByRole("button", { name: /^Close \d+ statements?/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Statements");
    await expect(rows(page, "Statements").first()).toContainText("No payment yet");

    const partner = await as("sub-agent");
    await goTo(partner, "Statements");
    await rows(partner, "Statements").first().getByRole("link").first().click();
    await expect(partner.getByRole("heading", { level: 1 })).toHaveText(/^Statement of /);
    const balance = partner.getByRole("list", { name: "Balance" }).getByRole("listitem");
    await expect(balance.last()).toContainText(/= Closing, owed at the end of the month/);
    expect(minor(await wordsOf(balance.last()))).toBe(closing);
  });

  test("finance makes a batch of everything owed, and cannot release it", async ({ as }) => {
    const page = await as("finance");
    await goTo(page, "Payouts");
    await page.getByRole("link", { name: "Make a batch" }).click();
    const payee = rows(page, "Who is paid").filter({ hasText: agent });
    expect(minor(await wordsOf(payee.getByRole("cell").last()))).toBe(closing + cameBack);
    const total = await wordsOf(fact(page, "To be paid"));

    await page.getByRole("button", { name: /^Make the batch for \d+ payees?/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Batch \d+$/);
    batch = await wordsOf(page.getByRole("heading", { level: 1 }));
    await expect(stateOf(page)).toHaveText("Waits for release");
    await expect(fact(page, "Paid out")).toHaveText(total);
    await expect(page.getByRole("button", { name: /^Release \d+ payouts?/ })).toBeDisabled();
    await expect(page.getByRole("main")).toContainText("You made it. Another person releases it.");
  });

  test("the finance controller releases it, finance records the payment, and the partner sees it", async ({
    as,
  }) => {
    const controller = await as("finance controller");
    await openBatch(controller, batch);
    await controller.getByRole("button", { name: /^Release \d+ payouts?/ }).click();
    await controller
      .getByRole("dialog")
      .getByRole("button", { name: /^Release \d+ payouts?/ })
      .click();
    await expect(stateOf(controller)).toHaveText("Released");

    const partner = await as("sub-agent");
    await goTo(partner, "Statements");
    await partner.getByRole("tab", { name: "Payments" }).click();
    await expect(rows(partner, "Payments").first()).toContainText("On its way");

    const page = await as("finance");
    await openBatch(page, batch);
    await page.getByRole("button", { name: "Record all as paid" }).click();
    const dialog = page.getByRole("dialog", { name: /^Record all as paid: / });
    await dialog.getByRole("button", { name: "Record as paid" }).click();
    await expect(dialog.getByLabel("Reference of the payment")).toHaveAttribute("aria-invalid", "true");
    await dialog.getByLabel("Reference of the payment").fill(reference);
    await dialog.getByRole("button", { name: "Record as paid" }).click();
    await expect(dialog).toBeHidden();
    await expect(stateOf(page)).toHaveText("Paid");
    expect(minor(await wordsOf(fact(page, "Waits for payment")))).toBe(0);

    await partner.reload();
    const payment = rows(partner, "Payments").filter({ hasText: reference });
    await expect(payment).toContainText("Paid");
    expect(minor(await wordsOf(payment.getByRole("link", { name: /^\$/ })))).toBe(closing + cameBack);
  });

  test("what is owed equals the control accounts", async ({ as }) => {
    const page = await as("finance");
    await goTo(page, "Ledger");
    const books = page.getByRole("region", { name: "Do the books say the same?" });
    await expect(books).toContainText("They agree");
    await expect(books.getByRole("listitem").last()).toHaveText("Difference$0.00");
  });
});

async function openBatch(page: Page, name: string): Promise<void> {
  await goTo(page, "Payouts");
  await rows(page, "Payouts").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** Opening + released + adjusted − paid = closing, read off a row as anybody would. */
async function expectTheSum(page: Page, row: ReturnType<typeof rows>): Promise<void> {
  await expect(row).toBeVisible();
  const cells = (await row.getByRole("cell").allTextContents()).slice(-5).map(minor);
  const [opening = 0, released = 0, adjusted = 0, paid = 0, closed = Number.NaN] = cells;
  expect(opening + released + adjusted - paid, await page.title()).toBe(closed);
}
