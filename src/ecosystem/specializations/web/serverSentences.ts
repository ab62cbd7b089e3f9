import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of specializations, word for word. */
teachWords({
  patterns: {
    "{label} cannot be applied for at the moment.": msg({
      message: "{label} cannot be applied for at the moment.",
    }),
    "Your company holds it until {until}. It can be renewed from {opensOn} on.": msg({
      message: "Your company holds it until {until}. It can be renewed from {opensOn} on.",
    }),
    'Another specialization has the key "{key}". Choose another one.': msg({
      message: 'Another specialization has the key "{key}". Choose another one.',
    }),
  },
  sentences: {
    "A company applies for itself.": msg`A company applies for itself.`,
    "It is decided or was taken back already.": msg`It is decided or was taken back already.`,
    "There is a badge of what is held today, and this is not.": msg`There is a badge of what is held today, and this is not.`,
    "Every company would hold it, even with nothing at all. Ask for more.": msg`Every company would hold it, even with nothing at all. Ask for more.`,
    "No company could ever hold it: the parts give fewer points than are asked for. Ask for fewer.": msg`No company could ever hold it: the parts give fewer points than are asked for. Ask for fewer.`,
    "Few could read this text on this background. Choose a lighter or a darker one.": msg`Few could read this text on this background. Choose a lighter or a darker one.`,
    "Not everything that is asked is there. Say why it is awarded all the same.": msg`Not everything that is asked is there. Say why it is awarded all the same.`,
    "Name it.": msg`Name it.`,
    "Say what is asked for.": msg`Say what is asked for.`,
  },
  problems: {
    "key-taken": msg`Another specialization has this key. Choose another one.`,
    "specialization-closed": msg`It cannot be applied for at the moment.`,
    "held-already": msg`Your company holds it. It can be renewed when its end is near.`,
    "applied-already": msg`Your company has applied for it already, and nobody has decided yet.`,
    "not-held": msg`It is not held any more: it has ended or was revoked.`,
  },
});
