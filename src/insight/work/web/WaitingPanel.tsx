import { useLingui } from "@lingui/react/macro";
import { daysBetween } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { Wait } from "../contract.ts";
import { placeOf, useWaitWords } from "./waitWords.ts";

interface WaitingPanelProps {
  waits: readonly Wait[];
  /** The day it is in the vendor's calendar. */
  today: string;
}

/** What waits for the reader, what waits longest first; each line leads to where it is done. */
export function WaitingPanel({ waits, today }: WaitingPanelProps) {
  const { t } = useLingui();
  const words = useWaitWords();
  const columns: Column<Wait>[] = [
    { id: "what", header: t`What waits`, card: "title", cell: words },
    { id: "since", header: t`Since`, width: 215, cell: (wait) => <Since wait={wait} today={today} /> },
    {
      id: "amount",
      header: t`Amount`,
      width: 150,
      align: "end",
      card: "amount",
      cell: (wait) => wait.amount && <Money value={wait.amount} />,
    },
  ];
  return (
    <Section title={t`Waiting for you`} flush>
      <RowsTable
        label={t`Waiting for you`}
        rows={waits}
        columns={columns}
        rowKey={(wait) => wait.kind}
        rowHref={placeOf}
      />
    </Section>
  );
}

function Since({ wait: { since }, today }: { wait: Wait; today: string }) {
  if (since === null) return null;
  const days = daysBetween(since, today);
  return (
    <>
      <DayText value={since} />
      {days > 0 && (
        <>
          {" · "}
          <Count value={days} unit="day" />
        </>
      )}
    </>
  );
}
