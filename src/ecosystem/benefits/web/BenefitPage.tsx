import { Trans, useLingui } from "@lingui/react/macro";
import { IconArrowBackUp, IconPencilPlus, IconRotate2 } from "@tabler/icons-react";
import { useState } from "react";
import type { Act } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { EventTimeline } from "../../stream/web/index.tsx";
import { type BenefitCase, getBenefitRequest } from "../contract.ts";
import { BenefitDialogs, type BenefitTask } from "./BenefitDialogs.tsx";
import { BenefitState } from "./BenefitState.tsx";
import { DecideRequest } from "./DecideRequest.tsx";
import { useBenefitName } from "./lineInWords.ts";
import { RequestFacts } from "./RequestFacts.tsx";
import { Uses } from "./Uses.tsx";
import "./serverSentences.ts";

/** One request: the case and what follows from granting it, later how it is used and until when. */
export function BenefitPage({ requestId }: { requestId: string }) {
  const request = useEndpoint(getBenefitRequest, { params: { requestId } });
  return (
    <Page>
      <LoadedRecord query={request}>{(record) => <Record key={record.id} request={record} />}</LoadedRecord>
    </Page>
  );
}

function Record({ request }: { request: BenefitCase }) {
  const { t } = useLingui();
  const { side } = useReader();
  const name = useBenefitName(request);
  const [task, setTask] = useState<BenefitTask | null>(null);
  const { action, menu } = useActs(request, setTask);
  const facts = <RequestFacts request={request} />;
  return (
    <>
      <PageHeader
        title={side === "vendor" ? t`${name} for ${request.partner.name}` : name}
        crumbs={[{ label: t`Benefits`, to: side === "vendor" ? "/benefits" : "/benefits?tab=asked" }]}
        status={<BenefitState state={request.state} badge />}
        lead={request.purpose}
        action={action}
        menu={menu}
      />
      <Said request={request} />
      {request.can.grant ? (
        <DecideRequest request={request} onTask={setTask}>
          {facts}
        </DecideRequest>
      ) : (
        <WithAside aside={<EventTimeline of={{ subjectId: request.id }} />}>
          {facts}
          {request.granted !== null && <Uses request={request} />}
        </WithAside>
      )}
      <BenefitDialogs request={request} task={task} onClose={() => setTask(null)} />
    </>
  );
}

/** What the vendor said, as long as it matters. */
function Said({ request: { state, reason, reversalReason } }: { request: BenefitCase }) {
  const { t } = useLingui();
  if (state === "declined")
    return (
      <Note tone="warn" title={t`Declined`}>
        {reason}
      </Note>
    );
  if (state === "reversed")
    return (
      <Note tone="warn" title={t`The grant was a mistake and was taken back`}>
        {reversalReason} <Trans>What was used by then stays used.</Trans>
      </Note>
    );
  if (reason === null) return null;
  return <Note tone="info">{reason}</Note>;
}

function useActs(
  { can }: BenefitCase,
  begin: (task: BenefitTask) => void,
): { action: Act | undefined; menu: Act[] } {
  const { t } = useLingui();
  const use = { label: t`Record a use`, icon: IconPencilPlus, onClick: () => begin("use") };
  const withdraw = {
    label: t`Withdraw`,
    icon: IconArrowBackUp,
    danger: true,
    onClick: () => begin("withdraw"),
  };
  const reverse = {
    label: t`Take the grant back`,
    icon: IconRotate2,
    danger: true,
    onClick: () => begin("reverse"),
  };
  return {
    action: can.use ? use : undefined,
    menu: [...(can.withdraw ? [withdraw] : []), ...(can.reverse ? [reverse] : [])],
  };
}
