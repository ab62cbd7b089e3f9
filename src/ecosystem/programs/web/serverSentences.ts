import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of programs, word for word. */
teachWords({
  sentences: {
    "Write something.": msg({ message: "Write something." }),
    "Write at most 80 characters.": msg({ message: "Write at most 80 characters." }),
    "Write at most 40 characters.": msg({ message: "Write at most 40 characters." }),
    "Write at most 2,000 characters.": msg({ message: "Write at most 2,000 characters." }),
    "At most 365 days.": msg({ message: "At most 365 days." }),
    "At least 1 day.": msg({ message: "At least 1 day." }),
    "At most 730 days.": msg({ message: "At most 730 days." }),
    "Write a name, or leave it out.": msg({ message: "Write a name, or leave it out." }),
    "This is no program yet. Go on typing, or go back to the fields.": msg({
      message: "This is no program yet. Go on typing, or go back to the fields.",
    }),
    "A program needs a track. Add one, and make it the default: whoever fits no other is on it.": msg({
      message: "A program needs a track. Add one, and make it the default: whoever fits no other is on it.",
    }),
    "No track is the default, so a partner that fits none would be without one. Make one of them the default.":
      msg({
        message:
          "No track is the default, so a partner that fits none would be without one. Make one of them the default.",
      }),
    "The default track is for whoever fits no other: name neither types, regions nor specializations in it.":
      msg({
        message:
          "The default track is for whoever fits no other: name neither types, regions nor specializations in it.",
      }),
    "Levels count where the end customer is only if each country is measured by itself. Measure the ladder by country, or let the contracting company's place count.": msg`Levels count where the end customer is only if each country is measured by itself. Measure the ladder by country, or let the contracting company's place count.`,
    "Amounts need a currency.": msg({ message: "Amounts need a currency." }),
    "Write a value, or leave the level out.": msg({ message: "Write a value, or leave the level out." }),
    'Write "yes" where a level has it, and leave the others out.': msg({
      message: 'Write "yes" where a level has it, and leave the others out.',
    }),
    "Write a whole number such as 5.": msg({ message: "Write a whole number such as 5." }),
    "Write a percentage such as 12.5.": msg({ message: "Write a percentage such as 12.5." }),
    "Write a percentage above 0, and of at most 100.": msg({
      message: "Write a percentage above 0, and of at most 100.",
    }),
    "Write an amount such as 2000.": msg({ message: "Write an amount such as 2000." }),
    "Write an amount above 0, or leave the level out.": msg({
      message: "Write an amount above 0, or leave the level out.",
    }),
    "Name the program.": msg({ message: "Name the program." }),
    "Say why.": msg({ message: "Say why." }),
    "It would end before it begins. Choose a later day, or leave it open.": msg({
      message: "It would end before it begins. Choose a later day, or leave it open.",
    }),
    "What held until today held. Choose today or a later day.": msg({
      message: "What held until today held. Choose today or a later day.",
    }),
    "This decision has ended already, or ends before that day.": msg({
      message: "This decision has ended already, or ends before that day.",
    }),
    "Somebody else has changed this draft meanwhile. Read it again, then change it.": msg({
      message: "Somebody else has changed this draft meanwhile. Read it again, then change it.",
    }),
  },
  patterns: {
    "{first} and {second} are both the default. Keep one of them.": msg({
      message: "{first} and {second} are both the default. Keep one of them.",
    }),
    'Two tracks have the key "{key}". Give each its own.': msg({
      message: 'Two tracks have the key "{key}". Give each its own.',
    }),
    "Nobody would ever be on {track}. Name a type, a region or a specialization, or make it the default.":
      msg({
        message:
          "Nobody would ever be on {track}. Name a type, a region or a specialization, or make it the default.",
      }),
    "{first} and {second} are equally specific for {what}. Take it out of one of them, or name more in one.":
      msg({
        message:
          "{first} and {second} are equally specific for {what}. Take it out of one of them, or name more in one.",
      }),
    'There is no specialization "{key}". Add it under the specializations, or take it out here.': msg({
      message: 'There is no specialization "{key}". Add it under the specializations, or take it out here.',
    }),
    'There is no region "{key}". Add it under the regions, or take it out here.': msg({
      message: 'There is no region "{key}". Add it under the regions, or take it out here.',
    }),
    'Here stands a reference of the kind "{kind}".': msg({
      message: 'Here stands a reference of the kind "{kind}".',
    }),
    'There is no level "{level}". The levels are {levels}: give it to one of them, or take it out.': msg({
      message:
        'There is no level "{level}". The levels are {levels}: give it to one of them, or take it out.',
    }),
    'The program has no benefit "{key}". Add it to the benefits, or take it out of {track}.': msg({
      message: 'The program has no benefit "{key}". Add it to the benefits, or take it out of {track}.',
    }),
    'Two benefits have the key "{key}". Give each its own.': msg({
      message: 'Two benefits have the key "{key}". Give each its own.',
    }),
    "No level has {benefit}. Give it to a level, or take it out.": msg({
      message: "No level has {benefit}. Give it to a level, or take it out.",
    }),
    "{currency} has at most {digits} digits after the point.": msg({
      message: "{currency} has at most {digits} digits after the point.",
    }),
    "Version {n} holds from {day} on, and two versions cannot overlap. Choose a later day.": msg({
      message: "Version {n} holds from {day} on, and two versions cannot overlap. Choose a later day.",
    }),
    "Version {n} holds from {day} on, and two versions cannot overlap. Choose a later day, or take that version back first.":
      msg({
        message:
          "Version {n} holds from {day} on, and two versions cannot overlap. Choose a later day, or take that version back first.",
      }),
    "It takes something away from partners, so it cannot begin in the past. Choose {day} or a later day.":
      msg({
        message:
          "It takes something away from partners, so it cannot begin in the past. Choose {day} or a later day.",
      }),
    "It takes something away from partners, which is told {n} days ahead. Choose {day} or a later day, or leave that out.":
      msg({
        message:
          "It takes something away from partners, which is told {n} days ahead. Choose {day} or a later day, or leave that out.",
      }),
    "{track} pays by a plan that is not there. Choose another plan, or take it out.": msg({
      message: "{track} pays by a plan that is not there. Choose another plan, or take it out.",
    }),
    'Plans may pay by the ladder "{key}". Keep it, with its base alone if it asks nothing.': msg({
      message: 'Plans may pay by the ladder "{key}". Keep it, with its base alone if it asks nothing.',
    }),
    '"{key}" is the ladder of the program {program}. Choose another key.': msg({
      message: '"{key}" is the ladder of the program {program}. Choose another key.',
    }),
    'Plans know this ladder as "{key}". Keep that key.': msg({
      message: 'Plans know this ladder as "{key}". Keep that key.',
    }),
    'There is a program named "{name}" already. Choose another name.': msg({
      message: 'There is a program named "{name}" already. Choose another name.',
    }),
    "There are {n} things to change in this document.": msg({
      message: "There are {n} things to change in this document.",
    }),
    "No version of {program} holds on that day, so {partner} would be without a track. Choose a day from the first version on, or publish one before.":
      msg({
        message:
          "No version of {program} holds on that day, so {partner} would be without a track. Choose a day from the first version on, or publish one before.",
      }),
    "Another decision about {partner} holds at that time. End it first, or choose other days.": msg({
      message: "Another decision about {partner} holds at that time. End it first, or choose other days.",
    }),
    "{program} does not ask for an acknowledgement.": msg({
      message: "{program} does not ask for an acknowledgement.",
    }),
    "Partners do not acknowledge {program}. A version can ask them to.": msg({
      message: "Partners do not acknowledge {program}. A version can ask them to.",
    }),
  },
});
