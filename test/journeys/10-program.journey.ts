import type { Locator, Page } from "@playwright/test";
import { today } from "./day.ts";
import { choose, fact, goTo, openFound, rows, stateOf, writeDay } from "./hand.ts";
import { expect, test } from "./people.ts";

/*
 * One story in order: a program for service providers is designed, overridden in one region, tried over what is recorded,
 * and published; then two providers read where they stand, one is promoted, told so, and uses what its level gives.
 */
test.describe.configure({ mode: "serial" });

const program = "Cloud operations";
const inGerman = "Brennhaag IT-Betrieb";
const inArabic = "Najmat Sahil Cloud";
const month = Temporal.PlainDate.from(today()).with({ day: 1 });
/** Far enough back that many of its reviews are over, so that it decides by what the sample has recorded. */
const since = month.subtract({ years: 1 }).toString();
/** It counts in the review of this month's first day, which is decided already. */
const lastMonth = month.subtract({ days: 1 }).toString();

test("an administrator designs a program from the template, a region asks for less, and it is published", async ({
  as,
}) => {
  const page = await as("vendor admin");
  await test.step("it is a whole program from the beginning; some of it is made otherwise", async () => {
    await goTo(page, "Programs");
    await page.getByRole("link", { name: "New program" }).click();
    await page.getByLabel("Name", { exact: true }).fill(program);
    await choose(page.getByRole("combobox", { name: "Begin with" }), "Managed service providers");
    // What it brings is read before it begins.
    await expect(rows(page, "What the levels ask for").filter({ hasText: "Advanced" })).toContainText(
      "Managed value: at least $100,000",
    );
    await expect(rows(page, "What the levels give").filter({ hasText: "Marketing funds" })).toContainText(
      "$20,000",
    );
    await page.getByRole("button", { name: "Begin the program" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(program);
    await writeDay(page.getByLabel("This version holds from"), since);
    await page.getByRole("tab", { name: "Levels" }).click();
    // What the template asks: so much managed value, so many certified people, and one of two things.
    const advanced = part(page, "Advanced");
    await advanced.getByLabel("Amount").fill("much");
    await expect(advanced.getByText("Write an amount such as $75,000.")).toBeVisible();
    await expect(fact(page, "To change first")).not.toHaveText("nothing");
    await advanced.getByLabel("Amount").fill("150000");
    await expect(fact(page, "To change first")).toHaveText("nothing");
    await choose(page.getByRole("combobox", { name: "A level can be reached" }), "every month");
    await page.getByLabel("Decided after the window").fill("0");
    await page.getByLabel("Counts after the decision").fill("0");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await expect(page.getByRole("button", { name: "Save the draft" })).toBeDisabled();
  });

  await test.step("a channel manager proposes that a region asks for less", async () => {
    const manager = await as("channel manager");
    await openProgram(manager);
    await more(manager, "Override it in a region");
    await choose(manager.getByRole("combobox", { name: "Region" }), "DACH");
    await choose(manager.getByRole("combobox", { name: "What" }), "Advanced: Managed value, at least");
    await expect(manager.getByText("The program says to all: $150,000.")).toBeVisible();
    await manager.getByLabel("There", { exact: true }).fill("90000");
    await manager.getByLabel("Because").fill("Contracts there are smaller.");
    await writeDay(manager.getByLabel("Last day"), month.add({ years: 1 }).toString());
    await manager.getByRole("button", { name: "Propose it" }).click();
    await expect(stateOf(manager)).toHaveText("Waits for approval");
  });

  await test.step("the administrator approves it", async () => {
    await goHome(page);
    await page.getByRole("link", { name: /^Approve or decline/ }).click();
    await rows(page, "Regional overrides").filter({ hasText: program }).getByRole("link").first().click();
    await expect(page.getByRole("main")).toContainText("Global says $150,000, DACH says $90,000");
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await expect(stateOf(page)).toHaveText("In force");
  });

  await test.step("the ladder is tried over what is recorded", async () => {
    await openProgram(page);
    await more(page, "What the draft would have done");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByRole("main")).toContainText("1 regional override that is to come is tried with");
    const moves = rows(page, "Who would move");
    await expect(moves.filter({ hasText: "Rautenfjell Drift" })).toContainText("Premier");
    await expect(moves.filter({ hasText: inArabic })).toContainText("Advanced");
    await expect(moves.filter({ hasText: inGerman })).not.toContainText("Advanced");
    // One that is Advanced and one that is Premier.
    const costs = rows(page, "What it costs in benefits");
    await expect(costs.filter({ hasText: "Marketing funds" })).toContainText("$25,000");
    await expect(rows(page, "Just below or above a threshold of the draft").first()).toBeVisible();
  });

  await test.step("it is published, and its members are in it", async () => {
    await page.getByRole("link", { name: "Back to the draft" }).click();
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("never changes again");
    await dialog.getByRole("button", { name: "Publish" }).click();
    await expect(stateOf(page)).toHaveText("Version 1 in force");
    await page.getByRole("tab", { name: /^Members/ }).click();
    await expect(page.getByRole("main")).toContainText(inGerman);
  });
});

test("two providers read where they stand, each in its language; one is promoted and uses what that gives", async ({
  as,
}) => {
  const german = await as("service provider");
  await test.step("it reads what is missing, by what its region asks for", async () => {
    await german.goto("/standing");
    await expect(german.locator("html")).toHaveAttribute("lang", "de");
    await expect(fact(part(german, program), "Stufe")).toContainText("Member");
    const next = part(german, `Die nächste Überprüfung: ${program}`);
    await expect(next).toContainText(/58\.500\s\$ bisher, es fehlen 31\.500\s\$/);
    await expect(next).toContainText(
      /150\.000\s\$; in DACH 90\.000\s\$, denn: Contracts there are smaller\./,
    );
  });

  await test.step("another reads it from right to left", async () => {
    const arabic = await as("service provider in Arabic");
    await arabic.goto("/standing");
    await expect(arabic.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(fact(part(arabic, program), "المستوى")).toContainText("Advanced");
    const next = part(arabic, `المراجعة التالية: ${program}`);
    await expect(next).toContainText(/123,000.*حتى الآن، والناقص.*27,000/);
    await arabic.goto("/");
    // A number with its unit is read in the direction of the unit's language.
    const howLong = part(arabic, "بانتظارك").locator("bdi").filter({ hasText: "يوم" }).first();
    await expect(howLong).toHaveCSS("direction", "rtl");
  });

  const manager = await as("channel manager");
  await test.step("what was reported late is recorded", async () => {
    await goTo(manager, "Partners");
    await openFound(manager, "Partners", inGerman);
    await manager.getByRole("tab", { name: "Facts" }).click();
    await manager.getByRole("button", { name: "Enter a fact" }).click();
    const entry = manager.getByRole("dialog");
    await choose(entry.getByRole("combobox", { name: "What" }), "Managed value");
    await entry.getByLabel("Value", { exact: true }).fill("80000");
    await writeDay(entry.getByRole("textbox", { name: "Counts on" }), lastMonth);
    await entry.getByLabel("Where the number is from").fill("Usage report that came late");
    await entry.getByRole("button", { name: "Enter fact" }).click();
    await expect(entry).toBeHidden();
  });

  await test.step("the review is decided again, and the provider is told", async () => {
    await expect(async () => {
      await german.goto("/notices");
      await expect(german.getByRole("main")).toContainText(`Hochgestuft auf Advanced in ${program}`, {
        timeout: 1_000,
      });
    }).toPass();
    await german.goto("/standing");
    await expect(fact(part(german, program), "Stufe")).toContainText("Advanced");
  });

  await test.step("it asks for what the level gives", async () => {
    await german.goto("/benefits");
    const funds = rows(german, `Leistungen von ${program}`).filter({ hasText: "Marketing funds" });
    const begin = funds.getByRole("button", { name: "Beantragen" });
    const asking = german.getByRole("dialog");
    await begin.click();
    await expect(asking.getByLabel("Wie viel")).toBeFocused();
    await german.keyboard.press("Escape");
    await expect(begin).toBeFocused();
    await begin.click();
    await asking.getByLabel("Wie viel").fill("2000");
    await asking.getByLabel("Wofür").fill("Open day in Kassel");
    await asking.getByRole("button", { name: "Beantragen" }).click();
    await expect(stateOf(german)).toHaveText("Zu entscheiden");
  });

  await test.step("the channel manager grants it, seeing what is left", async () => {
    await goHome(manager);
    await manager.getByRole("link", { name: /^Decide .*requests? of .*benefit/ }).click();
    await openFound(manager, "Requests of benefits", "Open day in Kassel");
    await expect(fact(manager, "Left after all of it")).toContainText("$3,000");
    await manager.getByRole("button", { name: "Grant" }).click();
    await manager.getByRole("dialog").getByRole("button", { name: "Grant" }).click();
    await expect(stateOf(manager)).toHaveText("Granted");
    // The button has gone with what was done: the focus stays near, rather than at the page's beginning.
    await expect(manager.getByRole("main").locator(":focus")).toHaveCount(1);
  });

  await test.step("the provider uses it up", async () => {
    await german.reload();
    await expect(stateOf(german)).toHaveText("Gewährt");
    await german.getByRole("button", { name: "Nutzung erfassen" }).click();
    const used = german.getByRole("dialog");
    await used.getByLabel("Wie viel").fill("2000");
    await used.getByLabel("Für wen oder was").fill("Tents and posters");
    await used.getByRole("button", { name: "Erfassen" }).click();
    await expect(stateOf(german)).toHaveText("Ausgeschöpft");
  });
});

/** A part of the page by its heading. */
function part(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

async function more(page: Page, act: string): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: act }).click();
}

async function goHome(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Home" }).click();
}

async function openProgram(page: Page): Promise<void> {
  await goTo(page, "Programs");
  await rows(page, "Programs").filter({ hasText: program }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(program);
}
