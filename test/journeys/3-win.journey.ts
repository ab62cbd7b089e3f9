import { today } from "./day.ts";
import { choose, fact, goTo, openFound, rows, stateOf, writeDay } from "./hand.ts";
import { expect, test } from "./people.ts";

test.describe("the channel manager decides opportunities", () => {
  test("a partner's opportunity is won with a value and a day, and its partner sees it", async ({ as }) => {
    const page = await as("channel manager");
    await goTo(page, "Opportunities");
    await openFound(page, "Opportunities", "DEMO-0007");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("GTK 500 for Hottechi");
    await expect(stateOf(page)).toHaveText("Engaging");

    await page.getByRole("button", { name: "Close or move" }).click();
    const dialog = page.getByRole("dialog", { name: "Close or move GTK 500 for Hottechi" });
    await dialog.getByRole("radio", { name: "Won" }).check();
    await expect(dialog).toContainText(
      "Darcel Schlecht earns by the plan that is in force on the day of close, with the next run of that month.",
    );

    const value = dialog.getByLabel("Value it was won with");
    await dialog.getByRole("button", { name: "Record the win" }).click();
    await expect(value).toHaveAttribute("aria-invalid", "true");
    await expect(value).toBeFocused();
    await expect(value).toHaveAccessibleDescription("Write the value it was won with.");

    await value.fill("25,000");
    await writeDay(dialog.getByLabel("Day of close"), today());
    await dialog.getByRole("button", { name: "Record the win" }).click();
    await expect(dialog).toBeHidden();
    await expect(stateOf(page)).toHaveText("Won");
    await expect(fact(page, "Value")).toHaveText("$25,000.00");

    const agent = await as("sub-agent");
    await goTo(agent, "Deals");
    const deal = rows(agent, "Deals").filter({ hasText: "GTK 500 for Hottechi" });
    await expect(deal).toContainText("Won");
    await expect(deal).toContainText("$25,000.00");
  });

  test("one is lost, with a reason that its partner can read", async ({ as }) => {
    const page = await as("channel manager");
    await goTo(page, "Opportunities");
    await openFound(page, "Opportunities", "DEMO-0008");
    await page.getByRole("button", { name: "Close or move" }).click();
    const dialog = page.getByRole("dialog", { name: "Close or move GTX Plus Pro for Treequote" });
    await dialog.getByRole("radio", { name: "Lost" }).check();
    await dialog.getByRole("button", { name: "Record the loss" }).click();
    await expect(dialog.getByRole("radiogroup", { name: "Reason" })).toHaveAccessibleDescription(
      "Give a reason. Its partner can read it.",
    );
    await dialog.getByText("The customer chose another vendor.").click();
    await dialog.getByRole("button", { name: "Record the loss" }).click();
    await expect(dialog).toBeHidden();
    await expect(stateOf(page)).toHaveText("Lost");

    const agent = await as("competing sub-agent");
    await goTo(agent, "Deals");
    await openFound(agent, "Deals", "DEMO-0008");
    await expect(agent.getByRole("main")).toContainText("The customer chose another vendor.");
  });

  test("a sale is entered on a partner's behalf; without a product it cannot become money", async ({
    as,
  }) => {
    const page = await as("channel manager");
    await goTo(page, "Opportunities");
    await page.getByRole("link", { name: "New opportunity" }).click();
    await page.getByRole("button", { name: "Enter opportunity" }).click();
    await expect(page.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");

    await page.getByLabel("Name").fill("Pilot at Isdom");
    await choose(page.getByRole("combobox", { name: "Customer" }), "Isdom");
    await choose(page.getByRole("combobox", { name: "On behalf of" }), "Darcel Schlecht");
    await page.getByText("The partner told us by phone.").click();
    await page.getByRole("button", { name: "Enter opportunity" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pilot at Isdom");
    await expect(page.getByRole("main")).toContainText(
      "A win without a product cannot be turned into money.",
    );

    await page.getByRole("button", { name: "Close or move" }).click();
    const dialog = page.getByRole("dialog", { name: "Close or move Pilot at Isdom" });
    await dialog.getByRole("radio", { name: "Won" }).check();
    await dialog.getByLabel("Value it was won with").fill("900");
    await writeDay(dialog.getByLabel("Day of close"), today());
    await dialog.getByRole("button", { name: "Record the win" }).click();
    await expect(stateOf(page)).toHaveText("Won");
    await expect(fact(page, "Earns because")).toContainText("entered on behalf");
  });
});
