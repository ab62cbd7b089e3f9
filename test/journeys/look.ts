import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const restsWithinMs = 5_000;
const softly = expect.configure({ soft: true });

/** Looks at the page as it stands: wide and light, then on a phone and dark. */
export async function lookAt(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(wide);
  await settled(page);
  await expect(page.locator("h1"), page.url()).toHaveCount(1);
  await expect.soft(page.getByRole("alert"), page.url()).toHaveCount(0);
  await expectNoSideways(page, "at 1280 px");
  await expectAccessible(page, "light, at 1280 px");

  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize(phone);
  await settled(page);
  await expectNoSideways(page, "at 390 px");
  await expectAccessible(page, "dark, at 390 px");
}

/** Waits until the page has its heading and nothing on it is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("h1").first(), page.url()).toBeVisible();
  await expect(page.locator("[class*=skeleton]"), page.url()).toHaveCount(0);
  // What follows the size of the window is drawn a frame after it: a table that scrolls gets its focus then.
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/** Once the page has come to rest: charts follow a change of the window a moment later. */
export async function expectNoSideways(page: Page, where: string): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const message = `${page.url()} ${where} scrolls sideways by so many pixels`;
  await softly.poll(over, { message, timeout: restsWithinMs }).toBeLessThanOrEqual(0);
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  // Once in a page, for reading the script takes longer than what it does.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"] }),
    levels,
  );
  const grave = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })));
  expect.soft(grave, `${page.url()} ${where}`).toEqual([]);
}
