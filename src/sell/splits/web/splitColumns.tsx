import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DateTime } from "#ui/text/dates.tsx";
import type { PaySplit } from "../contract.ts";
import { SplitState } from "./SplitState.tsx";
import { useSplitWords } from "./useSplitWords.ts";

/** What a list says of a split. */
export function useSplitColumns(): Column<PaySplit>[] {
  const { t } = useLingui();
  const { side, partner: own } = useReader();
  const format = useFormat();
  const words = useSplitWords();
  const shareOf = ({ partner, shareBasisPoints }: PaySplit["participants"][number]) =>
    shareBasisPoints === null
      ? partner.name
      : `${partner.id === own?.id ? t`You` : partner.name} ${format.share(shareBasisPoints / 10_000)}`;
  return [
    {
      id: "opportunity",
      header: side === "partner" ? t`Deal` : t`Opportunity`,
      card: "title",
      cell: ({ opportunity }) => opportunity.name,
    },
    { id: "participants", header: t`Participants`, cell: (row) => row.participants.map(shareOf).join(" · ") },
    { id: "state", header: t`State`, width: 130, cell: (row) => <SplitState state={row.state} /> },
    { id: "next", header: t`Next step`, width: 220, cell: (row) => words.next(row) },
    {
      id: "proposedAt",
      header: t`Proposed`,
      width: 140,
      cell: ({ proposedAt }) => <DateTime value={proposedAt} brief />,
    },
  ];
}
