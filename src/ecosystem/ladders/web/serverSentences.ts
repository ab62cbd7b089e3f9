import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of a ladder that cannot stand, word for word. */
teachWords({
  sentences: {
    'Something is missing at the end. Write a measure, such as "won >= 60000 USD", or all(…), any(…), points(…).':
      msg({
        message:
          'Something is missing at the end. Write a measure, such as "won >= 60000 USD", or all(…), any(…), points(…).',
      }),
    'Write "(" after "points".': msg({ message: 'Write "(" after "points".' }),
    'Write first how many points are asked for: "points(70, …)". Points are whole numbers from 1 to 999999.':
      msg({
        message:
          'Write first how many points are asked for: "points(70, …)". Points are whole numbers from 1 to 999999.',
      }),
    'Write a comma after how many points are asked for: "points(70, 40: …)".': msg({
      message: 'Write a comma after how many points are asked for: "points(70, 40: …)".',
    }),
    'Write the points before each part: "40: won >= 60000 USD". Points are whole numbers from 1 to 999999.':
      msg({
        message:
          'Write the points before each part: "40: won >= 60000 USD". Points are whole numbers from 1 to 999999.',
      }),
    'Write ":" between the points and what they are given for.': msg({
      message: 'Write ":" between the points and what they are given for.',
    }),
    'Write "," before a further part, or ")" at the end.': msg({
      message: 'Write "," before a further part, or ")" at the end.',
    }),
    '"or" stands between amounts of different currencies: "60000 USD or 55000 EUR". For other choices write "any(…, …)".':
      msg({
        message:
          '"or" stands between amounts of different currencies: "60000 USD or 55000 EUR". For other choices write "any(…, …)".',
      }),
    "A number is missing at the end. Write plain digits, such as 60000 or 4.5.": msg({
      message: "A number is missing at the end. Write plain digits, such as 60000 or 4.5.",
    }),
    "what it asks for cannot hold together with the rest, good standing included.": msg({
      message: "what it asks for cannot hold together with the rest, good standing included.",
    }),
    "what gives the points cannot hold together with good standing.": msg({
      message: "what gives the points cannot hold together with good standing.",
    }),
    "Points are given for what happens. Say over which days: a quarter, a year, or some months.": msg({
      message: "Points are given for what happens. Say over which days: a quarter, a year, or some months.",
    }),
    "Points are given for some amount: write more than 0.": msg({
      message: "Points are given for some amount: write more than 0.",
    }),
    "Say what is asked for.": msg({ message: "Say what is asked for." }),
    "Write at least one rate.": msg({ message: "Write at least one rate." }),
    "Name at least one country.": msg({ message: "Name at least one country." }),
    "Write a number such as 2 or 1.5.": msg({ message: "Write a number such as 2 or 1.5." }),
    "At least 0 days.": msg({ message: "At least 0 days." }),
    "At most 90 days.": msg({ message: "At most 90 days." }),
    "At least 1 month.": msg({ message: "At least 1 month." }),
    "At most 60 months.": msg({ message: "At most 60 months." }),
    "At most 20 measures.": msg({ message: "At most 20 measures." }),
  },
  patterns: {
    // What numbers a fact never has is said alike where facts are entered.
    "{fact} is told from {least} to {most}.": msg({ message: "{fact} is told from {least} to {most}." }),
    "{fact} is never below {least}.": msg({ message: "{fact} is never below {least}." }),
    "{fact} is counted in whole numbers.": msg({ message: "{fact} is counted in whole numbers." }),
    "{fact} is so or not. Write 1 for yes or 0 for no.": msg({
      message: "{fact} is so or not. Write 1 for yes or 0 for no.",
    }),
    "At character {n}: {sentence}": msg({ message: "At character {n}: {sentence}" }),
    'Remove "{word}": the requirement is complete before it.': msg({
      message: 'Remove "{word}": the requirement is complete before it.',
    }),
    'Remove "{word}": the requirement is complete before it. To ask for several things, write "all(…, …)".':
      msg({
        message:
          'Remove "{word}": the requirement is complete before it. To ask for several things, write "all(…, …)".',
      }),
    "Requirements lie at most {n} deep in each other. Take a level out.": msg({
      message: "Requirements lie at most {n} deep in each other. Take a level out.",
    }),
    "{word} cannot stand here. Write numbers without separators, such as 60000, after a measure.": msg({
      message: "{word} cannot stand here. Write numbers without separators, such as 60000, after a measure.",
    }),
    '"{word}" cannot stand here. Write a measure, such as "won >= 60000 USD", or all(…), any(…), points(…).':
      msg({
        message:
          '"{word}" cannot stand here. Write a measure, such as "won >= 60000 USD", or all(…), any(…), points(…).',
      }),
    'Write "(" after "{word}", then what is asked for, with commas between.': msg({
      message: 'Write "(" after "{word}", then what is asked for, with commas between.',
    }),
    "At most {n} parts in one bracket. Put some of them into one of their own.": msg({
      message: "At most {n} parts in one bracket. Put some of them into one of their own.",
    }),
    'Write ">=" (at least) or "<=" (at most) after "{word}", then a number.': msg({
      message: 'Write ">=" (at least) or "<=" (at most) after "{word}", then a number.',
    }),
    "{currency} is written twice. Write one amount for each currency.": msg({
      message: "{currency} is written twice. Write one amount for each currency.",
    }),
    '"{word}" is not a number. Write plain digits, such as 60000 or 4.5.': msg({
      message: '"{word}" is not a number. Write plain digits, such as 60000 or 4.5.',
    }),
    '"{word}" is not a number. Write plain digits without zeros before them.': msg({
      message: '"{word}" is not a number. Write plain digits without zeros before them.',
    }),
    "{number} is too large a number.": msg({ message: "{number} is too large a number." }),
    "{number} has more than {digits} digits after the point.": msg({
      message: "{number} has more than {digits} digits after the point.",
    }),
    "{currency} has at most {digits} digits after the point; {number} has {more}.": msg({
      message: "{currency} has at most {digits} digits after the point; {number} has {more}.",
    }),
    '"{measure}" is money: say in which currency, such as "{example}".': msg({
      message: '"{measure}" is money: say in which currency, such as "{example}".',
    }),
    '"{measure}" is a plain number: write {number} without a currency.': msg({
      message: '"{measure}" is a plain number: write {number} without a currency.',
    }),
    '"{code}" is not a currency in use.': msg({ message: '"{code}" is not a currency in use.' }),
    '"{code}" is not a currency in use. Write an ISO 4217 code such as EUR.': msg({
      message: '"{code}" is not a currency in use. Write an ISO 4217 code such as EUR.',
    }),
    'There is no measure "{measure}". There are: {known}.': msg({
      message: 'There is no measure "{measure}". There are: {known}.',
    }),
    '"{measure}" is asked for twice. Ask for it once in a level; its threshold is named by it.': msg({
      message: '"{measure}" is asked for twice. Ask for it once in a level; its threshold is named by it.',
    }),
    '"{measure}" cannot be at least {least} and at most {most}. Change one of the two.': msg({
      message: '"{measure}" cannot be at least {least} and at most {most}. Change one of the two.',
    }),
    "Nobody can reach {level}: {why}": msg({ message: "Nobody can reach {level}: {why}" }),
    "all parts together give {most} points, and it asks for {least}.": msg({
      message: "all parts together give {most} points, and it asks for {least}.",
    }),
    "Everybody reaches {level}, even with nothing at all, so nobody would be {base}. Ask for more.": msg({
      message:
        "Everybody reaches {level}, even with nothing at all, so nobody would be {base}. Ask for more.",
    }),
    "{level} asks for no more than {below}: whoever reaches {again} has {same} at once. Ask for more, or take {taken} out.":
      msg({
        message:
          "{level} asks for no more than {below}: whoever reaches {again} has {same} at once. Ask for more, or take {taken} out.",
      }),
    "{level} is named twice. Give each level a name of its own.": msg({
      message: "{level} is named twice. Give each level a name of its own.",
    }),
    "Levels are reviewed every {n} months, so they can be taken away every {same}, or a multiple of it.": msg(
      {
        message:
          "Levels are reviewed every {n} months, so they can be taken away every {same}, or a multiple of it.",
      },
    ),
    '"{key}" is a word of the language of requirements. Choose another key.': msg({
      message: '"{key}" is a word of the language of requirements. Choose another key.',
    }),
    'The key "{key}" is used twice. Every measure needs its own.': msg({
      message: 'The key "{key}" is used twice. Every measure needs its own.',
    }),
    '"{kind}" adds up over time. Say over which days: a quarter, a year, or some months.': msg({
      message: '"{kind}" adds up over time. Say over which days: a quarter, a year, or some months.',
    }),
    '"{kind}" says how things are, not what happened. Measure it as of the day of the review.': msg({
      message: '"{kind}" says how things are, not what happened. Measure it as of the day of the review.',
    }),
    'There are no facts "{fact}". There are: {known}.': msg({
      message: 'There are no facts "{fact}". There are: {known}.',
    }),
    "Two rates for {fact} begin on {day}. Keep one of them.": msg({
      message: "Two rates for {fact} begin on {day}. Keep one of them.",
    }),
    '"{kind}" says how things are, and points are given for what happens. Ask for it beside the points.': msg(
      {
        message:
          '"{kind}" says how things are, and points are given for what happens. Ask for it beside the points.',
      },
    ),
    '"{kind}" is money: say in which currency it gives these points.': msg({
      message: '"{kind}" is money: say in which currency it gives these points.',
    }),
    '"{kind}" is a plain number: leave out the currency.': msg({
      message: '"{kind}" is a plain number: leave out the currency.',
    }),
    "{country} is in two markets. Keep it in one.": msg({
      message: "{country} is in two markets. Keep it in one.",
    }),
    'There is no country "{country}".': msg({ message: 'There is no country "{country}".' }),
    "The calendar has no day {day}.": msg({ message: "The calendar has no day {day}." }),
  },
});
