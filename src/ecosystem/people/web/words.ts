import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";
import type { Role } from "../roles.ts";

/** What a role is called, and in a sentence what it may do. */
export const roleWords: Readonly<Record<Role, { name: MessageDescriptor; may: MessageDescriptor }>> = {
  "vendor-admin": {
    name: msg`Administrator`,
    may: msg`Settings, people, partners and plans; releases payouts that finance made. Runs no plan and pays nobody.`,
  },
  "channel-manager": {
    name: msg`Channel manager`,
    may: msg`Partners, deals and imports; drafts plans and invites a partner's first administrator.`,
  },
  finance: {
    name: msg`Finance`,
    may: msg`Runs plans, closes statements, makes payout batches and records what was paid.`,
  },
  "finance-controller": {
    name: msg`Finance controller`,
    may: msg`Releases payout batches that somebody else made, and records what was paid.`,
  },
  "direct-seller": {
    name: msg`Direct seller`,
    may: msg`Their own deals, customers and products. No partner's deal and no money.`,
  },
  "partner-admin": {
    name: msg`Partner administrator`,
    may: msg`Everything of the company: its deals, its money and who of its people may do what.`,
  },
  "partner-seller": {
    name: msg`Partner seller`,
    may: msg`The company's deals. The money only together with the role Partner earnings.`,
  },
  "partner-earnings": {
    name: msg`Partner earnings`,
    may: msg`Sees what the company earns, its statements and what was paid.`,
  },
};

teachWords({
  sentences: {
    "Write the person's name.": msg`Write the person's name.`,
    "Write your name.": msg`Write your name.`,
    "Write an e-mail address such as name@example.com.": msg`Write an e-mail address such as name@example.com.`,
    "Use at least 10 characters.": msg`Use at least 10 characters.`,
    "Use at most 128 characters.": msg`Use at most 128 characters.`,
    "Choose at least one role.": msg`Choose at least one role.`,
    "Choose a password of at least 10 characters.": msg`Choose a password of at least 10 characters.`,
    "Name the key after what it is for.": msg`Name the key after what it is for.`,
    "Choose a day that is still to come.": msg`Choose a day that is still to come.`,
    "This invitation was used, taken back or has expired. Ask for a new one.": msg`This invitation was used, taken back or has expired. Ask for a new one.`,
    "The vendor's side makes a partner's administrators; they invite their own people.": msg`The vendor's side makes a partner's administrators; they invite their own people.`,
  },
  titles: {
    "last-administrator": msg`Somebody has to stay administrator`,
    "version-mismatch": msg`Somebody changed this in the meantime`,
  },
  problems: {
    "last-administrator": msg`They are the only administrator. Make somebody else one first.`,
    "version-mismatch": msg`Somebody else changed this in the meantime. Look again.`,
    "sign-in-first": msg`This address has a sign-in already. Sign in with it, then open the link again.`,
  },
});
