import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the server says when somebody notes a tender. */
teachWords({
  sentences: {
    "Write the customer's name.": msg`Write the customer's name.`,
    "Choose a country.": msg`Choose a country.`,
    "It is noted once it is published, so this is a day of the past or today.": msg`It is noted once it is published, so this is a day of the past or today.`,
    "This is not an address of a company's site, such as example.com.": msg`This is not an address of a company's site, such as example.com.`,
  },
});
