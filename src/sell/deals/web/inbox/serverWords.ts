import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the server says when somebody decides, for readers of another language. */
teachWords({
  problems: {
    waits: msg`Another registration was first for it. Decide that one first.`,
    "decided-already": msg`Somebody else has decided it meanwhile.`,
    "told-already": msg`There is no decision that could still be taken back or told.`,
    "not-alone": msg`Something stands against it. Decide it by itself.`,
    asked: msg`The partner was asked something and has not answered. Decide it by itself.`,
    "which-account": msg`It is not sure which of our accounts it is. Decide it by itself.`,
    "registered-already": msg`Another registration stands for this opportunity.`,
  },
  sentences: {
    "The protection would be over before it begins.": msg`The protection would be over before it begins.`,
    "Say why it is not granted.": msg`Say why it is not granted.`,
    "Say why it is not taken over.": msg`Say why it is not taken over.`,
    "Give a reason.": msg`Give a reason.`,
    "Write the question.": msg`Write the question.`,
  },
});
