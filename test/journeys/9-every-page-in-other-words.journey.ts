import { expectNoSideways, settled } from "./look.ts";
import { pagesOf } from "./pages.ts";
import { expect, test } from "./people.ts";

/**
 * Where a label is a name of the sample's or of a journey's: the vendor, programs, components, ladders, tiers, measures,
 * tracks, specializations, products, customers, files; or a day of the week, which the browser names.
 */
const data =
  /^((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Ferrum Systems|Managed services|Cloud operations|Agent programme|Bergbahn|Commission|Override|Agent tiers|Silver|Gold|Platinum|Advanced|Premier|Won value|Everyone|Field service|Plant design|GTX|GTK|MG|Pilot at|Which of)\b|\.pdf$/;

/* A made language: accented English in brackets, from right to left. What it does not show is not in the catalogue. */
for (const [role, width] of [
  ["vendor admin", 1280],
  ["finance", 1280],
  ["channel manager", 1280],
  ["sub-agent", 390],
] as const) {
  test(`the pages of the ${role} are in the catalogue and run from the right, ${width} px wide`, async ({
    as,
  }) => {
    const page = await as(role);
    await page.evaluate(() => localStorage.setItem("hanse.locale", "ar-XB"));
    await page.setViewportSize({ width, height: 900 });
    for (const address of await pagesOf(role)) {
      await page.goto(address);
      await settled(page);
      await expect(page.locator("html"), address).toHaveAttribute("dir", "rtl");
      await expectNoSideways(page, "from the right");
      const words = await page.locator("nav a, h2, th, dt, label, [role=tab], main button").allTextContents();
      // The name of the record that the page is about stands in the way back to it, too.
      const title = (await page.locator("h1").textContent()) ?? "";
      const foreign = words.filter(
        (word) => /\p{L}{2}/u.test(word) && !word.includes("⟦") && !data.test(word) && !title.includes(word),
      );
      expect.soft(foreign, `${address}: not in the catalogue`).toEqual([]);
    }
  });
}
