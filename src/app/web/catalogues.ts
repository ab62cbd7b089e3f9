import type { Messages } from "@lingui/core";
import type { Locale } from "#ui/i18n/locales.ts";

const catalogues: Readonly<Record<Locale, () => Promise<{ messages: Messages }>>> = {
  en: () => import("./locales/en.po"),
  de: () => import("./locales/de.po"),
  ar: () => import("./locales/ar.po"),
  "ar-XB": () => import("./locales/ar-XB.po"),
};

/** Brings the texts of one language; the others stay on the server. */
export async function loadCatalogue(locale: Locale): Promise<Messages> {
  return (await catalogues[locale]()).messages;
}
