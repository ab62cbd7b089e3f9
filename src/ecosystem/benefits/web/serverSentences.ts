import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of benefits, word for word. */
teachWords({
  sentences: {
    "Say what for.": msg`Say what for.`,
    "Say how much.": msg`Say how much.`,
    "Give a reason.": msg`Give a reason.`,
    "The day lies in the future.": msg`The day lies in the future.`,
    "It must be more than nothing.": msg`It must be more than nothing.`,
    "A percentage is not counted: leave the number out.": msg`A percentage is not counted: leave the number out.`,
    "It is not counted: leave the number out.": msg`It is not counted: leave the number out.`,
    "That is more than is left.": msg`That is more than is left.`,
    "That is more than was asked for.": msg`That is more than was asked for.`,
    "That is no whole number.": msg`That is no whole number.`,
    "That is before the grant.": msg`That is before the grant.`,
    "There is no such program, or you are not in it.": msg`There is no such program, or you are not in it.`,
    "The program has no such benefit.": msg`The program has no such benefit.`,
  },
  problems: {
    "not-open": msg`That is not open any more: look how it stands now.`,
    "not-entitled": msg`The partner is not entitled to it now: look at what its level gives.`,
    "allowance-exceeded": msg`That is more than is left of the allowance: grant less or decline it.`,
    "not-yours": msg`The other side recorded it, and takes it back.`,
    "taken-back": msg`It was taken back already.`,
  },
});
