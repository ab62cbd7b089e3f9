import { Trans, useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { AuthLayout } from "#ui/shell/AuthLayout.tsx";
import { keepEmail, keptEmail } from "../session/kept.ts";
import { useSessionActs } from "../session/session.ts";
import { type SignInAnswer, signIn } from "../session/signIn.ts";
import classes from "./pages.module.css";

/** Takes the place of any page until somebody is signed in; then that page opens, since the address stayed. */
export function SignInPage() {
  const { t } = useLingui();
  const { begin } = useSessionActs();
  const [email, setEmail] = useState(keptEmail);
  const [password, setPassword] = useState("");
  const [answer, setAnswer] = useState<SignInAnswer | "incomplete" | "nowhere" | null>(null);
  const [busy, setBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);

  const incomplete = answer === "incomplete";
  const errors: Readonly<Record<string, string>> = {
    ...(password === "" && { incomplete: t`Write your password.` }),
    refused: t`This address and this password do not belong together.`,
    "too-many": t`Too many tries. Wait a minute and try again.`,
    nowhere: t`This sign-in is right but no longer opens anything. Ask whoever invited you.`,
    unreachable: t`The server did not answer. Check the connection and try again.`,
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (email.trim() === "" || password === "") return setAnswer("incomplete");
    setBusy(true);
    setAnswer(null);
    const next = await signIn(email.trim(), password);
    if (next === "in") {
      keepEmail(email.trim());
      if (window.location.pathname === "/sign-in") window.history.replaceState(null, "", "/");
    }
    const opened = next === "in" && (await begin());
    setBusy(false);
    if (opened) return;
    setAnswer(next === "in" ? "nowhere" : next);
    passwordField.current?.select();
  }

  return (
    <AuthLayout title={t`Sign in`}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={t`E-mail address`}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus={email === ""}
          value={email}
          error={incomplete && email.trim() === "" ? t`Write your e-mail address.` : undefined}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <PasswordInput
          ref={passwordField}
          label={t`Password`}
          name="password"
          autoComplete="current-password"
          autoFocus={email !== ""}
          value={password}
          error={answer ? errors[answer] : undefined}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setAnswer(null);
          }}
          visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>Sign in</Trans>
        </Button>
      </form>
    </AuthLayout>
  );
}
