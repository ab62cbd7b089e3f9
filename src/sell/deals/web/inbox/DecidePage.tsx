import { Trans, useLingui } from "@lingui/react/macro";
import { IconFileText, IconShieldOff } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { getEngagementRules } from "../../../engagement/contract.ts";
import { type DealCase, type DealDetail, getDeal } from "../../contract.ts";
import { DealState } from "../DealState.tsx";
import { CaseFile } from "./CaseFile.tsx";
import { DecidedCase } from "./DecidedCase.tsx";
import { JustDecided } from "./JustDecided.tsx";
import { PendingNote } from "./PendingNote.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import { UndecidedCase } from "./UndecidedCase.tsx";
import { useCase } from "./useCase.ts";
import "./serverWords.ts";

/** A registration beside what stands against it, and what follows from each way to decide. */
export function DecidePage({ dealId }: { dealId: string }) {
  const deal = useEndpoint(getDeal, { params: { dealId } });
  return <LoadedRecord query={deal}>{(record) => <Case key={dealId} deal={record} />}</LoadedRecord>;
}

function Case({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const found = useCase(deal.id);
  const [revoking, setRevoking] = useState(false);
  const isPending = found.data?.pending != null;
  const record = href("deal", deal.id);
  return (
    <Page>
      <PageHeader
        title={deal.customer.name ?? t`Registration ${deal.number}`}
        crumbs={[{ label: t`Inbox`, to: "/deals/inbox" }]}
        status={<DealState state={deal.state} badge />}
        lead={
          <Trans>
            Registration {deal.number} of {deal.partner.name}
          </Trans>
        }
        menu={[
          ...(record === undefined ? [] : [{ label: t`Open the record`, icon: IconFileText, to: record }]),
          ...(deal.can.revoke
            ? [
                {
                  label: t`Revoke the protection`,
                  icon: IconShieldOff,
                  danger: true,
                  onClick: () => setRevoking(true),
                  notNow: isPending ? t`A decision waits to be told.` : undefined,
                },
              ]
            : []),
        ]}
      />
      <JustDecided besides={deal.id} />
      <Loaded query={found}>{(known) => <Decide deal={deal} known={known} />}</Loaded>
      {revoking && <RevokeDialog deal={deal} onClose={() => setRevoking(false)} />}
    </Page>
  );
}

function Decide({ deal, known }: { deal: DealDetail; known: DealCase }) {
  const rules = useEndpoint(getEngagementRules, { query: {} });
  if (known.pending) {
    return (
      <>
        <PendingNote deal={deal} pending={known.pending} />
        <CaseFile deal={deal} known={known} />
      </>
    );
  }
  if (!deal.can.decide) return <DecidedCase deal={deal} known={known} />;
  return (
    <Loaded query={rules}>
      {({ settings }) => (
        <UndecidedCase key={known.standing.holds.join("\n")} deal={deal} known={known} settings={settings} />
      )}
    </Loaded>
  );
}
