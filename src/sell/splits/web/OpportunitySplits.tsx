import { Trans, useLingui } from "@lingui/react/macro";
import { IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { listPaySplits } from "../contract.ts";
import { ProposeDialog } from "./ProposeDialog.tsx";
import { useSplitColumns } from "./splitColumns.tsx";

interface OpportunitySplitsProps {
  opportunity: { id: string; name: string };
  /** Its owner and the holder of its registration. */
  claimants: readonly { id: string; name: string }[];
}

/** How the pay credit of one sale is shared: what was proposed, and proposing it. */
export function OpportunitySplits({ opportunity, claimants }: OpportunitySplitsProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const [proposing, setProposing] = useState(false);
  const splits = useEndpoint(listPaySplits, { query: { opportunityId: opportunity.id, limit: 20 } });
  const columns = useSplitColumns();
  const items = splits.data?.items ?? [];
  const mayPropose = can("pay-split.manage") && !items.some(({ state }) => state === "open");
  if (splits.data === undefined || claimants.length === 0 || (items.length === 0 && !mayPropose)) return null;
  const inForce = items.find(({ state }) => state === "in-force");
  const named = [...claimants, ...(inForce?.participants.map(({ partner }) => partner) ?? [])];
  return (
    <>
      <Section
        title={t`Shared pay credit`}
        action={
          mayPropose
            ? { label: t`Propose a split`, icon: IconSignature, onClick: () => setProposing(true) }
            : undefined
        }
        flush={items.length > 0}
      >
        {items.length === 0 ? (
          <Trans>
            One partner alone has it. Where several worked on it, they share it once each of them has signed.
          </Trans>
        ) : (
          <RowsTable
            label={t`Shared pay credit`}
            rows={items}
            columns={columns.filter(({ id }) => id !== "opportunity")}
            rowKey={(row) => row.id}
            rowHref={(row) => `/pay-splits/${row.id}`}
          />
        )}
      </Section>
      {proposing && (
        <ProposeDialog
          opportunity={opportunity}
          claimants={[...new Map(named.map((one) => [one.id, one])).values()]}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}
