import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of benefits, word for word. */
teachWords({
  patterns: {
    "{benefit} is given without asking.": msg({ message: "{benefit} is given without asking." }),
    "{level} does not give {benefit}. {above} does.": msg({
      message: "{level} does not give {benefit}. {above} does.",
    }),
    "{level} does not give {benefit}.": msg({ message: "{level} does not give {benefit}." }),
    "{benefit} rests while the partner is not in good standing. Missing: {what}.": msg({
      message: "{benefit} rests while the partner is not in good standing. Missing: {what}.",
    }),
    "{benefit} rests while the partner is not in good standing.": msg({
      message: "{benefit} rests while the partner is not in good standing.",
    }),
    "Nothing is left of {benefit} in this period.": msg({
      message: "Nothing is left of {benefit} in this period.",
    }),
    "{left} of {allowance} is left. Ask for no more than that.": msg({
      message: "{left} of {allowance} is left. Ask for no more than that.",
    }),
    "All that is left of {benefit} is asked for already and waits for a decision.": msg({
      message: "All that is left of {benefit} is asked for already and waits for a decision.",
    }),
    "{left} is left, of which {asked} is asked for and undecided. Ask for no more than {rest}.": msg({
      message: "{left} is left, of which {asked} is asked for and undecided. Ask for no more than {rest}.",
    }),
    "{left} of the grant is left. Record no more than that.": msg({
      message: "{left} of the grant is left. Record no more than that.",
    }),
    "{asked} was asked for. Grant no more than that.": msg({
      message: "{asked} was asked for. Grant no more than that.",
    }),
    "It was granted on {day}, which is later.": msg({ message: "It was granted on {day}, which is later." }),
    "There are {count} that wait for the vendor already. Withdraw some first.": msg({
      message: "There are {count} that wait for the vendor already. Withdraw some first.",
    }),
  },
  sentences: {
    "It is not granted yet.": msg`It is not granted yet.`,
    "It is granted already.": msg`It is granted already.`,
    "All of it is used.": msg`All of it is used.`,
    "It has expired.": msg`It has expired.`,
    "It was declined.": msg`It was declined.`,
    "It was withdrawn.": msg`It was withdrawn.`,
    "The grant was taken back.": msg`The grant was taken back.`,
    "The program does not give this to the partner any more. Decline it.": msg`The program does not give this to the partner any more. Decline it.`,
    "The program counts it otherwise now. Decline it, so that the partner asks anew.": msg`The program counts it otherwise now. Decline it, so that the partner asks anew.`,
    "Say what for.": msg`Say what for.`,
    "Say how much.": msg`Say how much.`,
    "The day lies in the future.": msg`The day lies in the future.`,
    "It must be at least 1.": msg`It must be at least 1.`,
    "It must be more than nothing.": msg`It must be more than nothing.`,
    "A percentage is not counted: leave the number out.": msg`A percentage is not counted: leave the number out.`,
    "It is not counted: leave the number out.": msg`It is not counted: leave the number out.`,
    "That is more than is left.": msg`That is more than is left.`,
    "That is more than is left besides what is asked for already.": msg`That is more than is left besides what is asked for already.`,
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
