/** The languages of the catalogues. `ar-XB` is a made one, for testing: accented English that runs from the right. */
export const locales = ["en", "de", "ar-XB"] as const;
export type Locale = (typeof locales)[number];

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  "ar-XB": "Pseudo (right to left)",
};

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "ar-XB" ? "rtl" : "ltr";
}

/** The catalogue that fits best: what was chosen before, then what the browser prefers, then English. */
export function chooseLocale(chosen: string | null, preferred: readonly string[]): Locale {
  for (const wish of [chosen, ...preferred]) {
    const match = wish && locales.find((locale) => locale === wish || locale === wish.split("-")[0]);
    if (match) return match;
  }
  return "en";
}

/**
 * The locale in which numbers and dates are written: the person's own region where it speaks the language of the
 * page (en-GB writes days before months, en-US after).
 */
export function formatLocaleFor(locale: Locale, preferred: readonly string[]): string {
  const language = locale === "ar-XB" ? "en" : locale;
  return preferred.find((wish) => wish.split("-")[0] === language && isTag(wish)) ?? language;
}

/** Some browsers name what Intl refuses, such as `en-US@posix`. */
function isTag(wish: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(wish).length > 0;
  } catch {
    return false;
  }
}
