import { useLingui } from "@lingui/react/macro";
import { Status } from "#ui/text/Status.tsx";
import type { ImportProblem } from "../contract.ts";

/** Whether a row is left out for it, or taken all the same. */
export function Severity({ severity }: Pick<ImportProblem, "severity">) {
  const { t } = useLingui();
  return severity === "error" ? (
    <Status tone="bad">{t`Error`}</Status>
  ) : (
    <Status tone="warn" hollow>{t`Warning`}</Status>
  );
}

/** True where some rows are left out and others taken all the same, so that it has to be said of each. */
export function isMixed(groups: readonly Pick<ImportProblem, "severity">[]): boolean {
  return new Set(groups.map(({ severity }) => severity)).size > 1;
}
