import { useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import type { Touchpoint } from "../contract.ts";

/** Who did it, when, with whom and for what. */
export function TouchpointFacts({ touchpoint }: { touchpoint: Touchpoint }) {
  const { t } = useLingui();
  return (
    <Section title={t`What it was`}>
      <Facts facts={useFacts(touchpoint)} columned />
    </Section>
  );
}

function useFacts(touchpoint: Touchpoint): Fact[] {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const { about, partner, countsFor } = touchpoint;
  const nouns = { deal: t`Registration`, opportunity: t`Deal`, account: t`Customer` };
  const facts: (Fact | false)[] = [
    { label: nouns[about.kind], value: about.name, to: href(about.kind, about.id) },
    side === "vendor" && { label: t`Partner`, value: partner.name, to: href("partner", partner.id) },
    { label: t`Day`, value: <DayText value={touchpoint.occurredOn} /> },
    { label: t`With whom`, value: touchpoint.withWhom },
    {
      label: t`Logged`,
      value: <DateTime value={touchpoint.recordedAt} />,
      hint: touchpoint.recordedBy,
    },
    touchpoint.decidedAt !== null && {
      label: touchpoint.state === "confirmed" ? t`Confirmed` : t`Contested`,
      value: <DateTime value={touchpoint.decidedAt} />,
      hint: touchpoint.decidedBy,
    },
    countsFor !== null && {
      label: t`Counts for`,
      value: countsFor.name,
      to: href("opportunity", countsFor.id),
    },
  ];
  return facts.filter((fact) => fact !== false);
}
