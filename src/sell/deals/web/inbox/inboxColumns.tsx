import { useLingui } from "@lingui/react/macro";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { DealItem, dealViews } from "../../contract.ts";
import { DealState } from "../DealState.tsx";
import { Due } from "./Due.tsx";
import { useCaseWords } from "./words.ts";

/** What one has to see of a registration to choose the next. */
export function useInboxColumns(view: (typeof dealViews)[number]): readonly Column<DealItem>[] {
  const { t } = useLingui();
  const words = useCaseWords();
  const last: Column<DealItem> =
    view === "requests"
      ? {
          id: "until",
          header: t`Protected until`,
          width: 200,
          cell: ({ protection }) => <DateTime value={protection?.until} />,
        }
      : { id: "due", header: t`Owed`, width: 195, cell: (deal) => <Due deal={deal} /> };
  return [
    {
      id: "customer",
      header: t`Customer`,
      card: "title",
      cell: ({ customer, project }) => [customer.name, project].filter(Boolean).join(": "),
    },
    {
      id: "partner",
      header: t`Partner`,
      width: 150,
      cell: ({ partner }) => (
        <RecordLink noun="partner" id={partner.id} plain>
          {partner.name}
        </RecordLink>
      ),
    },
    {
      id: "number",
      header: t`Number`,
      width: 90,
      align: "end",
      optional: true,
      cell: ({ number }) => number,
    },
    ...(view === "requests"
      ? []
      : [
          {
            id: "against",
            header: t`Against it`,
            width: 115,
            cell: ({ conflicts }: DealItem) => (
              <Status tone={conflicts ? "warn" : "good"} hollow={!conflicts}>
                {words.against(conflicts)}
              </Status>
            ),
          },
        ]),
    {
      id: "state",
      header: t`State`,
      width: 140,
      cell: ({ state }) => <DealState state={state} />,
    },
    {
      id: "submitted",
      header: t`Received`,
      width: 150,
      optional: true,
      cell: ({ submittedAt }) => <DateTime value={submittedAt} brief />,
    },
    {
      id: "value",
      header: t`Value`,
      width: 120,
      align: "end",
      card: "amount",
      cell: ({ value }) => <Money value={value} />,
    },
    last,
  ];
}
