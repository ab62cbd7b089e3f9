import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { useEngagementWords } from "../../../engagement/web/index.tsx";
import type { DealCase, DealDetail } from "../../contract.ts";
import { CaseFile } from "./CaseFile.tsx";
import { ExtensionRequest, OutcomeProposal } from "./Requests.tsx";

/** A registration that was decided: what its partner asks for now, and what it was told. */
export function DecidedCase({ deal, known }: { deal: DealDetail; known: DealCase }) {
  const more = deal.extensions.find(({ granted }) => granted === null);
  const outcome = deal.outcomes.find(({ accepted }) => accepted === null);
  return (
    <>
      {deal.can.revoke && outcome && <OutcomeProposal deal={deal} proposal={outcome} />}
      {deal.can.revoke && more && <ExtensionRequest deal={deal} request={more} />}
      <Told deal={deal} />
      <Protected deal={deal} />
      <CaseFile deal={deal} known={known} />
    </>
  );
}

function Told({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const { reasons } = useEngagementWords();
  const { decision } = deal;
  if (decision === null) return null;
  const { reasonKey, reason, rulesVersion } = decision;
  return (
    <Note tone="info" title={reasonKey === null ? t`The partner was told` : reasons[reasonKey].label}>
      {reason !== null && (
        <>
          <Trans>“{reason}”</Trans>{" "}
        </>
      )}
      <Trans>
        Decided <DateTime value={decision.decidedAt} /> by{" "}
        <AppLink to={`/rules-of-engagement?version=${rulesVersion}`}>
          version {rulesVersion} of the rules
        </AppLink>
        .
      </Trans>
    </Note>
  );
}

function Protected({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const words = useEngagementWords();
  const { protection, opportunity } = deal;
  if (protection === null) return null;
  return (
    <Facts
      facts={[
        { label: t`Protection`, value: words.protections[protection.kind].label },
        { label: t`Series`, value: words.list(protection.series) },
        { label: t`Until`, value: <DateTime value={protection.until} /> },
        {
          label: t`Opportunity`,
          value: opportunity && (
            <RecordLink noun="opportunity" id={opportunity.id}>
              {opportunity.name}
            </RecordLink>
          ),
        },
      ]}
    />
  );
}
