import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ProblemError } from "../api/problem.ts";
import { titleOf } from "../i18n/serverWords.ts";

interface ProblemWords {
  title: MessageDescriptor;
  todo: MessageDescriptor;
}

const noAnswer: ProblemWords = {
  title: msg`No answer came`,
  todo: msg`Check the connection and try again. Nothing that you typed is lost.`,
};

const byStatus: Readonly<Record<number, ProblemWords>> = {
  0: noAnswer,
  401: { title: msg`You are signed out`, todo: msg`Sign in again to go on where you were.` },
  403: {
    title: msg`Your role does not allow this`,
    todo: msg`Ask an administrator to give you the right, or go back.`,
  },
  404: {
    title: msg`There is nothing here`,
    todo: msg`It may have been moved or removed, or you may not see it. Check the address or go back.`,
  },
  409: { title: msg`Something else came first`, todo: msg`Look at how it stands now, then decide again.` },
  412: {
    title: msg`Somebody changed this in the meantime`,
    todo: msg`Load it anew to see the change, then repeat yours.`,
  },
  413: { title: msg`That is too large`, todo: msg`Send less at once.` },
  429: { title: msg`Too many requests`, todo: msg`Wait a minute, then try again.` },
  502: noAnswer,
  503: { title: msg`The server is busy or starting`, todo: msg`Try again in a moment.` },
  504: noAnswer,
};

const serverFault: ProblemWords = {
  title: msg`The server could not do this`,
  todo: msg`Try again. If it stays, tell support the code below.`,
};

const badInput: ProblemWords = {
  title: msg`This cannot be accepted`,
  todo: msg`Change what is named and send it again.`,
};

/** What to call a problem, and what to do about it; its `detail` stands between. */
export function wordsFor(problem: ProblemError): ProblemWords {
  const words = byStatus[problem.status] ?? (problem.status >= 500 ? serverFault : badInput);
  return { ...words, title: titleOf(problem.type) ?? words.title };
}
