import { Trans, useLingui } from "@lingui/react/macro";
import { useTouchpointWords } from "#sell/touchpoints/web/index.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { DayText } from "#ui/text/dates.tsx";
import { Nothing } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { CreditTouch, ModelCredit } from "../contract.ts";
import { useCreditWords } from "./creditWords.ts";
import type { Credit } from "./WhoHelped.tsx";

/** What a touch was, whether it counts, and what it weighs in each model: the receipt of the shares. */
export function useTouchColumns({ models }: Credit): readonly Column<CreditTouch>[] {
  const { t } = useLingui();
  const touchpoint = useTouchpointWords();
  const words = useCreditWords();
  return [
    {
      id: "occurredOn",
      header: t`Day`,
      width: 115,
      cell: ({ occurredOn }) => <DayText value={occurredOn} />,
    },
    {
      id: "partner",
      header: t`Partner`,
      card: "title",
      cell: ({ partner }) => (
        <RecordLink noun="partner" id={partner.id} plain>
          {partner.name}
        </RecordLink>
      ),
    },
    { id: "kind", header: t`What`, width: 120, cell: ({ kind }) => touchpoint.kinds[kind] },
    {
      id: "counts",
      header: t`Counts`,
      width: 140,
      cell: ({ excluded }) =>
        excluded === null ? (
          <Status tone="good">{t`Yes`}</Status>
        ) : (
          <Status tone={excluded === "not-confirmed" ? "warn" : "idle"} hollow>
            {words.exclusions[excluded]}
          </Status>
        ),
    },
    ...models.map((credit) => ({
      id: credit.model,
      header: words.short[credit.model],
      width: 90,
      align: "end" as const,
      cell: ({ id }: CreditTouch) => <Weight touchId={id} credit={credit} />,
    })),
  ];
}

/** `4 of 10`: what one touch weighs of what all weigh together. */
function Weight({ touchId, credit: { receipt } }: { touchId: string; credit: ModelCredit }) {
  const found = receipt.weights.find(({ touchpointId }) => touchpointId === touchId);
  if (found === undefined || found.weight === 0) return <Nothing />;
  return (
    <Trans>
      {found.weight} of {receipt.total}
    </Trans>
  );
}
