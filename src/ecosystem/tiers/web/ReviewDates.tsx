import { Trans } from "@lingui/react/macro";
import { dayBefore } from "#ui/format/time.ts";
import { DayText } from "#ui/text/dates.tsx";

interface Dates {
  on: string;
  decidedOn: string;
  inForceFrom: string;
}

/** The three dates of a review that comes: what counts, when it is decided, from when it holds. */
export function ComingReview({ review }: { review: Dates }) {
  return (
    <Trans>
      What happens through <DayText value={dayBefore(review.on)} /> counts. It is decided on{" "}
      <DayText value={review.decidedOn} />, and the level is in force from{" "}
      <DayText value={review.inForceFrom} />.
    </Trans>
  );
}

/** The same of one that has been. */
export function PastReview({ review }: { review: Dates }) {
  return (
    <Trans>
      What had happened through <DayText value={dayBefore(review.on)} /> counted. It was decided on{" "}
      <DayText value={review.decidedOn} />, and the level is in force since{" "}
      <DayText value={review.inForceFrom} />.
    </Trans>
  );
}
