import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { useNow } from "#ui/format/now.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { DealCase, DealDetail } from "../../contract.ts";
import { DealState } from "../DealState.tsx";
import { placeToDecide } from "./queue.ts";
import { useCaseWords } from "./words.ts";

type Rival = DealCase["rivals"][number];

interface RivalsProps {
  deal: DealDetail;
  known: DealCase;
}

/** Who else asks for the same, in the order of their receipt, and where this one stands among them. */
export function Rivals({ deal, known }: RivalsProps) {
  const { t } = useLingui();
  const words = useCaseWords();
  const format = useFormat();
  const now = useNow();
  const { rivals, standing } = known;
  const claimed = standing.holds.length + standing.waits.length;
  if (rivals.length === 0) return <Alone deal={deal} known={known} />;
  const columns: Column<Rival>[] = [
    {
      id: "partner",
      header: t`Partner`,
      card: "title",
      cell: ({ deal: other }) => other.partner.name,
    },
    {
      id: "received",
      header: t`Received`,
      width: 185,
      cell: ({ first, deal: { submittedAt } }) => {
        const at = format.instant(submittedAt, now);
        return first ? (
          <Status tone="warn">{t`before, ${at}`}</Status>
        ) : (
          <Status tone="idle">{t`after, ${at}`}</Status>
        );
      },
    },
    { id: "on", header: t`Matches by`, width: 200, cell: ({ on }) => words.match(on, "certain") },
    ...(claimed > 1
      ? [{ id: "series", header: t`Series`, width: 90, cell: ({ series }: Rival) => series.join(", ") }]
      : []),
    {
      id: "state",
      header: t`State`,
      width: 115,
      cell: ({ deal: other }) => <DealState state={other.state} />,
    },
  ];
  return (
    <>
      <Standing deal={deal} known={known} />
      <Section
        title={t`Others who ask for the same customer`}
        note={t`In the order in which the server received them.`}
        flush
      >
        <RowsTable
          label={t`Others who ask for the same customer`}
          rows={rivals}
          columns={columns}
          rowKey={(row) => row.deal.id}
          rowHref={(row) => placeToDecide(row.deal.id)}
        />
      </Section>
    </>
  );
}

/** No other partner asks; which is not to say that nothing stands against it. */
function Alone({ deal, known }: RivalsProps) {
  const { t } = useLingui();
  const against = [...known.tenders, ...known.namedAccounts, ...known.opportunities];
  const isFree = against.every(({ counts }) => !counts);
  return (
    <Note tone={isFree ? "good" : "info"} title={t`Nobody else asks for this customer`}>
      <Trans>
        Received <DateTime value={deal.submittedAt} />.
      </Trans>{" "}
      {!isFree && <Trans>What stands against it follows.</Trans>}
    </Note>
  );
}

/** First, or behind whom. */
function Standing({ deal, known: { rivals, standing } }: RivalsProps) {
  const { t } = useLingui();
  const ahead = rivals.find(({ first }) => first);
  const series = standing.waits.join(", ");
  if (standing.waits.length === 0) {
    return (
      <Note tone="good" title={t`${deal.partner.name} was first`}>
        <Trans>
          Received <DateTime value={deal.submittedAt} />, before all others.
        </Trans>
      </Note>
    );
  }
  return (
    <Note
      tone="warn"
      title={
        ahead === undefined
          ? t`Another registration holds ${series}`
          : t`${ahead.deal.partner.name} was first for ${series}`
      }
      {...(ahead && { action: { label: t`Look at that one`, to: placeToDecide(ahead.deal.id) } })}
    >
      <Trans>
        This one was received <DateTime value={deal.submittedAt} />. It moves up by itself when the place
        becomes free, and can be rejected before.
      </Trans>
      {ahead?.protectedUntil && (
        <>
          {" "}
          <Trans>
            The other one is protected until <DateTime value={ahead.protectedUntil} />.
          </Trans>
        </>
      )}
    </Note>
  );
}
