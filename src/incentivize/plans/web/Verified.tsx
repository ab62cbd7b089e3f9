import { Trans } from "@lingui/react/macro";
import { Code, Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Explanation } from "../wire.ts";

/** Whether the receipt, computed again from its facts, came out the same. */
export function VerifiedStatus({ verified }: { verified: boolean }) {
  return verified ? (
    <Status tone="good">
      <Trans>Recomputed, the same to the byte</Trans>
    </Status>
  ) : (
    <Status tone="bad">
      <Trans>Recomputed, and it differs</Trans>
    </Status>
  );
}

const command = "npx hanse verify receipt FILE";

/** The receipt's digest, and how anyone checks it without us. */
export function VerifyYourself({ digest, verified }: Pick<Explanation, "digest" | "verified">) {
  return (
    <Sentences>
      <VerifiedStatus verified={verified} />
      <Trans>
        Digest of the receipt (SHA-256): <Code>{digest}</Code>
      </Trans>
      <Trans>
        To check it without us, save the receipt and run <Code>{command}</Code>
      </Trans>
    </Sentences>
  );
}
