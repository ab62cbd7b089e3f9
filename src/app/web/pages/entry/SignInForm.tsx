import { useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { keepEmail, keptEmail } from "../../session/kept.ts";
import { type SignInAnswer, signIn } from "../../session/signIn.ts";
import classes from "../pages.module.css";

interface SignInFormProps {
  /** The address, where only this one will do. */
  email?: string;
  /** The verb on the button. */
  submit: string;
  /** Goes on after signing in; false where the sign-in opens nothing. */
  onIn: () => Promise<boolean>;
}

/** Address and password, and in words what is wrong with them. */
export function SignInForm({ email: only, submit, onIn }: SignInFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState(only ?? keptEmail);
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

  async function send(event: FormEvent) {
    event.preventDefault();
    if (email.trim() === "" || password === "") return setAnswer("incomplete");
    setBusy(true);
    setAnswer(null);
    const next = await signIn(email.trim(), password);
    if (next === "in") keepEmail(email.trim());
    const opened = next === "in" && (await onIn());
    setBusy(false);
    if (opened) return;
    setAnswer(next === "in" ? "nowhere" : next);
    passwordField.current?.select();
  }

  return (
    <form onSubmit={send} className={classes.form} noValidate>
      <TextInput
        label={t`E-mail address`}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus={email === ""}
        value={email}
        readOnly={only !== undefined}
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
        aria-invalid={answer && errors[answer] ? true : undefined}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          setAnswer(null);
        }}
        visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
        required
        withAsterisk={false}
      />
      <Button type="submit" loading={busy} fullWidth>
        {submit}
      </Button>
    </form>
  );
}
