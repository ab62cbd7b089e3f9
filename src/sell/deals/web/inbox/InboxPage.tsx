import { Trans, useLingui } from "@lingui/react/macro";
import { IconInbox } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { DataTable } from "#ui/table/DataTable.tsx";
import { type dealViews, listDeals } from "../../contract.ts";
import { useInboxColumns } from "./inboxColumns.tsx";
import { JustDecided } from "./JustDecided.tsx";
import { placeToDecide } from "./queue.ts";

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

function Queue({ view }: { view: (typeof dealViews)[number] }) {
  const { t } = useLingui();
  const columns = useInboxColumns(view);
  const empty = useEmptyWords()[view];
  return (
    <DataTable
      id={`inbox-${view}`}
      label={t`Inbox`}
      endpoint={listDeals}
      fixed={{ view, sort: view === "requests" ? "protectedUntil" : "decisionDueAt" }}
      columns={columns}
      filters={[{ kind: "search", name: "search", label: t`Customer, project or number` }]}
      rowKey={(row) => row.id}
      rowHref={(row) => placeToDecide(row.id)}
      csv
      empty={
        <EmptyState icon={IconInbox} title={empty.title}>
          {empty.why}
        </EmptyState>
      }
    />
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
