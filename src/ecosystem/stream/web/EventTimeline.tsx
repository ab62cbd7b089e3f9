import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Timeline } from "#ui/page/Timeline.tsx";
import { listEvents, type StreamEvent } from "../contract.ts";
import { useEventWords } from "./eventWords.tsx";

/** As many stand beside a record without outgrowing it. */
const latest = 8;

interface EventTimelineProps {
  /** What it happened to; or everything that names a partner. */
  of: { subjectId: string } | { partnerId: string };
  /** Another record whose story is told with it: what came of it. */
  andOf?: string | null;
  /** How many of the latest are shown. */
  shown?: number;
}

/** An act that concerns several partners is an event for each of them; who may read them all reads it once. */
function isSameAct(event: StreamEvent, other: StreamEvent | undefined): boolean {
  return (
    other !== undefined &&
    event.type === other.type &&
    event.occurredAt === other.occurredAt &&
    event.subject.id === other.subject.id &&
    JSON.stringify(event.payload) === JSON.stringify(other.payload)
  );
}

/** What happened to a record, latest first: its part of the event stream, as far as the reader may see. */
export function EventTimeline({ of, andOf = null, shown = 30 }: EventTimelineProps) {
  const { t } = useLingui();
  const words = useEventWords();
  const [all, setAll] = useState(false);
  const events = useEndpoint(listEvents, { query: { ...of, limit: shown } });
  const beside = useEndpoint(
    listEvents,
    { query: { subjectId: andOf ?? "", limit: shown } },
    { enabled: andOf !== null },
  );
  return (
    <Section title={t`What happened`}>
      <Loaded query={events}>
        {({ items }) => {
          const told = [...items, ...(beside.data?.items ?? [])]
            .toSorted((one, other) => other.occurredAt.localeCompare(one.occurredAt))
            .filter((event, at, every) => !isSameAct(event, every[at - 1]));
          if (told.length === 0) {
            return <Trans>Nothing has happened here since the record was brought in.</Trans>;
          }
          return (
            <>
              <Timeline
                items={(all ? told : told.slice(0, latest)).map((event) => ({
                  id: event.id,
                  at: event.occurredAt,
                  who: event.actor.name,
                  ...words(event),
                }))}
              />
              {!all && told.length > latest && (
                <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(true)}>
                  <Plural value={told.length - latest} one="# earlier" other="# earlier" />
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
