import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of regions. */
teachWords({
  patterns: {
    "{region} cannot lie in itself.": msg({ message: "{region} cannot lie in itself." }),
    "Another region is called {region} already.": msg({
      message: "Another region is called {region} already.",
    }),
  },
  titles: {
    "region-named": msg`It is still named`,
    "regions-within": msg`Regions lie in it`,
  },
  problems: {
    "region-named": msg`Something would still name this region, or one that it lies in, and would count nowhere. End or decline the overrides, and publish versions that do not name it, first.`,
    "regions-within": msg`Other regions lie in it. Put them elsewhere first.`,
    "regions-there": msg`There are regions already. Add what is missing to them.`,
  },
});
