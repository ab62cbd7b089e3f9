import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of facts, word for word. */
teachWords({
  patterns: {
    "{fact} is an amount of money. Say in which currency.": msg({
      message: "{fact} is an amount of money. Say in which currency.",
    }),
    "{fact} is a plain number, in no currency. Leave the currency out.": msg({
      message: "{fact} is a plain number, in no currency. Leave the currency out.",
    }),
    "{fact} is so or not. Write 1 for yes or 0 for no.": msg({
      message: "{fact} is so or not. Write 1 for yes or 0 for no.",
    }),
    "{fact} is told from {least} to {most}.": msg({ message: "{fact} is told from {least} to {most}." }),
    "{fact} is never below {least}.": msg({ message: "{fact} is never below {least}." }),
    "{fact} is counted in whole numbers.": msg({ message: "{fact} is counted in whole numbers." }),
    'Numbers have at most {digits} digits after the point; "{value}" has {scale}.': msg({
      message: 'Numbers have at most {digits} digits after the point; "{value}" has {scale}.',
    }),
    "{value} is too large a number.": msg({ message: "{value} is too large a number." }),
    "{fact} is counted by the product itself, and not entered.": msg({
      message: "{fact} is counted by the product itself, and not entered.",
    }),
    "{fact} is not entered any more.": msg({ message: "{fact} is not entered any more." }),
    "With this, {fact} would come to more than can be counted.": msg({
      message: "With this, {fact} would come to more than can be counted.",
    }),
    "It would end before it begins on {day}. Choose a later day.": msg({
      message: "It would end before it begins on {day}. Choose a later day.",
    }),
    "Another kind of fact goes by the key {key}. Give this one its own.": msg({
      message: "Another kind of fact goes by the key {key}. Give this one its own.",
    }),
    "Another kind of fact is called {name} already.": msg({
      message: "Another kind of fact is called {name} already.",
    }),
  },
  sentences: {
    "Say of which kind it is.": msg({ message: "Say of which kind it is." }),
    "Say what is counted.": msg({ message: "Say what is counted." }),
    "Say where the number is from.": msg({ message: "Say where the number is from." }),
    "Write a number such as 4.5.": msg({ message: "Write a number such as 4.5." }),
    "The product recorded it and corrects it itself.": msg({
      message: "The product recorded it and corrects it itself.",
    }),
    "That is what it says already.": msg({ message: "That is what it says already." }),
    "It is corrected already. Correct the correction.": msg({
      message: "It is corrected already. Correct the correction.",
    }),
    "The partner has no such location.": msg({ message: "The partner has no such location." }),
    "Give it a key in Latin letters, such as x_support_calls.": msg({
      message: "Give it a key in Latin letters, such as x_support_calls.",
    }),
    "Begin with x_ and go on with small letters, digits and _.": msg({
      message: "Begin with x_ and go on with small letters, digits and _.",
    }),
  },
});
