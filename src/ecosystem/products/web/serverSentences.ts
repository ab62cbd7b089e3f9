import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the server says of prices, word for word. */
teachWords({
  sentences: {
    "A price cannot be below zero.": msg`A price cannot be below zero.`,
  },
  patterns: {
    "There is a price in {currency} already.": msg({ message: "There is a price in {currency} already." }),
  },
});
