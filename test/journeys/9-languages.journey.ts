import type { Page } from "@playwright/test";
import { expectNoSideways, settled } from "./look.ts";
import { pagesOf } from "./pages.ts";
import { expect, signIn, test } from "./people.ts";
import { persona, told } from "./told.ts";

/**
 * Where a label is a name of the sample's or of a journey's: components, ladders, tiers, measures, tracks, specializations,
 * products, customers, files.
 */
const data =
  /^(Bergbahn|Commission|Override|Agent tiers|Silver|Gold|Platinum|Won value|Everyone|Field service|Plant design|GTX|GTK|MG|Pilot at|Which of)\b|\.pdf$/;

test.describe("other languages", () => {
  test("a person chooses German, and reads it on every device from then on", async ({ as, somebody }) => {
    const page = await as("competing sub-agent");
    await speak(page, "Deutsch");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    const { email, password } = persona("competing sub-agent");
    const elsewhere = await somebody(told().demo, { locale: "en-US" });
    await elsewhere.goto("/");
    await signIn(elsewhere, email, password);
    await expect(elsewhere.getByRole("navigation").first().getByRole("link")).toHaveText([
      "Start",
      "Deals",
      "Registrierungen",
      "Verdienste",
      "Aufteilungen",
      "Abrechnungen",
      "Programme",
      "Leistungen",
      "Wo wir stehen",
      "Spezialisierungen",
      "Kontaktpunkte",
      "Pläne",
      "Spielregeln",
      "Angaben",
      "Team",
      "API-Schlüssel",
    ]);
  });

  test("the vendor's navigation is German, too", async ({ as }) => {
    const page = await as("vendor admin");
    await speak(page, "Deutsch");
    await expect(page.getByRole("navigation").first().getByRole("link")).toHaveText([
      "Start",
      "Partner",
      "Verkaufschancen",
      "Eingang",
      "Registrierungen",
      "Geschützte Kunden",
      "Tempo und Ausgang",
      "Kontaktpunkte",
      "Spielregeln",
      "Programme",
      "Verdienste",
      "Leistungen",
      "Spezialisierungen",
      "Regionale Abweichungen",
      "Aufteilungen",
      "Pläne",
      "Läufe",
      "Abrechnungen",
      "Auszahlungen",
      "Hauptbuch",
      "Kunden",
      "Produkte",
      "Regionen",
      "Arten von Fakten",
      "Importe",
      "Texte",
      "Personen",
      "API-Schlüssel",
      "Einstellungen",
    ]);
  });

  /* A made language: accented English in brackets, from right to left. What it does not show is not in the catalogue. */
  for (const [role, width] of [
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
        const words = await page
          .locator("nav a, h2, th, dt, label, [role=tab], main button")
          .allTextContents();
        const foreign = words.filter(
          (word) => /\p{L}{2}/u.test(word) && !word.includes("⟦") && !data.test(word),
        );
        expect.soft(foreign, `${address}: not in the catalogue`).toEqual([]);
      }
    });
  }
});

async function speak(page: Page, language: string): Promise<void> {
  await page
    .getByRole("banner")
    .getByRole("button", { name: /: settings and sign out$/ })
    .click();
  await page.getByRole("menuitem", { name: language }).click();
}
