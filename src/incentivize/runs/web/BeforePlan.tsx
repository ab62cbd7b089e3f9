import { Plural, Trans } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import type { RunRecord } from "../contract.ts";

/** Where the plan begins after wins of the month: how many earn nothing by it, and from which day on wins do. */
export function BeforePlan({ run: { plan, beforePlan } }: { run: RunRecord }) {
  const { can } = useReader();
  if (beforePlan === null) return null;
  const begins = <DayText value={beforePlan.begins} />;
  return (
    <Note
      tone="warn"
      title={
        <Trans>
          {plan.name} begins on {begins}:{" "}
          <Plural
            value={beforePlan.wins}
            one="# win of this month closed before and earns nothing by it"
            other="# wins of this month closed before and earn nothing by it"
          />
        </Trans>
      }
    >
      {can("plan.publish") ? (
        <Trans>
          If they should earn, publish a version of the plan that is effective from an earlier day.
        </Trans>
      ) : (
        <Trans>
          If they should earn, ask an administrator for a version of the plan that is effective from an
          earlier day.
        </Trans>
      )}
    </Note>
  );
}
