import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of overrides, word for word. */
teachWords({
  patterns: {
    "{scope} says something else of it from {from} until {until} already. Choose other days, or end that one first.":
      msg({
        message:
          "{scope} says something else of it from {from} until {until} already. Choose other days, or end that one first.",
      }),
    "In {place} the levels would contradict each other from {day} on. {sentence}": msg({
      message: "In {place} the levels would contradict each other from {day} on. {sentence}",
    }),
    "{currency} is written twice. Write one amount for each currency.": msg({
      message: "{currency} is written twice. Write one amount for each currency.",
    }),
    "{currency} has fewer digits after the decimal point.": msg({
      message: "{currency} has fewer digits after the decimal point.",
    }),
  },
  sentences: {
    "The program says that to all already. Write what is otherwise there.": msg`The program says that to all already. Write what is otherwise there.`,
    "At most 730 days.": msg`At most 730 days.`,
    "Somebody has decided it already.": msg`Somebody has decided it already.`,
    "What was computed until today stands. Choose today or a later day.": msg`What was computed until today stands. Choose today or a later day.`,
    "A plain number is counted here: write one number without a currency.": msg`A plain number is counted here: write one number without a currency.`,
    "Money is counted here: write the currency of the amount.": msg`Money is counted here: write the currency of the amount.`,
    "Write an amount.": msg`Write an amount.`,
    "Write a value.": msg`Write a value.`,
    "Write a name.": msg`Write a name.`,
    "This is not on the list of what may be said otherwise. Choose a level's threshold, a benefit's value, the days of protection, or a track's agreements or content.": msg`This is not on the list of what may be said otherwise. Choose a level's threshold, a benefit's value, the days of protection, or a track's agreements or content.`,
    "It ends before it begins. Choose a last day after the first.": msg`It ends before it begins. Choose a last day after the first.`,
    "These days have passed. What was computed by them stands.": msg`These days have passed. What was computed by them stands.`,
    "What was computed until today stands. Begin today or later.": msg`What was computed until today stands. Begin today or later.`,
    "Choose at most 5 years, so that somebody looks at it again.": msg`Choose at most 5 years, so that somebody looks at it again.`,
    "There is no such region. Enter it among the regions in the settings first.": msg`There is no such region. Enter it among the regions in the settings first.`,
    "Write plain digits, such as 45000 or 4.5.": msg`Write plain digits, such as 45000 or 4.5.`,
    "Write plain digits, such as 12.5.": msg`Write plain digits, such as 12.5.`,
    "A share is at most 100 %.": msg`A share is at most 100 %.`,
    "It ends by then anyway. Choose a day before that.": msg`It ends by then anyway. Choose a day before that.`,
  },
  problems: {
    "override-in-the-way": msg`Another override says something of it on some of these days already. Choose other days, or end that one first.`,
    "days-passed": msg`Its days have passed while it waited. Decline it, and propose other days.`,
    "not-in-force": msg`It is not in force: it was never approved, or it is over.`,
  },
});
