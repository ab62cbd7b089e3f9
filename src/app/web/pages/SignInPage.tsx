import { Trans, useLingui } from "@lingui/react/macro";
import { AuthLayout } from "#ui/shell/AuthLayout.tsx";
import { useSessionActs } from "../session/session.ts";
import { SignInForm } from "./entry/SignInForm.tsx";

/** Takes the place of any page until somebody is signed in; then that page opens, since the address stayed. */
export function SignInPage() {
  const { t } = useLingui();
  const { begin } = useSessionActs();

  async function enter(): Promise<boolean> {
    if (window.location.pathname === "/sign-in") window.history.replaceState(null, "", "/");
    return begin();
  }

  return (
    <AuthLayout
      title={t`Sign in`}
      foot={<Trans>Password forgotten? Whoever runs this installation can give you another one.</Trans>}
    >
      <SignInForm submit={t`Sign in`} onIn={enter} />
    </AuthLayout>
  );
}
