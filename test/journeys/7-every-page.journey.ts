import { lookAt } from "./look.ts";
import { pagesOf, roles } from "./pages.ts";
import { expect, test } from "./people.ts";
import { told } from "./told.ts";

test.describe("every page, for whom it is made", () => {
  for (const role of roles) {
    test(`opens for the ${role}, can be read by all and fits a phone`, async ({ as }) => {
      const page = await as(role);
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
      });
      for (const address of await pagesOf(role)) {
        await page.goto(address);
        await lookAt(page);
      }
      expect(complaints, "told on the console").toEqual([]);
    });
  }

  test("opens for those who are not signed in, can be read by all and fits a phone", async ({ somebody }) => {
    const page = await somebody(told().demo);
    for (const address of ["/", "/setup", "/invitation"]) {
      await page.goto(address);
      await lookAt(page);
    }
  });
});
