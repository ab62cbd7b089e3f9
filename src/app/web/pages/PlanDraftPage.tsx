import { DraftPage } from "#incentivize/plans/web/index.tsx";
import { PostedMonthsSince } from "#incentivize/runs/web/index.tsx";

/** The next version of a plan, beside what is posted already by the ones before it. */
export function PlanDraftPage({ planId }: { planId: string }) {
  return (
    <DraftPage planId={planId} postedSince={(from) => <PostedMonthsSince planId={planId} from={from} />} />
  );
}
