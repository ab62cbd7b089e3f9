import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import { Timeline, type TimelineItem } from "#ui/page/Timeline.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import type { DealDetail } from "../../contract.ts";

/** What was asked and answered. */
export function Questions({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  if (deal.questions.length === 0) return null;
  const items = deal.questions.toReversed().map(
    (one): TimelineItem => ({
      id: one.id,
      at: one.askedAt,
      who: one.askedBy ?? undefined,
      what: one.question,
      tone: one.answer === null ? "warn" : "good",
      ...(one.answer !== null && { note: one.answer }),
    }),
  );
  const open = deal.questions.find(({ answeredAt }) => answeredAt === null);
  return (
    <Section
      title={t`Questions and answers`}
      {...(open && {
        note: (
          <Trans>
            The partner answers until <DateTime value={open.dueAt} />. Our clock stands meanwhile.
          </Trans>
        ),
      })}
    >
      <Timeline items={items} />
    </Section>
  );
}
