import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { ProblemError } from "../api/problem.ts";
import { detailOf } from "../i18n/serverWords.ts";
import { showNotice } from "./notices.ts";
import { wordsFor } from "./words.ts";

/** Says in a corner what was done: `Partner created`. For what the person sees change anyway, say nothing. */
export function notifyDone(message: string): void {
  showNotice({ message, autoClose: 4000, closeButtonProps: closeButton() });
}

/** Says in a corner what went wrong with an act that has no form of its own; stays until it is closed. */
export function notifyProblem(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
  const words = wordsFor(error);
  showNotice({
    title: i18n._(words.title),
    message: [detailOf(error, i18n) || i18n._(words.todo), error.status >= 500 && error.code]
      .filter(Boolean)
      .join(" · "),
    color: "red",
    autoClose: false,
    closeButtonProps: closeButton(),
  });
}

function closeButton() {
  return { "aria-label": i18n._(msg`Close`) };
}
