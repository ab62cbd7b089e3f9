import { msg } from "@lingui/core/macro";
import { teachWords } from "#ui/i18n/serverWords.ts";

/* What the rules say of a registration that is not complete or not eligible, word for word. */
teachWords({
  sentences: {
    "Write the customer's name.": msg`Write the customer's name.`,
    "Choose the customer's country.": msg`Choose the customer's country.`,
    "Add at least one product.": msg`Add at least one product.`,
    "Say when you expect it to close.": msg`Say when you expect it to close.`,
    "This is not an address of a company's site, such as example.com.": msg`This is not an address of a company's site, such as example.com.`,
    "The expected close lies in the past. Is the draft still right?": msg`The expected close lies in the past. Is the draft still right?`,
    "Confirm that the contact knows what the data are given for.": msg`Confirm that the contact knows what the data are given for.`,
    "The notice for contacts has changed. Read it and confirm it again.": msg`The notice for contacts has changed. Read it and confirm it again.`,
    "Deals are not registered in this role.": msg`Deals are not registered in this role.`,
    "Deals with customers of this country are not registered.": msg`Deals with customers of this country are not registered.`,
    "It is a public tender already. What was registered before a tender was published stays protected; after, it is not accepted.": msg`It is a public tender already. What was registered before a tender was published stays protected; after, it is not accepted.`,
    "Write an address such as name@example.com.": msg`Write an address such as name@example.com.`,
    "Say for which partner you enter it.": msg`Say for which partner you enter it.`,
    "Say why you enter it in the partner's place.": msg`Say why you enter it in the partner's place.`,
    "An amount cannot be below zero.": msg`An amount cannot be below zero.`,
    "This is too large an amount.": msg`This is too large an amount.`,
    "Together this is too large an amount.": msg`Together this is too large an amount.`,
    "There are 1000 drafts already. Submit or discard some first.": msg`There are 1000 drafts already. Submit or discard some first.`,
    "Choose a file.": msg`Choose a file.`,
    "The file is empty.": msg`The file is empty.`,
    "Send a PDF, a picture, an office document or plain text; other kinds are not taken.": msg`Send a PDF, a picture, an office document or plain text; other kinds are not taken.`,
    "Write the answer.": msg`Write the answer.`,
    "Give a reason.": msg`Give a reason.`,
  },
  problems: {
    "too-late": msg`The time for it is over.`,
    "no-more-extensions": msg`By the rules of engagement it cannot be extended any more.`,
    "asked-already": msg`That is asked for already, and waits for the vendor.`,
    "file-too-large": msg`The file is too large. Send the part that matters.`,
    "enough-files": msg`There are enough files, or they are too large together. Take one away first.`,
    "file-in-use": msg`It shows what became of the deal, so it stays with what was said.`,
    "file-decided-on": msg`It was there when the vendor decided, so it stays.`,
    "not-open": msg`That is not open any more: look how it stands now.`,
  },
});
