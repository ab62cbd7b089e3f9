import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { persona, told } from "./told.ts";

/** Opens the demo as one of its people, at its home page. */
export type As = (role: string, options?: BrowserContextOptions) => Promise<Page>;
/** Somebody who is not signed in, with a browser of their own. */
export type Somebody = (address: string, options?: BrowserContextOptions) => Promise<Page>;

/** A journey; a page on which a script fails fails it, too. */
export const test = base.extend<{ as: As; somebody: Somebody }>({
  somebody: async ({ browser }, use) => {
    const opened: Page[] = [];
    const broken: string[] = [];
    await use(async (baseURL, options) => {
      const context = await browser.newContext({ baseURL, ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => broken.push(`${page.url()}: ${error.message}`));
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(broken, "errors of scripts").toEqual([]);
  },

  as: async ({ somebody }, use) => {
    await use(async (role, options) => {
      const page = await somebody(told().demo, {
        ...options,
        storageState: await signedIn(somebody, role),
      });
      await page.goto("/");
      return page;
    });
  },
});

export { expect };

/** The cookies of a persona; the first journey that needs them signs in through the page. */
async function signedIn(somebody: Somebody, role: string): Promise<string> {
  const kept = join(told().folder, `${role}.state.json`);
  if (existsSync(kept)) return kept;
  const { email, password } = persona(role);
  const page = await somebody(told().demo);
  await page.goto("/");
  await signIn(page, email, password);
  await page.context().storageState({ path: kept });
  return kept;
}

/** Fills the sign-in that stands in place of the page, and waits for what it opens. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail address", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}
