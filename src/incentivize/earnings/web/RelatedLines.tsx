import { Trans, useLingui } from "@lingui/react/macro";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Working } from "#ui/sum/Working.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { usePlanWords } from "../../plans/web/index.tsx";
import type { Earning, EarningRecord } from "../contract.ts";

/** The lines of one win for one beneficiary: what was booked first, what later took from it or added, and the net. */
export function RelatedLines({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  if (earning.related.length === 0) return null;
  const family = [...earning.related, earning].sort((one, other) => (one.id < other.id ? -1 : 1));
  const title = t`Lines of the same win`;
  return (
    <Section title={title}>
      <Working
        label={title}
        lines={[
          ...family.map((line) => ({
            id: line.id,
            label: <LineName line={line} isThis={line.id === earning.id} />,
            result: <Money value={line.amount} />,
          })),
          { id: "net", label: t`Net`, result: <Money value={earning.net} />, kind: "result" as const },
        ]}
      />
    </Section>
  );
}

/** What was taken back of the win, when and why: where a reversal has its amount from. */
export function TakenBack({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  if (earning.reversals.length === 0) return null;
  const title = t`Taken back of the win`;
  return (
    <Section title={title}>
      <Working
        label={title}
        lines={earning.reversals.map(({ day, amount, reason }, index) => ({
          id: `${index}`,
          label: (
            <Trans>
              <DayText value={day} />: {reason}
            </Trans>
          ),
          result: <Money value={amount} />,
        }))}
      />
    </Section>
  );
}

function LineName({ line, isThis }: { line: Earning; isThis: boolean }) {
  const words = usePlanWords();
  const what = words.entry(line.entry, line.label);
  const month = <MonthText value={line.period} short />;
  if (isThis) return <Trans>This line, {month}</Trans>;
  return (
    <RecordLink noun="earning" id={line.id}>
      <Trans>
        {what}, {month}
      </Trans>
    </RecordLink>
  );
}
