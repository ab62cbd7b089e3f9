import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of a split that cannot be, word for word. */
teachWords({
  sentences: {
    "A split has at least two participants.": msg`A split has at least two participants.`,
    "This partner is named twice: write one share for each.": msg`This partner is named twice: write one share for each.`,
    "Whoever has a claim to the pay credit takes part: the owner of the opportunity, the holder of its registration, and all of the split in force.": msg`Whoever has a claim to the pay credit takes part: the owner of the opportunity, the holder of its registration, and all of the split in force.`,
    "A share is at least a hundredth of a percent.": msg`A share is at least a hundredth of a percent.`,
    "There is no such partner.": msg`There is no such partner.`,
    "Say what was agreed.": msg`Say what was agreed.`,
  },
  problems: {
    "nobody-to-share": msg`It belongs to no partner, so nobody has a pay credit to share.`,
    "proposed-already": msg`A split of it is proposed already. Withdraw that one first.`,
    "signed-already": msg`Your company has signed it already.`,
    "not-signed": msg`Not all participants have signed yet.`,
    "claimant-left-out": msg`Since it was proposed another partner has a claim to it, who takes no part. Withdraw it and propose another.`,
    "in-force": msg`All have signed it and it is in force; it does not change any more.`,
    over: msg`This proposal is over: it was refused or withdrawn.`,
  },
});
