import { Trans, useLingui } from "@lingui/react/macro";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { useEngagementWords } from "../../engagement/web/index.tsx";
import type { DealDetail } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";

/** What was decided, why, and by which rules; nothing before it was told. */
export function Decided({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const words = useDealWords();
  const { benefit, given } = useEngagementWords();
  const { decision, protection } = deal;
  if (decision === null) return null;
  const facts: (Fact | false)[] = [
    decision.reasonKey !== null && { label: t`Reason`, value: words.reason(decision.reasonKey) },
    decision.reason !== null && {
      label: decision.reasonKey === null ? t`Note` : t`In words`,
      value: decision.reasonKey === null ? decision.reason : given(decision.reasonKey, decision.reason),
    },
    decision.benefit !== null && { label: t`What it gives you`, value: benefit(decision.benefit) },
    protection !== null && {
      label: t`Protection`,
      value: (
        <Trans>
          {words.protections[protection.kind]}, for {protection.series.join(", ")}
        </Trans>
      ),
      hint: (
        <Trans>
          from <DateTime value={protection.from} brief /> until <DateTime value={protection.until} brief />
        </Trans>
      ),
    },
    {
      label: t`Rules`,
      value: t`Rules of engagement, version ${decision.rulesVersion}`,
      to: `/rules-of-engagement?version=${decision.rulesVersion}`,
    },
  ];
  return (
    <Section title={t`Decision`} note={<DateTime value={decision.decidedAt} />}>
      <Facts facts={facts.filter((fact) => fact !== false)} stacked />
    </Section>
  );
}
