import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/*
 * English is the source, German and Arabic are written by people, `ar-XB` is made from English: accented, bracketed, longer and
 * run from right to left, so that a text that is not in the catalogue or a layout that does not mirror is seen.
 */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de", "ar", "ar-XB"],
  pseudoLocale: { locale: "ar-XB", prepend: "⟦", append: "⟧", extend: 0.2, extendCharacter: "·" },
  fallbackLocales: { default: "en" },
  format: formatter({ lineNumbers: false }),
  catalogs: [
    {
      path: "<rootDir>/src/app/web/locales/{locale}",
      include: ["<rootDir>/src"],
      exclude: ["**/node_modules/**", "**/*.test.ts", "<rootDir>/src/ui/gallery/**"],
    },
  ],
});
