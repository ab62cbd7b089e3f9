import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

teachWords({
  sentences: {
    "Write the company's name.": msg`Write the company's name.`,
    "Copy the token from the console.": msg`Copy the token from the console.`,
    "This is not the token that the console shows.": msg`This is not the token that the console shows.`,
    "Write a colour such as #1f5fbf.": msg`Write a colour such as #1f5fbf.`,
    "The smallest payout cannot be below zero.": msg`The smallest payout cannot be below zero.`,
    "This installation has its administrator already. Sign in.": msg`This installation has its administrator already. Sign in.`,
  },
});
