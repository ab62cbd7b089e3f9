import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import type { ProblemError } from "../api/problem.ts";
import { detailOf } from "../i18n/serverWords.ts";
import classes from "./feedback.module.css";
import { wordsFor } from "./words.ts";

interface ErrorStateProps {
  problem: ProblemError;
  retry?: (() => void) | undefined;
  /** As a strip above a form or a table, rather than in place of the page. */
  inline?: boolean;
}

/** A code helps where it is the server's fault; a person's own slip is said in words. */
function isOurs(problem: ProblemError): boolean {
  return problem.status >= 500;
}

/** Something wrong: what, where, what to do, and the code that support finds in the logs. */
export function ErrorState({ problem, retry, inline = false }: ErrorStateProps) {
  const { i18n } = useLingui();
  const words = wordsFor(problem);
  const detail = detailOf(problem, i18n) || i18n._(words.todo);
  return (
    <div className={inline ? classes.strip : classes.error} role="alert">
      <IconAlertTriangle size={inline ? 18 : 28} stroke={1.5} className={classes.errorIcon} aria-hidden />
      <div className={classes.errorText}>
        <p className={classes.errorTitle}>{i18n._(words.title)}</p>
        <p className={classes.errorDetail}>{detail}</p>
        {problem.detail && !inline && <p className={classes.errorTodo}>{i18n._(words.todo)}</p>}
        {problem.code && (!inline || isOurs(problem)) && (
          <p className={classes.errorCode}>
            <Trans>
              Code for support: <code>{problem.code}</code>
            </Trans>
          </p>
        )}
      </div>
      {retry && (
        <Button
          variant="default"
          size={inline ? "compact-sm" : "sm"}
          leftSection={<IconRefresh size={16} />}
          onClick={retry}
        >
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}
