import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { acceptInvitation } from "#ecosystem/people/contract.ts";
import { call } from "#ui/api/call.ts";
import { ProblemError } from "#ui/api/problem.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { keepMembership } from "../../session/kept.ts";
import { useSessionActs } from "../../session/session.ts";
import { SignInForm } from "./SignInForm.tsx";

interface SignInToAcceptProps {
  token: string;
  email: string;
}

/** Somebody who has a sign-in already uses it, and with it accepts. */
export function SignInToAccept({ token, email }: SignInToAcceptProps) {
  const { t } = useLingui();
  const { begin } = useSessionActs();
  const [problem, setProblem] = useState<ProblemError | null>(null);

  async function accept(): Promise<boolean> {
    try {
      const { membershipId } = await call(acceptInvitation, { body: { token } });
      keepMembership(membershipId);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      return true;
    }
    window.history.replaceState(null, "", "/");
    return begin();
  }

  return (
    <>
      <p>
        <Trans>This address has a sign-in already. With it you accept.</Trans>
      </p>
      {problem && <ErrorState problem={problem} inline />}
      <SignInForm email={email} submit={t`Sign in and accept`} onIn={accept} />
    </>
  );
}
