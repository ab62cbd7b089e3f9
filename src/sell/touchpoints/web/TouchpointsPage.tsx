import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconPlus, IconTimelineEvent } from "@tabler/icons-react";
import { useState } from "react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Touchpoint } from "../contract.ts";
import { ConfirmMany } from "./ConfirmMany.tsx";
import { LogDialog } from "./LogDialog.tsx";
import { TouchpointsTable } from "./TouchpointsTable.tsx";
import "./serverSentences.ts";

/** All touchpoints that the reader may see; who decides them begins with those that wait. */
export function TouchpointsPage() {
  const { can } = useReader();
  return can("touchpoint.decide") ? <ToDecide /> : <All />;
}

function ToDecide() {
  const { t } = useLingui();
  useHotkey({ key: "j", label: t`Go to the first touchpoint`, act: focusFirst });
  useHotkey({ key: "ArrowDown", label: t`Go to the first touchpoint`, act: focusFirst });
  return (
    <Page>
      <PageHeader
        title={t`Touchpoints`}
        lead={t`What partners did for sales, by their own account. What you confirm counts for insight credit, which moves no money.`}
      />
      <Tabs
        label={t`Parts of the touchpoints`}
        tabs={[
          { value: "waiting", label: t`To confirm`, content: () => <Waiting /> },
          {
            value: "all",
            label: t`All`,
            content: () => <TouchpointsTable id="touchpoints" empty={<NothingYet />} />,
          },
        ]}
      />
    </Page>
  );
}

/** Within the list its own keys go from row to row. */
function focusFirst() {
  if (document.activeElement?.closest("table")) return;
  document.querySelector<HTMLElement>("main table tbody a, main ul a[href*='/touchpoints/']")?.focus();
}

function Waiting() {
  const { t } = useLingui();
  const [marked, setMarked] = useState<{ rows: readonly Touchpoint[]; clear: () => void } | null>(null);
  return (
    <>
      <TouchpointsTable
        id="touchpoints-waiting"
        fixed={{ view: "to-confirm", sort: "recordedAt" }}
        bulk={[{ label: t`Confirm`, icon: IconCheck, onAct: (rows, clear) => setMarked({ rows, clear }) }]}
        empty={
          <EmptyState icon={IconTimelineEvent} title={t`Nothing waits for you`}>
            <Trans>Here touchpoints stand that partners have logged, the oldest first.</Trans>
          </EmptyState>
        }
      />
      {marked && (
        <ConfirmMany
          rows={marked.rows}
          onClose={() => setMarked(null)}
          onDone={() => {
            marked.clear();
            setMarked(null);
          }}
        />
      )}
    </>
  );
}

function All() {
  const { t } = useLingui();
  const { can, vendorName } = useReader();
  const [logging, setLogging] = useState(false);
  const log = can("touchpoint.log")
    ? { label: t`Log a touchpoint`, icon: IconPlus, onClick: () => setLogging(true) }
    : undefined;
  return (
    <Page>
      <PageHeader
        title={t`Touchpoints`}
        lead={t`What you did for a sale: ${vendorName} confirms it or says why not.`}
        action={log}
      />
      <TouchpointsTable id="touchpoints" empty={<NothingYet />} />
      <LogDialog opened={logging} onClose={() => setLogging(false)} />
    </Page>
  );
}

function NothingYet() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconTimelineEvent} title={t`Here touchpoints will stand`}>
      <Trans>
        A demo, a meeting, a document, an introduction: what a partner did for a sale, with evidence.
        Registering a deal is one by itself.
      </Trans>
    </EmptyState>
  );
}
