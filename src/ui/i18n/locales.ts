/** The languages that people choose from. */
export const spoken = ["en", "de", "ar"] as const;
/**
 * The languages of the catalogues. `ar-XB` is a made one, for testing: accented English that runs from the right. It is
 * offered to nobody; a device speaks it that was told so (`hanse.locale`).
 */
export const locales = [...spoken, "ar-XB"] as const;
export type Locale = (typeof locales)[number];
export type Spoken = (typeof spoken)[number];

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  ar: "العربية",
  "ar-XB": "Pseudo (right to left)",
};

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" || locale === "ar-XB" ? "rtl" : "ltr";
}

/** The catalogue that fits best: what was chosen before, then what the browser prefers, then English. */
export function chooseLocale(chosen: string | null, preferred: readonly string[]): Locale {
  for (const wish of [chosen, ...preferred]) {
    const match = locales.find((one) => one === wish) ?? locales.find((one) => one === wish?.split("-")[0]);
    if (match) return match;
  }
  return "en";
}

/**
 * The locale in which numbers and dates are written: the person's own region where it speaks the language of the
 * page (en-GB writes days before months, en-US after). Arabic counts in Western figures and by the Gregorian calendar
 * everywhere: an amount and a day read as they stand on the contract and the bank's statement.
 */
export function formatLocaleFor(locale: Locale, preferred: readonly string[]): string {
  const language = locale === "ar-XB" ? "en" : locale;
  const region = preferred.find((wish) => wish.split("-")[0] === language && isTag(wish)) ?? language;
  return language === "ar" ? `${new Intl.Locale(region).baseName}-u-ca-gregory-nu-latn` : region;
}

/** Some browsers name what Intl refuses, such as `en-US@posix`. */
function isTag(wish: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(wish).length > 0;
  } catch {
    return false;
  }
}
