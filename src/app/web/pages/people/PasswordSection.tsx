import { Trans, useLingui } from "@lingui/react/macro";
import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { password as passwordRule } from "#ecosystem/people/contract.ts";
import { notifyDone } from "#ui/feedback/notify.ts";
import { NewSecretField } from "#ui/form/NewSecretField.tsx";
import { Section } from "#ui/page/Section.tsx";
import { changePassword, type PasswordAnswer } from "../../session/changePassword.ts";
import classes from "../pages.module.css";

/** Another password for one's own sign-in, for all companies in which one is a member. */
export function PasswordSection() {
  const { t } = useLingui();
  const [current, setCurrent] = useState("");
  const [wanted, setWanted] = useState("");
  const [answer, setAnswer] = useState<PasswordAnswer | "incomplete" | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (current === "") return setAnswer("incomplete");
    if (!passwordRule.safeParse(wanted).success) return setAnswer("unfit");
    setBusy(true);
    const next = await changePassword(current, wanted);
    setBusy(false);
    setAnswer(next);
    if (next !== "done") return;
    setCurrent("");
    setWanted("");
    notifyDone(t`Password changed`);
  }

  return (
    <Section
      title={t`Password`}
      note={<Trans>Of your sign-in. Where else you are signed in, you sign in again with the new one.</Trans>}
    >
      <form onSubmit={send} className={classes.form} noValidate>
        <PasswordInput
          label={t`Present password`}
          name="current-password"
          autoComplete="current-password"
          value={current}
          error={currentError()}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
            setAnswer(null);
          }}
          visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
        />
        <NewSecretField
          name="new-password"
          label={t`New password`}
          optional={false}
          value={wanted}
          error={answer === "unfit" ? t`Use 10 to 128 characters.` : undefined}
          onChange={(value) => {
            setWanted(value);
            setAnswer(null);
          }}
          onBlur={() => {}}
        />
        <Button
          type="submit"
          loading={busy}
          disabled={current === "" && wanted === ""}
          className={classes.act}
        >
          <Trans>Change the password</Trans>
        </Button>
      </form>
    </Section>
  );

  function currentError(): string | undefined {
    switch (answer) {
      case "incomplete":
        return t`Write your present password.`;
      case "wrong":
        return t`This is not your present password.`;
      case "too-many":
        return t`Too many tries. Wait a minute and try again.`;
      case "unreachable":
        return t`The server did not answer. Check the connection and try again.`;
      default:
        return undefined;
    }
  }
}
