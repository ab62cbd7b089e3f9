import { z } from "zod";
import { setUp } from "#ecosystem/vendors/contract.ts";
import { closeSetup, createVendor } from "#ecosystem/vendors/index.ts";
import { fromZod } from "#platform/http/problems.ts";
import { type Command, text } from "./command.ts";
import { onInstallation } from "./installed.ts";
import { askPassword } from "./terminal.ts";

/** What the first visit asks for, but for its token: who stands at the console needs none. */
const Wanted = z.object({ ...setUp.body.shape }).omit({ token: true });

export const vendorCreate: Command = {
  name: "vendor create",
  usage:
    "--name NAME --currency EUR [--timezone Europe/Berlin] [--language de] --admin-name NAME --admin-email EMAIL [--password-file FILE]",
  summary: "Make a vendor and its first administrator.",
  details: [
    "--name           The company's name",
    "--currency       ISO 4217 code in which it pays, such as EUR; it cannot be changed later",
    "--timezone       IANA zone of its calendar: days, months and quarters are counted in it (UTC unless told)",
    "--language       In which it writes its own texts, and to people who chose none: en, de or ar (en unless told)",
    "--admin-name     Who the first administrator is",
    "--admin-email    What they sign in with; somebody who can sign in already keeps their password",
    "--password-file  Where the password stands, - for the standard input; asked for on the terminal unless told",
  ],
  options: {
    name: text,
    currency: text,
    timezone: text,
    language: text,
    "admin-name": text,
    "admin-email": text,
    "password-file": text,
  },
  words: 0,
  async run(given) {
    const asked = {
      vendorName: given.needed("name"),
      currency: given.needed("currency").toUpperCase(),
      timezone: given.text("timezone") ?? "UTC",
      locale: given.text("language"),
      name: given.needed("admin-name"),
      email: given.needed("admin-email"),
      password: await askPassword(given.text("password-file")),
    };
    const checked = Wanted.safeParse(asked);
    if (!checked.success) throw fromZod(checked.error, "body");
    const { vendorName, currency, timezone, locale, ...admin } = checked.data;
    await onInstallation(async ({ hanse }) => {
      await createVendor(hanse.door, { name: vendorName, currency, timezone, locale, admin });
      // An installation that has a vendor needs no first visit any more.
      await closeSetup(hanse.ownerPool);
    });
    console.log(`${vendorName} is there. ${admin.email} signs in as its administrator.`);
    return 0;
  },
};
