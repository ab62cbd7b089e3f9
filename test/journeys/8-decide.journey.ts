import type { Page } from "@playwright/test";
import { call, register } from "./api.ts";
import { goTo, rows, stateOf } from "./hand.ts";
import { lookAt } from "./look.ts";
import { expect, test } from "./people.ts";

const customer = "Nordlys Shipping";

async function stateFor(role: string, dealId: string): Promise<string> {
  return (await call<{ state: string }>(role, "GET", `/deals/${dealId}`)).state;
}

/** What stands above a case as long as a decision can be taken back. */
function pending(page: Page, title: string) {
  return page.getByRole("status").filter({ hasText: title });
}

test.describe("the channel manager decides registrations", () => {
  test("who was first is approved, taken back, approved again and told; the second is refused with a reason", async ({
    as,
  }) => {
    const first = await register("sub-agent", customer);
    const second = await register("competing sub-agent", `${customer} AS`);
    const page = await as("channel manager");
    await expect(page.getByRole("main")).toContainText(/Decide (a registration|\d+ registrations)/);

    await goTo(page, "Inbox");
    await page.getByRole("searchbox").fill(customer);
    await expect(rows(page, "Inbox")).toHaveCount(2);
    await expect(rows(page, "Inbox").first()).toContainText("1 conflict");
    await lookAt(page);
    await page.setViewportSize({ width: 1280, height: 900 });

    await test.step("the second waits behind the first", async () => {
      await page.goto(`/deals/${second}/decide`);
      await expect(page.getByRole("main")).toContainText("Darcel Schlecht was first for");
      await expect(page.getByRole("button", { name: "Approve" })).toBeDisabled();
      await page.getByRole("link", { name: "Look at that one" }).click();
      await expect(page.getByRole("main")).toContainText("Darcel Schlecht was first");
      await expect(page.getByRole("button", { name: "Approve" })).toBeEnabled();
    });

    await test.step("a key approves and goes on; the decision is taken back", async () => {
      await page.keyboard.press("a");
      await expect(page).toHaveURL(new RegExp(`decided=${first}`));
      const note = pending(page, `${customer} is approved`);
      await expect(note).toContainText("Darcel Schlecht is told");
      expect(await stateFor("sub-agent", first)).toBe("submitted");
      await note.getByRole("button", { name: "Undo" }).click();
      await expect(page).toHaveURL(new RegExp(`${first}/decide`));
      await expect(page.getByRole("button", { name: "Approve" })).toBeEnabled();
    });

    await test.step("it is approved again and told at once", async () => {
      await page.getByRole("button", { name: "Approve" }).click();
      const note = pending(page, `${customer} is approved`);
      await note.getByRole("button", { name: "Tell now" }).click();
      await expect(note).toBeHidden();
      expect(await stateFor("sub-agent", first)).toBe("approved");
      await page.goto(`/deals/${first}/decide`);
      await expect(stateOf(page)).toHaveText("Approved");
    });

    await test.step("the second is rejected with a published reason, which its partner reads", async () => {
      await page.goto(`/deals/${second}/decide`);
      await page.getByRole("button", { name: "Reject" }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("radio", { name: "Another registration was first" })).toBeChecked();
      await expect(dialog.getByLabel("What the partner reads")).toHaveValue(
        "Another registration for this customer was received before yours.",
      );
      await dialog.getByRole("button", { name: "Reject" }).click();
      const note = pending(page, `${customer} AS is rejected`);
      await expect(note).toBeVisible();
      await note.getByRole("button", { name: "Tell now" }).click();
      await expect(note).toBeHidden();
      const told = await call<{ state: string; decision: { reasonKey: string } }>(
        "competing sub-agent",
        "GET",
        `/deals/${second}`,
      );
      expect(told).toMatchObject({ state: "rejected", decision: { reasonKey: "already-protected" } });
    });
  });

  test("those with nothing against them are approved at once by keys, and taken back at once", async ({
    as,
  }) => {
    const names = ["Tidewater Foods", "Tidewater Glass"];
    const ids = await Promise.all(names.map((name) => register("sub-agent", name)));
    const page = await as("channel manager");
    await page.goto("/deals/inbox");
    await page.getByRole("searchbox").fill("Tidewater");
    await expect(rows(page, "Inbox")).toHaveCount(2);
    await page.getByRole("checkbox").first().check();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("2 registrations have nothing against them");
    await dialog.getByRole("button", { name: "Approve" }).click();
    await expect(pending(page, "2 registrations are decided")).toBeVisible();
    for (const id of ids) expect(await stateFor("sub-agent", id)).toBe("submitted");
    await page.keyboard.press("u");
    await expect(pending(page, "2 registrations are decided")).toBeHidden();
    await expect(rows(page, "Inbox")).toHaveCount(2);
  });

  test("the rules are read by a partner as they run", async ({ as }) => {
    const page = await as("sub-agent");
    await page.goto("/rules-of-engagement");
    await expect(page.getByRole("main")).toContainText("gives a first answer within 2 business days");
    await expect(page.getByRole("tab", { name: "Named accounts" })).toHaveCount(0);
  });
});
