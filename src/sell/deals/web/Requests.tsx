import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import { Timeline, type TimelineItem } from "#ui/page/Timeline.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { DealDetail } from "../contract.ts";

/** What the partner asked for and said after the approval: more time, how it ended, and what the vendor answered. */
export function Requests({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const items = [...deal.extensions.map(extensionItem), ...deal.outcomes.map(outcomeItem)].toSorted(
    (one, other) => other.at.localeCompare(one.at),
  );
  if (items.length === 0) return null;
  return (
    <Section title={t`Asked of the vendor`}>
      <Timeline items={items} />
    </Section>
  );
}

function extensionItem(one: DealDetail["extensions"][number]): TimelineItem {
  const what =
    one.granted === null ? (
      <Trans>More time: waits for the vendor</Trans>
    ) : one.granted ? (
      <Trans>
        More time: granted until <DateTime value={one.until} brief />
      </Trans>
    ) : (
      <Trans>More time: not granted</Trans>
    );
  return {
    id: one.id,
    at: one.requestedAt,
    who: one.requestedBy ?? undefined,
    what,
    note: one.note ?? one.reason,
    tone: one.granted === null ? "warn" : one.granted ? "good" : "bad",
  };
}

function outcomeItem(one: DealDetail["outcomes"][number]): TimelineItem {
  const said =
    one.outcome === "won" ? (
      <Trans>
        Won at <Money value={one.value} /> on <DayText value={one.closedOn} />
      </Trans>
    ) : (
      <Trans>
        Lost on <DayText value={one.closedOn} />
      </Trans>
    );
  return {
    id: one.id,
    at: one.proposedAt,
    who: one.proposedBy ?? undefined,
    what: (
      <>
        {said}: <Answer accepted={one.accepted} />
        {one.documents.length > 0 && ` (${one.documents.map(({ name }) => name).join(", ")})`}
      </>
    ),
    note: one.note ?? one.reason ?? undefined,
    tone: one.accepted === null ? "warn" : one.accepted ? "good" : "bad",
  };
}

function Answer({ accepted }: { accepted: boolean | null }) {
  if (accepted === null) return <Trans>waits for the vendor</Trans>;
  return accepted ? <Trans>confirmed</Trans> : <Trans>not confirmed</Trans>;
}
