import { Trans, useLingui } from "@lingui/react/macro";
import type { MoneyJson } from "#platform/http/wire.ts";
import { searchOf } from "#ui/api/url.ts";
import type { Consequence } from "#ui/decision/Decision.tsx";
import { isZero } from "#ui/format/money.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { Money } from "#ui/text/Money.tsx";
import type { BatchPayee } from "../contract.ts";

type Held = Pick<BatchPayee, "partner" | "last" | "since">;

/** What a payment is held against: the one before it, and what was booked after the statements closed. */
export function useEvidenceColumns<Row extends Held>(): readonly Column<Row>[] {
  const { t } = useLingui();
  const href = useRecordHref();
  return [
    {
      id: "last",
      header: t`Last payment`,
      align: "end",
      width: 135,
      cell: ({ last }) =>
        last ? <Money value={last.amount} href={href("payment", last.id)} /> : <Trans>the first</Trans>,
    },
    {
      id: "since",
      header: t`Since the close`,
      align: "end",
      width: 135,
      cell: ({ since, partner }) =>
        isZero(since) ? null : <Money value={since} href={sinceLines(partner.id)} signed />,
    },
  ];
}

/** The lines that were released or taken back and stand on no closed statement yet. */
const sinceLines = (partnerId?: string) => `/earnings?${searchOf({ partnerId, status: "approved" })}`;

/** What was booked after the close is not in a batch; whoever decides should know before. */
export function useSinceConsequence(since: MoneyJson): Consequence[] {
  const { t } = useLingui();
  if (isZero(since)) return [];
  return [
    {
      label: t`Booked since the close`,
      value: (
        <Trans>
          <Money value={since} href={sinceLines()} signed />, not in it
        </Trans>
      ),
    },
  ];
}
