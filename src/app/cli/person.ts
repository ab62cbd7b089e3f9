import { password as passwordRule } from "#ecosystem/people/contract.ts";
import { replacePassword } from "#platform/auth/sign-in.ts";
import { Problem } from "#platform/problem.ts";
import { type Command, text } from "./command.ts";
import { onInstallation } from "./installed.ts";
import { askPassword } from "./terminal.ts";

export const personPassword: Command = {
  name: "person password",
  usage: "--email EMAIL [--password-file FILE]",
  summary: "Give somebody who forgot it another password.",
  details: [
    "--email          What they sign in with",
    "--password-file  Where the new password stands, - for the standard input; asked for on the terminal unless told",
    "All their sessions end. They can change it in their profile once they are in; their API keys go on working.",
  ],
  options: { email: text, "password-file": text },
  words: 0,
  async run(given) {
    const email = given.needed("email");
    const wanted = passwordRule.safeParse(await askPassword(given.text("password-file")));
    if (!wanted.success) {
      const [issue] = wanted.error.issues;
      throw new Problem({ status: 422, type: "invalid", detail: issue?.message ?? "Use another password." });
    }
    const done = await onInstallation(({ hanse }) => replacePassword(hanse.ownerPool, email, wanted.data));
    if (!done) {
      throw new Problem({
        status: 404,
        type: "nobody",
        detail: `Nobody signs in with the address ${email}.`,
      });
    }
    console.log(`${email} signs in with the new password from now on. Their sessions have ended.`);
    return 0;
  },
};
