import { useLingui } from "@lingui/react/macro";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { DealItem } from "../contract.ts";
import { DealClock, isTimed, ProtectionLeft } from "./DealClock.tsx";
import { DealState } from "./DealState.tsx";
import { useDealWords } from "./dealWords.ts";
import { useNextStep } from "./nextStep.ts";

/** What a list says of a registration: how it stands, whose turn it is, how long it is protected, what comes next. */
export function useDealColumns(): Column<DealItem>[] {
  const { t } = useLingui();
  const { side } = useReader();
  const words = useDealWords();
  const nextStep = useNextStep();
  return [
    {
      id: "number",
      header: t`Number`,
      width: 76,
      cell: (row) => row.number,
    },
    {
      id: "customer",
      header: t`Customer`,
      card: "title",
      cell: (row) => (
        <>
          {[row.customer.name ?? t`No customer yet`, row.project].filter(Boolean).join(" · ")}
          {row.onBehalf && ` (${t`on behalf`})`}
        </>
      ),
    },
    { id: "project", header: t`Project`, width: 140, optional: true, cell: (row) => row.project },
    {
      id: "partner",
      header: side === "partner" ? t`Agent` : t`Partner`,
      width: 160,
      cell: (row) => (
        <RecordLink noun="partner" id={row.partner.id} plain>
          {row.partner.name}
        </RecordLink>
      ),
    },
    {
      id: "country",
      header: t`Country`,
      width: 130,
      optional: true,
      cell: (row) => words.country(row.customer.country),
    },
    { id: "role", header: t`Role`, width: 110, optional: true, cell: (row) => words.roles[row.role] },
    { id: "state", header: t`State`, width: 136, cell: (row) => <DealState state={row.state} /> },
    {
      id: "next",
      header: t`Next step`,
      width: side === "vendor" ? 290 : 270,
      sort: "decisionDueAt",
      cell: (row) => {
        const next = isTimed(row) ? <DealClock deal={row} /> : nextStep(row);
        if (!row.disclosed) return next;
        return (
          <>
            <Status tone="warn">{t`Not free`}</Status> {next}
          </>
        );
      },
    },
    {
      id: "left",
      header: t`Protected for`,
      width: 106,
      optional: side === "vendor",
      sort: "protectedUntil",
      cell: (row) => (row.state === "approved" ? <ProtectionLeft deal={row} /> : null),
    },
    {
      id: "expectedCloseOn",
      header: t`Expected close`,
      width: 130,
      optional: true,
      cell: (row) => <DayText value={row.expectedCloseOn} />,
    },
    {
      id: "submittedAt",
      header: t`Received`,
      width: 130,
      sort: "submittedAt",
      optional: true,
      cell: (row) => <DateTime value={row.submittedAt} brief />,
    },
    {
      id: "updatedAt",
      header: t`Last change`,
      width: 130,
      sort: "updatedAt",
      optional: true,
      card: "hidden",
      cell: (row) => <DateTime value={row.updatedAt} brief />,
    },
    {
      id: "value",
      header: t`Value`,
      align: "end",
      width: 114,
      card: "amount",
      cell: (row) => <Money value={row.value} />,
    },
  ];
}
