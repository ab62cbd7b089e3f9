import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of a touchpoint, word for word. */
teachWords({
  sentences: {
    "Say with whom.": msg`Say with whom.`,
    "Say what for.": msg`Say what for.`,
    "Say what the vendor should know.": msg`Say what the vendor should know.`,
    "Give a reason.": msg`Give a reason.`,
    "Write an address that begins with https://.": msg`Write an address that begins with https://.`,
    "The day lies in the future.": msg`The day lies in the future.`,
    "Say for which registration, opportunity or customer.": msg`Choose the customer.`,
    "There is no such registration, or it is not yours.": msg`There is no such registration, or it is not yours.`,
    "There is no such opportunity, or it is not yours.": msg`There is no such opportunity, or it is not yours.`,
    "There is no such customer, or it is not yours.": msg`There is no such customer, or it is not yours.`,
    "It is a draft: submit it first.": msg`It is a draft: submit it first.`,
    "There is no such opportunity.": msg`There is no such opportunity.`,
    "It is decided together with its registration.": msg`It is decided together with its registration.`,
    "Choose a file.": msg`Choose a file.`,
    "The file is empty.": msg`The file is empty.`,
    "Send a PDF, a picture, an office document or plain text; other kinds are not taken.": msg`Send a PDF, a picture, an office document or plain text; other kinds are not taken.`,
  },
  problems: {
    "file-too-large": msg`The file is too large. Send the part that matters.`,
    "not-open": msg`That is not open any more: look how it stands now.`,
    "enough-files": msg`There are enough files, or they are too large together. Take one away first.`,
  },
});
