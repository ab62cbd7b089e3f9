import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { SidePanel, SidePanelHead } from "#ui/feedback/SidePanel.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { VerifiedStatus, Why } from "../../plans/web/index.tsx";
import { explainEarning } from "../contract.ts";
import { EarningStatus } from "./EarningStatus.tsx";

interface ReceiptPanelProps {
  earningId: string;
  onClose: () => void;
}

/** The receipt of one line beside the list in which its amount stands. */
export function ReceiptPanel({ earningId, onClose }: ReceiptPanelProps) {
  const { t } = useLingui();
  const explained = useEndpoint(explainEarning, { params: { earningId } });
  return (
    <SidePanel opened onClose={onClose} title={t`Why this amount`}>
      <Loaded query={explained} skeleton={<TextSkeleton lines={8} />}>
        {(explanation) => {
          const { earning } = explanation;
          return (
            <Page>
              <SidePanelHead>
                <EarningStatus status={earning.status} />
                <VerifiedStatus verified={explanation.verified} />
                <RecordLink noun="earning" id={earningId}>
                  <Trans>Open the receipt</Trans>
                </RecordLink>
              </SidePanelHead>
              <Why
                explanation={explanation}
                currency={earning.amount.currency}
                about={{
                  partnerId: earning.partnerId,
                  opportunityId: earning.opportunity.name ? earning.opportunityId : null,
                  opportunityName: earning.opportunity.name,
                  planId: earning.planId,
                }}
              />
            </Page>
          );
        }}
      </Loaded>
    </SidePanel>
  );
}
