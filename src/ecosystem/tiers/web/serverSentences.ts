import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of tiers, word for word. */
teachWords({
  patterns: {
    "Choose a day within the last {count} years.": msg({
      message: "Choose a day within the last {count} years.",
    }),
    "Choose a day within {count} years.": msg({ message: "Choose a day within {count} years." }),
    "Nobody has {level} today, so there is nothing to keep.": msg({
      message: "Nobody has {level} today, so there is nothing to keep.",
    }),
    "It has {level} by an exception until {day} already. End that one first, or begin this one then.": msg({
      message:
        "It has {level} by an exception until {day} already. End that one first, or begin this one then.",
    }),
    "The program's levels are {levels}.": msg({ message: "The program's levels are {levels}." }),
  },
  sentences: {
    "Choose today or an earlier day: what comes is not recorded yet.": msg({
      message: "Choose today or an earlier day: what comes is not recorded yet.",
    }),
    "It begins after it ends. Choose an earlier day.": msg({
      message: "It begins after it ends. Choose an earlier day.",
    }),
    "The program has no draft that could be tried yet. Write one first.": msg({
      message: "The program has no draft that could be tried yet. Write one first.",
    }),
    "The program has no version of this number.": msg({
      message: "The program has no version of this number.",
    }),
    "No version of the program is in force today.": msg({
      message: "No version of the program is in force today.",
    }),
    "This exception is over already.": msg({ message: "This exception is over already." }),
    "This program has no levels.": msg({ message: "This program has no levels." }),
    "It cannot begin in the past. Choose today or later.": msg({
      message: "It cannot begin in the past. Choose today or later.",
    }),
    "It ends before it begins. Choose a later day.": msg({
      message: "It ends before it begins. Choose a later day.",
    }),
  },
});
