import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as vendors from "#ecosystem/vendors/contract.ts";
import type { Caller } from "../caller.ts";

/** The vendor's colours, logo and name on pages and mails. */
export async function showBrand(admin: Caller, folder: string): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    const content = await readFile(join(folder, `ferrum-${scheme}.png`), "base64");
    await admin.call(vendors.setLogo, { params: { scheme }, body: { content } });
  }
  const { version } = await admin.call(vendors.getSettings);
  await admin.call(vendors.changeSettings, {
    ifMatch: version,
    body: {
      productName: "Ferrum Partner Hub",
      accentColour: "#a8431f",
      accentColourDark: "#f0875c",
      mailSenderName: "Ferrum Partner Team",
      mailReplyTo: "partners@hanse.example",
    },
  });
}
