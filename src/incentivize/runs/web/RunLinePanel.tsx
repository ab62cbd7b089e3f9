import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { SidePanel, SidePanelHead } from "#ui/feedback/SidePanel.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Status } from "#ui/text/Status.tsx";
import { VerifiedStatus, Why } from "../../plans/web/index.tsx";
import { explainRunLine, type RunLine, type RunRecord } from "../contract.ts";

interface RunLinePanelProps {
  run: RunRecord;
  line: RunLine;
  onClose: () => void;
}

/** Why a line of a run has its amount, beside the run. */
export function RunLinePanel({ run, line, onClose }: RunLinePanelProps) {
  const { t } = useLingui();
  const explained = useEndpoint(explainRunLine, { params: { runId: run.id, lineId: line.id } });
  return (
    <SidePanel opened onClose={onClose} title={t`Why this amount`}>
      <Loaded query={explained} skeleton={<TextSkeleton lines={8} />}>
        {(explanation) => (
          <Page>
            <SidePanelHead>
              {run.state === "posted" ? (
                <RecordLink noun="earning" id={line.id}>
                  <Trans>Open the receipt</Trans>
                </RecordLink>
              ) : (
                <Status tone="info" hollow>
                  <Trans>As it would be posted</Trans>
                </Status>
              )}
              <VerifiedStatus verified={explanation.verified} />
            </SidePanelHead>
            <Why
              explanation={explanation}
              currency={line.amount.currency}
              about={{
                partnerId: line.partner.id,
                opportunityId: line.opportunity.id,
                opportunityName: line.opportunity.name,
                planId: run.plan.id,
              }}
            />
          </Page>
        )}
      </Loaded>
    </SidePanel>
  );
}
