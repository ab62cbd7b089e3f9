import { Trans, useLingui } from "@lingui/react/macro";
import { ShareBar } from "#ui/chart/ShareBar.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { ModelCredit } from "../contract.ts";
import { useCreditWords } from "./creditWords.ts";
import type { Credit } from "./WhoHelped.tsx";

type Partner = ModelCredit["shares"][number]["partner"];

/** Each partner's share by every model, side by side. */
export function ModelsTable({ credit: { models, source } }: { credit: Credit }) {
  const { t } = useLingui();
  const words = useCreditWords();
  const partners = models.find(({ model }) => model === "linear")?.shares.map(({ partner }) => partner) ?? [];
  if (partners.length === 0)
    return (
      <Sentences>
        <Trans>Nobody has a share: no touchpoint counts.</Trans>
      </Sentences>
    );
  return (
    <>
      <RowsTable<Partner>
        label={t`Shares by model`}
        rows={partners}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "partner",
            header: t`Partner`,
            card: "title",
            cell: (partner) => (
              <>
                <RecordLink noun="partner" id={partner.id} plain>
                  {partner.name}
                </RecordLink>
                {partner.id === source?.id && <> · {t`source`}</>}
              </>
            ),
          },
          ...models.map((one) => ({
            id: one.model,
            header: words.models[one.model],
            width: 165,
            cell: (partner: Partner) => <ShareOf credit={one} partnerId={partner.id} />,
          })),
        ]}
      />
      <Sentences>
        <Trans>
          Versions {models.map(({ version }) => version).join(", ")}. What each touch weighs stands beside it
          above; a partner has the sum of its touches.
        </Trans>
      </Sentences>
    </>
  );
}

function ShareOf({ credit, partnerId }: { credit: ModelCredit; partnerId: string }) {
  const found = credit.shares.find(({ partner }) => partner.id === partnerId);
  if (found === undefined) return null;
  return <ShareBar share={found.share} note={<Money value={found.amount} />} />;
}
