import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./people.ts";
import { persona, told } from "./told.ts";

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
      "Kontaktpunkte",
      "Pläne",
      "Spielregeln",
      "Programme",
      "Wo wir stehen",
      "Leistungen",
      "Spezialisierungen",
      "Kennzahlen",
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
      "Leistungen",
      "Spezialisierungen",
      "Regionale Abweichungen",
      "Verdienste",
      "Aufteilungen",
      "Pläne",
      "Läufe",
      "Abrechnungen",
      "Auszahlungen",
      "Hauptbuch",
      "Kunden",
      "Produkte",
      "Regionen",
      "Arten von Kennzahlen",
      "Importe",
      "Texte",
      "Personen",
      "API-Schlüssel",
      "Einstellungen",
    ]);
  });
});

async function speak(page: Page, language: string): Promise<void> {
  await page
    .getByRole("banner")
    .getByRole("button", { name: /: settings and sign out$/ })
    .click();
  await page.getByRole("menuitem", { name: language }).click();
}
