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
    "Write a host such as partners.example.com, without https.": msg`Write a host such as partners.example.com, without https.`,
    "Write a name, without an address.": msg`Write a name, without an address.`,
    "Use at most 60 characters.": msg`Use at most 60 characters.`,
    "Use at most 100 characters.": msg`Use at most 100 characters.`,
    "This is no PNG picture. Save the logo as PNG and choose it again.": msg`This is no PNG picture. Save the logo as PNG and choose it again.`,
    "The logo is too large: at most 256 kB are sent with each page.": msg`The logo is too large: at most 256 kB are sent with each page.`,
  },
  problems: {
    "host-taken": msg`Another company of this installation has this host.`,
  },
});
