import type { Page } from "@playwright/test";
import { call, inDays, register } from "./api.ts";
import { choose, goTo, openFound, rows, stateOf, writeDay } from "./hand.ts";
import { lookAt, settled } from "./look.ts";
import { expect, test } from "./people.ts";

const contested = "Fjellheisen Drift";
const free = "Taubane Drift";

test.describe("two agents after the same customer", () => {
  test("the later one reads what it would read if it were alone, until a person decides; then it moves up", async ({
    as,
  }) => {
    const first = await register("sub-agent", contested);
    const page = await as("competing sub-agent");
    await registerByHand(page, contested);
    const second = new URL(page.url()).pathname;
    const other = `/deals/${await register("competing sub-agent", free)}`;

    await test.step("its page, its list and its search hold nothing of the other", async () => {
      await lookAt(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      const told = await wordsAt(page, second, contested);
      expect(told).not.toContain("Darcel");
      expect(told).toBe(await wordsAt(page, other, free));
      await goTo(page, "Registrations");
      await page.getByRole("searchbox").fill(contested);
      await expect(rows(page, "Registrations")).toHaveCount(1);
    });

    await test.step("nor that the other has gone", async () => {
      const before = await wordsAt(page, second, contested);
      const { version } = await call("sub-agent", "GET", `/deals/${first}`);
      await call(
        "sub-agent",
        "POST",
        `/deals/${first}/withdrawal`,
        { reason: "The customer does not buy." },
        version,
      );
      expect(await wordsAt(page, second, contested)).toBe(before);
    });

    await test.step("now it is next, and is approved", async () => {
      const vendor = await as("channel manager");
      await vendor.goto(`${second}/decide`);
      await expect(vendor.getByRole("main")).toContainText("Nobody else asks for this customer");
      await vendor.getByRole("button", { name: "Approve" }).click();
      await vendor.getByRole("status").getByRole("button", { name: "Tell now" }).click();
      await expect(vendor.getByRole("status").filter({ hasText: "is approved" })).toBeHidden();
      await page.goto(second);
      await expect(stateOf(page)).toHaveText("Approved");
      await lookAt(page);
    });
  });

  test("the master agent follows its own agents' registrations and decides nothing for them", async ({
    as,
  }) => {
    await register("sub-agent", "Seilbahn Nord");
    await register("competing sub-agent", "Seilbahn West");
    const page = await as("master agent");
    await goTo(page, "Registrations");
    await page.getByRole("searchbox").fill("Seilbahn West");
    await expect(page.getByRole("main")).toContainText("Nothing fits");
    await openFound(page, "Registrations", "Seilbahn Nord");
    await expect(stateOf(page)).toHaveText("Submitted");
    await expect(page.getByRole("main")).toContainText("Darcel Schlecht");
    await expect(page.getByRole("button", { name: "More actions" })).toHaveCount(0);
    await lookAt(page);
  });
});

async function registerByHand(page: Page, customer: string): Promise<void> {
  await page.goto("/deals/new");
  await page.getByRole("combobox", { name: "Company" }).fill(customer);
  await choose(page.getByRole("combobox", { name: "Country" }), "Norway");
  await choose(page.getByRole("combobox", { name: "Product" }), "GTX Basic");
  await writeDay(page.getByLabel("Expected close"), inDays(90));
  await page.getByRole("button", { name: "Register the deal" }).click();
  await expect(stateOf(page)).toHaveText("Submitted");
}

/** What stands at a registration, without what names it: customer, number, digest and the times of the day. */
async function wordsAt(page: Page, address: string, customer: string): Promise<string> {
  await page.goto(address, { waitUntil: "networkidle" });
  await settled(page);
  await expect(stateOf(page)).toHaveText("Submitted");
  const words = await page.getByRole("main").textContent();
  return (words ?? "")
    .replaceAll(customer, "CUSTOMER")
    .replace(/SHA-256[0-9a-f]{64}/, "DIGEST")
    .replaceAll(/\d+/g, "N")
    .replaceAll(/this minute|N min\. ago/g, "just now");
}
