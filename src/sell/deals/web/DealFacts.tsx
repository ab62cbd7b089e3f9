import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { DealDetail } from "../contract.ts";
import { DaysGivenWords } from "./DaysGivenWords.tsx";
import { DealClock, isTimed, ProtectionLeft } from "./DealClock.tsx";
import { useDealWords } from "./dealWords.ts";
import { useNextStep } from "./nextStep.ts";

/** What matters at a glance: whose turn it is, how long it is protected, where the sale is. */
export function DealFacts({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const words = useDealWords();
  const nextStep = useNextStep();
  const { protection, opportunity } = deal;
  const next = nextStep(deal);
  const ended = deal.closedAs === null ? undefined : deal.closedAs === "won" ? t`was won` : t`was lost`;
  const facts: (Fact | false)[] = [
    side === "vendor" && {
      label: t`Partner`,
      value: deal.partner.name,
      to: href("partner", deal.partner.id),
    },
    { label: t`Value`, value: <Money value={deal.value} /> },
    isTimed(deal) && {
      label: t`Whose turn`,
      value: <DealClock deal={deal} />,
      hint: deal.answerDueAt !== null && deal.decisionDueAt !== null && (
        <Trans>
          decision by <DateTime value={deal.decisionDueAt} brief />
        </Trans>
      ),
    },
    protection !== null && {
      label: t`Protection`,
      value:
        deal.state === "approved" ? (
          <Trans>
            <ProtectionLeft deal={deal} /> left
          </Trans>
        ) : (
          <Trans>Over</Trans>
        ),
      hint: (
        <Trans>
          {words.protections[protection.kind]}, <DateTime value={protection.from} brief /> until{" "}
          <DateTime value={protection.until} brief />
        </Trans>
      ),
    },
    deal.protectionDays !== null && {
      label: t`Days of protection`,
      value: <Plural value={deal.protectionDays.days} one="# day" other="# days" />,
      hint: <DaysGivenWords given={deal.protectionDays} />,
    },
    opportunity !== null && {
      label: side === "partner" ? t`Deal` : t`Opportunity`,
      value: opportunity.name,
      to: href("opportunity", opportunity.id),
      hint: ended,
    },
    { label: t`Expected close`, value: deal.expectedCloseOn && <DayText value={deal.expectedCloseOn} /> },
    opportunity === null && ended !== undefined && { label: t`Deal`, value: ended },
    !isTimed(deal) && next !== null && { label: t`Next step`, value: next },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}
