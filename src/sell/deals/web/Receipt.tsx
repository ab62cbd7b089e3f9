import { Trans, useLingui } from "@lingui/react/macro";
import { IconDownload } from "@tabler/icons-react";
import { saveBlob } from "#ui/api/exports.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Code, Sentences } from "#ui/text/Sentences.tsx";
import { type DealDetail, type DealReceipt, getDealReceipt } from "../contract.ts";

const command = "npx hanse verify receipt FILE";

/** The signed proof of what was received and when: it can be checked anywhere, without this installation. */
export function Receipt({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const receipt = useEndpoint(getDealReceipt, { params: { dealId: deal.id } });
  const { data } = receipt;
  return (
    <Section
      title={t`Receipt`}
      note={<Trans>Signed proof of what was received and when; keep it.</Trans>}
      action={
        data && { label: t`Save the receipt`, icon: IconDownload, onClick: () => save(data, deal.number) }
      }
    >
      <Loaded query={receipt}>
        {({ sha256 }) => (
          <>
            <Facts
              stacked
              facts={[
                { label: t`Number`, value: deal.number },
                { label: t`Received by the server`, value: <DateTime value={deal.submittedAt} /> },
                { label: t`SHA-256`, value: <Code>{sha256}</Code> },
              ]}
            />
            <Sentences>
              <Trans>
                To check it without us, save the receipt and run <Code>{command}</Code>
              </Trans>
            </Sentences>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function save(receipt: DealReceipt, number: number | null) {
  const file = new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" });
  saveBlob(file, `receipt-${number ?? "draft"}.json`);
}
