import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { FactSentence } from "./sentences.ts";
import { AskedTierWords, DecidedTierWords, MeasuredWords } from "./TierWords.tsx";
import { usePlanWords } from "./words.ts";

/** Whose line it is, by the ids under which the reader finds them. */
export interface About {
  partnerId: string;
  /** Null where the reader sees the line and no longer the deal. */
  opportunityId: string | null;
  /** As it is called now; a receipt of what was taken back names it by its number alone. */
  opportunityName: string;
  planId: string;
}

interface FactWordsProps {
  sentence: FactSentence;
  about: About;
}

/** One sentence of a receipt, in the reader's language, with links to whom and what it names. */
export function FactWords({ sentence, about }: FactWordsProps): ReactNode {
  const words = usePlanWords();
  switch (sentence.code) {
    case "earning": {
      const { amount, beneficiary, currency, entry, label, period } = sentence.params;
      return (
        <Trans>
          {words.entry(entry, label)} of <Money value={{ amount, currency }} /> for{" "}
          <RecordLink noun="partner" id={about.partnerId}>
            {beneficiary}
          </RecordLink>
          , booked in <MonthText value={period} />.
        </Trans>
      );
    }
    case "plan":
      return <PlanWords {...sentence.params} planId={about.planId} />;
    case "opportunity":
      return <OpportunityWords {...sentence.params} opportunityId={about.opportunityId} />;
    case "shared":
      return <SharedWords {...sentence.params} />;
    case "reference":
      return <ReferenceWords externalId={sentence.params.externalId} about={about} />;
    case "above":
      return <AboveWords {...sentence.params} />;
    case "pay-basis": {
      const { kind, reason } = sentence.params;
      if (kind === "opening-import")
        return <Trans>It earns because an opening import brought it: “{reason}”</Trans>;
      if (kind === "registration")
        return <Trans>It earns because its registration was approved: “{reason}”</Trans>;
      return <Trans>It earns because it was entered on the partner’s behalf: “{reason}”</Trans>;
    }
    case "tier":
      return <TierWords {...sentence.params} />;
    case "tier-decided":
      return <DecidedTierWords {...sentence.params} />;
    case "tier-asked":
      return <AskedTierWords {...sentence.params} />;
    case "tier-measured":
      return <MeasuredWords {...sentence.params} />;
    case "tier-unreviewed": {
      const { ladder, level, stood } = sentence.params;
      if (stood)
        return (
          <Trans>
            Tier {level} ({ladder}): a posted run has used it, so it stands for the quarter.
          </Trans>
        );
      return (
        <Trans>
          Tier {level} ({ladder}), where everyone starts: no review has decided yet.
        </Trans>
      );
    }
    case "hold": {
      const { days, heldThrough, releasedOn, zone } = sentence.params;
      return (
        <Trans>
          Held for {days} days from the day of close, through <DayText value={heldThrough} />. Released on{" "}
          <DayText value={releasedOn} /> at 00:00 ({zone}).
        </Trans>
      );
    }
    case "no-hold":
      return <Trans>Not held: released as soon as it is posted.</Trans>;
  }
}

type Params<Code extends FactSentence["code"]> = Extract<FactSentence, { code: Code }>["params"];

function PlanWords({ plan, version, planId }: Params<"plan"> & { planId: string }) {
  const href = useRecordHref()("plan", planId);
  const name = href === undefined ? plan : <AppLink to={`${href}?version=${version}`}>{plan}</AppLink>;
  return (
    <Trans>
      By the plan {name}, version {version}.
    </Trans>
  );
}

function OpportunityWords(params: Params<"opportunity"> & Pick<About, "opportunityId">) {
  const { closedOn, currency, externalId, name, owner, value, opportunityId } = params;
  const reference = externalId === null ? name : `${name} (${externalId})`;
  if (owner === null)
    return (
      <Trans>
        <RecordLink noun="opportunity" id={opportunityId}>
          {reference}
        </RecordLink>{" "}
        closed on <DayText value={closedOn} /> with a value of <Money value={{ amount: value, currency }} />.
      </Trans>
    );
  return (
    <Trans>
      <RecordLink noun="opportunity" id={opportunityId}>
        {reference}
      </RecordLink>{" "}
      closed on <DayText value={closedOn} /> with a value of <Money value={{ amount: value, currency }} />.
      Its owner is {owner}.
    </Trans>
  );
}

function SharedWords({ participant, share, shares, signedOn }: Params<"shared">) {
  const format = useFormat();
  const all = shares.map((one) => format.share(one, 2)).join(" · ");
  return (
    <Trans>
      {format.share(share, 2)} of it counts for {participant}, by the split signed on{" "}
      <DayText value={signedOn} />. Its shares are {all}, in this order.
    </Trans>
  );
}

function ReferenceWords({ externalId, about }: Params<"reference"> & { about: About }) {
  const { opportunityId, opportunityName } = about;
  const reference = opportunityName ? `${opportunityName} (${externalId})` : externalId;
  return (
    <Trans>
      It concerns the opportunity{" "}
      <RecordLink noun="opportunity" id={opportunityId}>
        {reference}
      </RecordLink>
      .
    </Trans>
  );
}

function AboveWords({ edge, owner, parent }: Params<"above">) {
  if (edge === "owns")
    return (
      <Trans>
        {parent} owns {owner}.
      </Trans>
    );
  if (edge === "distributes to")
    return (
      <Trans>
        {parent} distributes to {owner}.
      </Trans>
    );
  return (
    <Trans>
      {parent} is the master agent of {owner}.
    </Trans>
  );
}

function TierWords({ basis, bound, currency, from, how, ladder, level, through }: Params<"tier">) {
  const format = useFormat();
  const [start, end] = [format.day(from), format.day(through)];
  if (how === "base") {
    return (
      <Trans>
        Tier {level} ({ladder}), where everyone starts: no won close value from {start} through {end}.
      </Trans>
    );
  }
  const won = format.money({ amount: basis, currency });
  const stands = how === "stood" && <Trans>A posted run has used it, so it stands for the quarter.</Trans>;
  if (bound === null) {
    return (
      <Trans>
        Tier {level} ({ladder}): won close value of {won} from {start} through {end}, below every higher tier.{" "}
        {stands}
      </Trans>
    );
  }
  const least = format.money({ amount: bound, currency });
  return (
    <Trans>
      Tier {level} ({ladder}): won close value of {won} from {start} through {end}; {level} starts at {least}.{" "}
      {stands}
    </Trans>
  );
}
