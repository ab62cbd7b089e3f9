import { Trans, useLingui } from "@lingui/react/macro";
import { IconMoodConfuzed } from "@tabler/icons-react";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ProblemError } from "#ui/api/problem.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";

/** A page broke: say so in its place and leave the rest standing. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  if (error instanceof ProblemError) return <ErrorState problem={error} retry={reset} />;
  const action = { label: t`Load the page again`, onClick: () => window.location.reload() };
  return (
    <EmptyState icon={IconMoodConfuzed} title={t`This page broke`} action={action}>
      <Trans>
        Nothing that you saved is lost. Load the page again; if it breaks again, tell support what you did and
        this:
      </Trans>{" "}
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </EmptyState>
  );
}
