import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { persona, told } from "./told.ts";

/** Opens the demo as one of its people, at its home page. */
export type As = (role: string, options?: BrowserContextOptions) => Promise<Page>;

/** A journey; a page on which a script fails fails it, too. */
export const test = base.extend<{ as: As }>({
  as: async ({ browser }, use) => {
    const opened: Page[] = [];
    const broken: string[] = [];
    await use(async (role, options) => {
      const context = await browser.newContext({
        baseURL: told().demo,
        storageState: await signedIn(browser, role),
        ...options,
      });
      const page = await context.newPage();
      page.on("pageerror", (error) => broken.push(`${page.url()}: ${error.message}`));
      opened.push(page);
      await page.goto("/");
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(broken, "errors of scripts").toEqual([]);
  },
});

export { expect };

/** The cookies of a persona; the first journey that needs them signs in through the page. */
async function signedIn(browser: Browser, role: string): Promise<string> {
  const kept = join(told().folder, `${role}.state.json`);
  if (existsSync(kept)) return kept;
  const { email, password } = persona(role);
  const page = await browser.newPage({ baseURL: told().demo });
  await page.goto("/");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.context().storageState({ path: kept });
  await page.close();
  return kept;
}
