import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of a partner's types, word for word. */
teachWords({
  patterns: {
    "It would end before it begins on {day}. Choose a later day.": msg({
      message: "It would end before it begins on {day}. Choose a later day.",
    }),
    "It holds this type from {from} to {until} already. Choose days that do not overlap.": msg({
      message: "It holds this type from {from} to {until} already. Choose days that do not overlap.",
    }),
    "It holds this type from {from} on already. Choose days that do not overlap.": msg({
      message: "It holds this type from {from} on already. Choose days that do not overlap.",
    }),
  },
});
