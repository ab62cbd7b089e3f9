import { Trans, useLingui } from "@lingui/react/macro";
import { IconDownload } from "@tabler/icons-react";
import { saveFile } from "#ui/api/exports.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { notifyProblem } from "#ui/feedback/notify.ts";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { usePlanWords, VerifyYourself, Why } from "../../plans/web/index.tsx";
import { type EarningRecord, explainEarning, getEarning, getReceipt } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";
import { EarningStatus } from "./EarningStatus.tsx";
import { EarningWay } from "./EarningWay.tsx";
import { RelatedLines, TakenBack } from "./RelatedLines.tsx";
import { receiptFileName } from "./receiptFile.ts";

/** The receipt of one line: why this amount, how far it has come, and how anyone checks it. */
export function EarningPage({ earningId }: { earningId: string }) {
  const earning = useEndpoint(getEarning, { params: { earningId } });
  return <LoadedRecord query={earning}>{(record) => <ReceiptPage earning={record} />}</LoadedRecord>;
}

function ReceiptPage({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  const words = usePlanWords();
  const what = words.entry(earning.entry, earning.label);
  const deal = earning.opportunity.name || earning.opportunity.externalId;
  const save = () =>
    saveFile(getReceipt, { params: { earningId: earning.id } }, receiptFileName(earning)).catch(
      notifyProblem,
    );
  return (
    <Page>
      <PageHeader
        title={deal ? t`${what} for ${deal}` : what}
        crumbs={[{ label: t`Earnings`, to: "/earnings" }]}
        status={<EarningStatus status={earning.status} badge />}
        action={{ label: t`Save the receipt`, icon: IconDownload, onClick: () => void save() }}
      />
      <EarningFacts earning={earning} />
      <EarningWay earning={earning} />
      <ReceiptBody earning={earning} />
    </Page>
  );
}

function EarningFacts({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const deal = useDealWords();
  const { partner, opportunity, plan, planVersion } = earning;
  const planHref = href("plan", plan.id);
  return (
    <Facts
      facts={[
        { label: t`Amount`, value: <Money value={earning.amount} /> },
        { label: t`Partner`, value: partner.name, to: href("partner", partner.id) },
        {
          label: deal.one,
          value: opportunity.name || opportunity.externalId,
          to: opportunity.name ? href("opportunity", opportunity.id) : undefined,
          hint: (
            <Trans>
              closed on <DayText value={earning.closedOn} />
            </Trans>
          ),
        },
        { label: t`Booked in`, value: <MonthText value={earning.period} /> },
        {
          label: t`Plan`,
          value: plan.name,
          to: planHref && `${planHref}?version=${planVersion}`,
          hint: <Trans>version {planVersion}</Trans>,
        },
      ]}
    />
  );
}

function ReceiptBody({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  const explained = useEndpoint(explainEarning, { params: { earningId: earning.id } });
  return (
    <Loaded query={explained} skeleton={<TextSkeleton lines={8} />}>
      {(explanation) => (
        <WithAside
          aside={
            <>
              <RelatedLines earning={earning} />
              <TakenBack earning={earning} />
              <Section title={t`Check it yourself`}>
                <VerifyYourself {...explanation} />
              </Section>
            </>
          }
        >
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
        </WithAside>
      )}
    </Loaded>
  );
}
