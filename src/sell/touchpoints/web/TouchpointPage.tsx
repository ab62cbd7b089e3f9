import { Trans, useLingui } from "@lingui/react/macro";
import { IconArrowBackUp, IconCheck, IconMessageReply, IconX } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { EventTimeline } from "#ecosystem/stream/web/index.tsx";
import type { Act } from "#ui/act/Act.tsx";
import { useEndpoint, useEndpointList } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { getTouchpoint, listTouchpoints, type Touchpoint } from "../contract.ts";
import { Evidence } from "./Evidence.tsx";
import { TouchpointDialogs, type TouchpointTask } from "./TouchpointDialogs.tsx";
import { TouchpointFacts } from "./TouchpointFacts.tsx";
import { TouchpointState } from "./TouchpointState.tsx";
import { useTouchpointWords } from "./touchpointWords.ts";
import "./serverSentences.ts";

/** One touchpoint: what it was, its evidence, and what vendor and partner said about it. */
export function TouchpointPage({ touchpointId }: { touchpointId: string }) {
  const touchpoint = useEndpoint(getTouchpoint, { params: { touchpointId } });
  return (
    <Page>
      <LoadedRecord query={touchpoint}>
        {(record) => <Record key={record.id} touchpoint={record} />}
      </LoadedRecord>
    </Page>
  );
}

function Record({ touchpoint }: { touchpoint: Touchpoint }) {
  const { t } = useLingui();
  const words = useTouchpointWords();
  const [task, setTask] = useState<TouchpointTask | null>(null);
  const goOn = useNextThatWaits(touchpoint);
  const { action, menu } = useActs(touchpoint, setTask);
  return (
    <>
      <PageHeader
        title={`${words.kinds[touchpoint.kind]}: ${touchpoint.about.name}`}
        crumbs={[{ label: t`Touchpoints`, to: "/touchpoints" }]}
        status={<TouchpointState state={touchpoint.state} badge />}
        lead={touchpoint.purpose ?? undefined}
        action={action}
        menu={menu}
      />
      <Said touchpoint={touchpoint} />
      <WithAside aside={<EventTimeline of={{ subjectId: storyOf(touchpoint) }} />}>
        <TouchpointFacts touchpoint={touchpoint} />
        <Evidence touchpoint={touchpoint} />
      </WithAside>
      <TouchpointDialogs
        touchpoint={touchpoint}
        task={task}
        onClose={() => setTask(null)}
        onDecided={() => {
          setTask(null);
          goOn();
        }}
      />
    </>
  );
}

/** A registration's own touchpoint has the registration's story. */
function storyOf({ id, kind, about }: Touchpoint): string {
  return kind === "registration" ? about.id : id;
}

/** Doubts and answers, as long as they matter. */
function Said({ touchpoint: { state, reason, remark } }: { touchpoint: Touchpoint }) {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  if (state === "contested")
    return (
      <Note tone="warn" title={side === "vendor" ? t`Contested` : t`Contested by ${vendorName}`}>
        {reason}
      </Note>
    );
  if (state !== "recorded" || remark === null) return null;
  return (
    <Note tone="info" title={t`Asked again after it was contested`}>
      {remark} {reason !== null && <Trans>It was contested with: {reason}</Trans>}
    </Note>
  );
}

function useActs(
  { can }: Touchpoint,
  begin: (task: TouchpointTask) => void,
): { action: Act | undefined; menu: Act[] } {
  const { t } = useLingui();
  const confirm = { label: t`Confirm`, icon: IconCheck, onClick: () => begin("confirm") };
  const contest = { label: t`Contest`, icon: IconX, onClick: () => begin("contest") };
  const again = { label: t`Ask again`, icon: IconMessageReply, onClick: () => begin("askAgain") };
  const withdraw = {
    label: t`Withdraw`,
    icon: IconArrowBackUp,
    danger: true,
    onClick: () => begin("withdraw"),
  };
  useHotkey({ key: "c", label: t`Confirm`, act: () => can.confirm && begin("confirm") });
  useHotkey({ key: "x", label: t`Contest`, act: () => can.contest && begin("contest") });
  return {
    action: can.confirm ? confirm : can.askAgain ? again : undefined,
    menu: [...(can.contest ? [contest] : []), ...(can.withdraw ? [withdraw] : [])],
  };
}

/** Goes from a decided one to the next that waits, or to the list where none is left. */
function useNextThatWaits({ id, can }: Touchpoint): () => void {
  const navigate = useNavigate();
  const { rows } = useEndpointList(
    listTouchpoints,
    { query: { view: "to-confirm", sort: "recordedAt" } },
    { enabled: can.confirm, pageSize: 20 },
  );
  const at = rows.findIndex((row) => row.id === id);
  const next = rows[at + 1] ?? rows.find((row) => row.id !== id);
  return () => void navigate({ to: next === undefined ? "/touchpoints" : `/touchpoints/${next.id}` });
}
