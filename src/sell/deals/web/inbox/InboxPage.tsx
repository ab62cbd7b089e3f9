import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconInbox, IconX } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { type DealBatch, type DealItem, type dealViews, listDeals } from "../../contract.ts";
import { Breaches } from "./Breaches.tsx";
import classes from "./inbox.module.css";
import { useInboxColumns } from "./inboxColumns.tsx";
import { JustDecided } from "./JustDecided.tsx";
import { KeysHere } from "./KeysHere.tsx";
import { LeftOut, PendingBatch } from "./PendingBatch.tsx";
import { placeToDecide } from "./queue.ts";
import { ApproveTogether, RejectTogether } from "./Together.tsx";
import "./serverWords.ts";

type QueueView = (typeof dealViews)[number];

/** What waits for an answer of the vendor, by deadline; a key opens the next, and deciding goes on through the queue. */
export function InboxPage() {
  const { t } = useLingui();
  useHotkey({ key: "j", label: t`Go to the first registration`, act: focusFirst });
  useHotkey({ key: "ArrowDown", label: t`Go to the first registration`, act: focusFirst });
  return (
    <Page>
      <PageHeader title={t`Inbox`} lead={t`Registrations by the time in which they are owed an answer.`} />
      <JustDecided />
      <Tabs
        label={t`Parts of the inbox`}
        tabs={[
          { value: "vendor", label: t`Wait for us`, content: () => <Queue view="waits-for-vendor" /> },
          { value: "overdue", label: t`Overdue`, content: () => <Queue view="overdue" /> },
          {
            value: "partner",
            label: t`Wait for the partner`,
            content: () => <Queue view="waits-for-partner" />,
          },
          { value: "requests", label: t`Requests`, content: () => <Queue view="requests" /> },
          { value: "late", label: t`Too late`, content: () => <Breaches /> },
        ]}
      />
    </Page>
  );
}

/** Within the list its own keys go from row to row. */
function focusFirst() {
  if (document.activeElement?.closest("table") !== null && document.activeElement !== null) return;
  document.querySelector<HTMLElement>("main table tbody a, main ul a[href$='/decide']")?.focus();
}

type Asking = { act: "approve" | "reject"; deals: readonly DealItem[]; clear: () => void };

function Queue({ view }: { view: QueueView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const columns = useInboxColumns(view);
  const empty = useEmptyWords()[view];
  const [, change] = useUrlValues();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [done, setDone] = useState<{ batch: DealBatch; deals: readonly DealItem[] } | null>(null);
  const decides = view === "waits-for-vendor" || view === "overdue";
  useHotkey(
    decides ? { key: "a", label: t`Approve the marked ones, or open the row`, act: () => press(0) } : null,
  );
  useHotkey(
    decides ? { key: "r", label: t`Reject the marked ones, or open the row`, act: () => press(1) } : null,
  );

  /** With rows marked, the act of the bar; without, the row that has the focus is opened, where the key decides. */
  function press(which: 0 | 1) {
    const acts = document.querySelectorAll<HTMLButtonElement>("section[aria-live] button");
    if (acts.length > 0) return acts[which]?.click();
    const row = document.activeElement?.closest("tr, li");
    const to = row?.querySelector("a[href$='/decide']")?.getAttribute("href");
    if (to) void navigate({ to });
  }

  function decided(batch: DealBatch, { deals, clear }: Asking) {
    clear();
    setAsking(null);
    setDone({ batch, deals });
    change({ batch: batch.decided.length === 0 ? "" : batch.id });
  }

  const bulk = (act: Asking["act"], label: string, icon: typeof IconCheck) => ({
    label,
    icon,
    danger: act === "reject",
    onAct: (deals: readonly DealItem[], clear: () => void) => setAsking({ act, deals, clear }),
  });
  const Ask = asking?.act === "approve" ? ApproveTogether : RejectTogether;
  return (
    <>
      <div className={classes.notes}>
        {decides && <PendingBatch />}
        {done && <LeftOut batch={done.batch} deals={done.deals} />}
      </div>
      {decides && <KeysHere />}
      <DataTable
        id={`inbox-${view}`}
        label={t`Inbox`}
        endpoint={listDeals}
        fixed={{ view, sort: view === "requests" ? "protectedUntil" : "decisionDueAt" }}
        columns={columns}
        filters={[{ kind: "search", name: "search", label: t`Customer, project or number` }]}
        rowKey={(row) => row.id}
        rowHref={(row) => placeToDecide(row.id)}
        bulk={
          decides ? [bulk("approve", t`Approve`, IconCheck), bulk("reject", t`Reject`, IconX)] : undefined
        }
        csv
        empty={
          <EmptyState icon={IconInbox} title={empty.title}>
            {empty.why}
          </EmptyState>
        }
      />
      {asking && (
        <Ask
          deals={asking.deals}
          onClose={() => setAsking(null)}
          onDone={(batch) => decided(batch, asking)}
        />
      )}
    </>
  );
}

function useEmptyWords() {
  const { t } = useLingui();
  const nothing = {
    title: t`Nothing waits for you`,
    why: (
      <Trans>
        Here registrations stand that partners have submitted, the most urgent first. A decision takes a key.
      </Trans>
    ),
  };
  return {
    "waits-for-vendor": nothing,
    protected: nothing,
    overdue: {
      title: t`Everything is answered in time`,
      why: (
        <Trans>Here a registration stands as soon as its answer is owed longer than the rules allow.</Trans>
      ),
    },
    "waits-for-partner": {
      title: t`No partner owes an answer`,
      why: <Trans>Here registrations stand that you have asked about; your clock stands meanwhile.</Trans>,
    },
    requests: {
      title: t`No partner asks for anything`,
      why: (
        <Trans>
          Here protected deals stand whose partner asks for more time, or says that it was won or lost.
        </Trans>
      ),
    },
  };
}
