import { expect, type Locator, type Page } from "@playwright/test";

/** Goes somewhere by the navigation at the side. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: place, exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place);
}

/** Finds by the list's search what only one row has, and opens it. */
export async function openFound(page: Page, list: string, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  const found = rows(page, list);
  await expect(found).toHaveCount(1);
  await found.getByRole("link").first().click();
}

/** Opens a field's list and takes what begins so; a field that finds as one types is typed into first. */
export async function choose(field: Locator, option: string): Promise<void> {
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await field
    .page()
    .getByRole("option", { name: new RegExp(`^${option}`) })
    .first()
    .click();
}

/** Types a day, `2026-03-31`, and goes on to the next field, which closes the calendar. */
export async function writeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press("Tab");
}

/** The rows of a table, without its head. */
export function rows(page: Page, table: string): Locator {
  return page
    .getByRole("table", { name: table, exact: true })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
}

/** What stands beside or below a name: a fact of a record, a consequence of a decision. */
export function fact(place: Page | Locator, name: string): Locator {
  const page = "page" in place ? place.page() : place;
  const term = page.locator("dt").filter({ hasText: new RegExp(`^${name}$`) });
  return place.locator("dl > div").filter({ has: term }).locator("dd");
}

/** The state that stands beside a page's title. */
export function stateOf(page: Page): Locator {
  return page.getByRole("heading", { level: 1 }).locator("xpath=following-sibling::*");
}

/** What one reads at a place. */
export async function wordsOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? "").trim();
}

/** An amount of two decimals as pages write it, `-$1,234.50`, in cents; the last one of a text. */
export function minor(text: string): number {
  const amount = text.match(/-?\$[\d,]+\.\d{2}/g)?.at(-1);
  return amount === undefined ? Number.NaN : Number(amount.replace(/[$,.]/g, ""));
}
