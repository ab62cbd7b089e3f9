import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the plan language says of a document that it cannot take, in the reader's words. */
teachWords({
  sentences: {
    "This is missing.": msg`This is missing.`,
    "This has the wrong form.": msg`This has the wrong form.`,
    "This is none of the known kinds.": msg`This is none of the known kinds.`,
    "Write a list here.": msg`Write a list here.`,
    "Write a number here.": msg`Write a number here.`,
    "Write a whole number here.": msg`Write a whole number here.`,
    "Write an object here.": msg`Write an object here.`,
    "Write text in quotes here.": msg`Write text in quotes here.`,
    "Name the plan.": msg`Name the plan.`,
    "Name the level.": msg`Name the level.`,
    "Write a label.": msg`Write a label.`,
    "Say who the win counts for.": msg`Say who the win counts for.`,
    "Write at least one component.": msg`Write at least one component.`,
    "Write a rate for at least one series.": msg`Write a rate for at least one series.`,
    "Write a short key of small letters, digits and hyphens.": msg`Write a short key of small letters, digits and hyphens.`,
    "Write the rate as a decimal from 0 to 1: 0.08 means 8 %.": msg`Write the rate as a decimal from 0 to 1: 0.08 means 8 %.`,
    "Write the multiplier as a decimal such as 1.25.": msg`Write the multiplier as a decimal such as 1.25.`,
  },
});
