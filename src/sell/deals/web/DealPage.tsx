import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { EventTimeline } from "#ecosystem/stream/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { OwnPayCredit } from "../../opportunities/web/index.tsx";
import { type DealDetail, getDeal } from "../contract.ts";
import { DealDialogs } from "./DealDialogs.tsx";
import { DealFacts } from "./DealFacts.tsx";
import { DealFiles } from "./DealFiles.tsx";
import { DealLines } from "./DealLines.tsx";
import { DealState } from "./DealState.tsx";
import { Decided } from "./Decided.tsx";
import { type DealTask, useDealActs } from "./dealActs.ts";
import { GivenFacts } from "./GivenFacts.tsx";
import { NotFree } from "./NotFree.tsx";
import { OpenQuestion, Questions } from "./Questions.tsx";
import { Receipt } from "./Receipt.tsx";
import { Requests } from "./Requests.tsx";
import "./serverSentences.ts";

interface DealPageProps {
  dealId: string;
  /** What it would earn, below what is sold. */
  money?: ReactNode;
  /** What other features know of it. */
  children?: ReactNode;
}

/** One registration: how it stands, whose turn it is, what was said about it, and its receipt. */
export function DealPage({ dealId, money, children }: DealPageProps) {
  const deal = useEndpoint(getDeal, { params: { dealId } });
  return (
    <Page>
      <LoadedRecord query={deal}>
        {(record) => (
          <DealRecord deal={record} money={money}>
            {children}
          </DealRecord>
        )}
      </LoadedRecord>
    </Page>
  );
}

interface DealRecordProps extends Pick<DealPageProps, "money" | "children"> {
  deal: DealDetail;
}

function DealRecord({ deal, money, children }: DealRecordProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const [task, setTask] = useState<DealTask | null>(null);
  const { action, menu } = useDealActs(deal, setTask);
  const customer = deal.customer.name ?? t`No customer yet`;
  return (
    <>
      <PageHeader
        title={customer}
        crumbs={[{ label: t`Registrations`, to: "/deals" }]}
        status={<DealState state={deal.state} badge />}
        lead={
          <>
            {deal.number !== null && <Trans>Registration {deal.number}</Trans>}
            {deal.number !== null && deal.project !== "" && " · "}
            {deal.project}
          </>
        }
        action={action}
        menu={menu}
      />
      {deal.onBehalf && (
        <Note tone="info" title={<Trans>Entered on behalf of {deal.partner.name}</Trans>}>
          {deal.onBehalfReason}
        </Note>
      )}
      <NotFree deal={deal} />
      <OpenQuestion deal={deal} />
      <DealFacts deal={deal} />
      <OwnPayCredit decision={deal.payCredit} />
      <WithAside
        aside={
          <>
            {deal.state !== "draft" && <Receipt deal={deal} />}
            {deal.state !== "draft" && <EventTimeline of={{ subjectId: deal.id }} />}
          </>
        }
      >
        <Decided deal={deal} />
        <DealLines deal={deal} />
        {money}
        <Requests deal={deal} />
        <Questions deal={deal} />
        <DealFiles deal={deal} />
        <GivenFacts deal={deal} />
      </WithAside>
      {children}
      <DealDialogs
        deal={deal}
        task={side === "partner" || deal.onBehalf ? task : null}
        onClose={() => setTask(null)}
      />
    </>
  );
}
