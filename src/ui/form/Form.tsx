import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { ErrorState } from "../feedback/ErrorState.tsx";
import classes from "./form.module.css";
import type { EndpointForm } from "./useEndpointForm.ts";

interface FormProps<Values> {
  form: EndpointForm<Values>;
  /** The verb on the button: `Create partner`. */
  submit: string;
  /** Beside the button: what happens next, how long it takes. */
  next?: ReactNode;
  /** A way out without sending. */
  onCancel?: (() => void) | undefined;
  danger?: boolean;
  /** For what is there already: there is nothing to send before something was changed. */
  edits?: boolean;
  children: ReactNode;
}

/** The frame of a form: fields, what was refused, one button, and what happens next. */
export function Form<Values>(props: FormProps<Values>) {
  const { form, submit, next, onCancel, danger = false, edits = false, children } = props;
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.refusals > 0 && element.current) firstRefused(element.current)?.focus();
  }, [form.refusals]);

  return (
    <form ref={element} onSubmit={form.submit} noValidate className={classes.form}>
      {form.fromDraft && (
        <p className={classes.draft}>
          <Trans>This is what you typed the last time.</Trans>{" "}
          <button type="button" className={classes.draftReset} onClick={form.reset}>
            <Trans>Start over</Trans>
          </button>
        </p>
      )}
      <div className={classes.fields}>{children}</div>
      {form.problem && <ErrorState problem={form.problem} inline />}
      <div className={classes.foot}>
        <Button
          type="submit"
          loading={form.submitting}
          disabled={edits && !form.changed}
          {...(danger && { color: "red" })}
        >
          {submit}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel} disabled={form.submitting}>
            <Trans>Cancel</Trans>
          </Button>
        )}
        {next && <span className={classes.next}>{next}</span>}
      </div>
    </form>
  );
}

/** The first field that is refused; a group of choices is known by the sentence below it. */
function firstRefused(form: HTMLFormElement): HTMLElement | null | undefined {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field) return field;
  const group = form.querySelector(".mantine-InputWrapper-error")?.parentElement;
  return group?.querySelector<HTMLElement>("input, button");
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
