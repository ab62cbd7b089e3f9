import { Trans, useLingui } from "@lingui/react/macro";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Share } from "#ui/text/Figure.tsx";
import type { PaySplit } from "../contract.ts";

/** Who takes part, with the shares and signatures that the reader may see. */
export function Participants({ split }: { split: PaySplit }) {
  const { t } = useLingui();
  const { side } = useReader();
  const isPartner = side === "partner";
  return (
    <Section
      title={t`Participants`}
      note={
        isPartner ? (
          <Trans>
            You see your own share. All shares together are 100 %; each participant is paid at its own tier.
          </Trans>
        ) : (
          <Trans>
            Each participant is paid its share at its own tier, and who stands above it gets theirs.
          </Trans>
        )
      }
      flush
    >
      <RowsTable
        label={t`Participants`}
        rows={split.participants}
        rowKey={({ partner }) => partner.id}
        columns={[
          {
            id: "partner",
            header: t`Partner`,
            card: "title",
            cell: ({ partner }) =>
              isPartner ? (
                partner.name
              ) : (
                <RecordLink noun="partner" id={partner.id} plain>
                  {partner.name}
                </RecordLink>
              ),
          },
          {
            id: "signed",
            header: t`Signed`,
            width: 240,
            cell: ({ shareBasisPoints, signed }) =>
              signed ? (
                <Trans>
                  {signed.by}, <DateTime value={signed.at} brief />
                </Trans>
              ) : shareBasisPoints === null ? null : (
                <Trans>not yet</Trans>
              ),
          },
          {
            id: "share",
            header: t`Share`,
            align: "end",
            width: 110,
            card: "amount",
            cell: ({ shareBasisPoints }) =>
              shareBasisPoints !== null && <Share value={shareBasisPoints / 10_000} />,
          },
        ]}
      />
    </Section>
  );
}
