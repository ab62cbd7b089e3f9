import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus, IconRulerMeasure } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { dealsWon, type Fact, listFactKinds, listFacts, wonValue } from "../contract.ts";
import { CorrectFactForm, EnterFactForm } from "./FactForms.tsx";
import { FactValue } from "./FactValue.tsx";
import { useFactWords } from "./useFactWords.ts";

/** What a partner is measured by: each number with its day, its source and who entered it. */
export function PartnerFacts({ partner }: { partner: { id: string; name: string } }) {
  const { t } = useLingui();
  const { can } = useReader();
  const [entering, setEntering] = useState(false);
  const enter = { label: t`Enter a fact`, icon: IconPlus, onClick: () => setEntering(true) };
  return (
    <Section
      title={t`Facts`}
      note={t`What tiers are measured by. The product counts what it sees happen; the rest is entered, with its source.`}
      action={can("fact.enter") ? enter : undefined}
      flush
    >
      <FactsTable
        partnerId={partner.id}
        empty={
          <EmptyState
            icon={IconRulerMeasure}
            title={t`Nothing is known of ${partner.name} yet`}
            action={can("fact.enter") ? enter : undefined}
          >
            <Trans>Certificates, satisfaction or references, with the day from which they count.</Trans>
          </EmptyState>
        }
      />
      <Dialog opened={entering} onClose={() => setEntering(false)} title={t`A fact about ${partner.name}`}>
        <EnterFactForm partnerId={partner.id} onDone={() => setEntering(false)} />
      </Dialog>
    </Section>
  );
}

interface FactsTableProps {
  /** Of one partner; of all that the reader may see without it. */
  partnerId?: string;
  empty: ReactNode;
}

export function FactsTable({ partnerId, empty }: FactsTableProps) {
  const { t } = useLingui();
  const { can, side } = useReader();
  const words = useFactWords();
  const [correcting, setCorrecting] = useState<Fact | null>(null);
  const kinds = useEndpoint(listFactKinds, {});
  const columns: Column<Fact>[] = [
    { id: "kind", header: t`What`, width: 230, card: "title", cell: (row) => <What fact={row} /> },
    {
      id: "value",
      header: t`Value`,
      width: 150,
      align: "end",
      card: "amount",
      cell: (row) => <FactValue fact={row} />,
    },
    { id: "countsOn", header: t`Counts on`, width: 150, cell: (row) => <DayText value={row.countsOn} /> },
    {
      id: "validUntil",
      header: t`Valid until`,
      width: 150,
      cell: (row) => row.validUntil && <DayText value={row.validUntil} />,
    },
    { id: "source", header: t`Source`, wraps: true, cell: (row) => <Source fact={row} /> },
    ...(side === "vendor"
      ? [
          {
            id: "by",
            header: t`Entered by`,
            width: 160,
            cell: (row: Fact) => row.source.enteredBy,
          },
        ]
      : []),
    ...(can("fact.enter")
      ? [
          {
            id: "correct",
            header: t`Action`,
            width: 120,
            align: "end" as const,
            cell: (row: Fact) =>
              row.can.correct && (
                <ActButton
                  act={{ label: t`Correct`, onClick: () => setCorrecting(row) }}
                  variant="default"
                  size="compact-sm"
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        id="facts"
        label={t`Facts`}
        endpoint={listFacts}
        {...(partnerId === undefined ? {} : { fixed: { partnerId } })}
        columns={columns}
        filters={[
          {
            kind: "select",
            name: "kind",
            label: t`What`,
            options: (kinds.data?.items ?? []).map((kind) => ({ value: kind.key, label: words.kind(kind) })),
          },
          { kind: "days", name: "from", toName: "through", label: t`Counts on` },
        ]}
        rowKey={(row) => row.id}
        csv
        embedded
        empty={empty}
      />
      <Dialog opened={correcting !== null} onClose={() => setCorrecting(null)} title={t`Correct a fact`}>
        {correcting && <CorrectFactForm fact={correcting} onDone={() => setCorrecting(null)} />}
      </Dialog>
    </>
  );
}

function What({ fact }: { fact: Fact }) {
  const words = useFactWords();
  const kind = words.kind(fact.kind);
  if (fact.correctedBy !== null) return <Trans>{kind}, corrected since</Trans>;
  if (fact.corrects !== null) return <Trans>{kind}, a correction</Trans>;
  return kind;
}

/** What the product counted itself; of a sale that was won with the way to those of that day. */
function Happened({ fact: { kind, value, countsOn, partner } }: { fact: Fact }) {
  const { side } = useReader();
  const isWin = (kind.key === wonValue || kind.key === dealsWon) && Number(value) > 0;
  if (!isWin) return <Trans>Counted by what happened</Trans>;
  const won = new URLSearchParams({ meaning: "won", closedFrom: countsOn, closedUntil: countsOn });
  const to = side === "vendor" ? `/partners/${partner.id}?tab=deals&${won}` : `/opportunities?${won}`;
  return (
    <AppLink to={to}>
      <Trans>Deals won on that day</Trans>
    </AppLink>
  );
}

function Source({ fact }: { fact: Fact }) {
  const { note, kind } = fact.source;
  if (kind === "product") return <Happened fact={fact} />;
  return kind === "file" ? <Trans>{note}, from a file</Trans> : note;
}
