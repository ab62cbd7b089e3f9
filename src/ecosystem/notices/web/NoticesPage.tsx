import { Trans, useLingui } from "@lingui/react/macro";
import { IconBell, IconChecks, IconMail } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { countNotices, getNoticePreferences, listNotices, type Notice } from "../contract.ts";
import { MailFailing } from "./MailFailing.tsx";
import { useReading } from "./useReading.ts";
import { type NoticeWords, wordingOf } from "./words.ts";

/** All that one was told, the newest first; each leads to where it is dealt with. */
export function NoticesPage({ words }: { words: NoticeWords }) {
  const { t, i18n } = useLingui();
  const count = useEndpoint(countNotices, {});
  const preferences = useEndpoint(getNoticePreferences, {});
  const { read, readMany } = useReading();
  const hasUnread = (count.data?.unread ?? 0) > 0;
  const columns: Column<Notice>[] = [
    {
      id: "title",
      header: t`What happened`,
      card: "title",
      cell: (row) => wordingOf(words, row).title,
    },
    {
      id: "topic",
      header: t`About`,
      width: 190,
      cell: (row) => topicLabel(row.topic),
    },
    {
      id: "state",
      header: t`State`,
      width: 120,
      card: "amount",
      cell: (row) =>
        row.readAt === null ? (
          <Status tone={row.severity === "act" ? "warn" : "info"}>
            <Trans>Unread</Trans>
          </Status>
        ) : (
          <Status tone="idle" hollow>
            <Trans>Read</Trans>
          </Status>
        ),
    },
    {
      id: "at",
      header: t`When`,
      width: 210,
      cell: (row) => <DateTime value={row.occurredAt} />,
    },
  ];
  const topics = (preferences.data?.topics ?? []).map(({ topic }) => ({
    value: topic,
    label: topicLabel(topic),
  }));

  function topicLabel(topic: string): string {
    const known = words.topics[topic];
    return known ? i18n._(known.label) : topic;
  }

  return (
    <Page>
      <PageHeader
        title={t`Notices`}
        {...(hasUnread && {
          action: { label: t`Mark all as read`, icon: IconChecks, onClick: () => void readMany({}) },
        })}
        menu={[{ label: t`Choose what comes by mail`, icon: IconMail, to: "/profile" }]}
      />
      <MailFailing />
      <DataTable<Notice>
        id="notices"
        label={t`Notices`}
        endpoint={listNotices}
        columns={columns}
        filters={[
          {
            kind: "select",
            name: "state",
            label: t`State`,
            options: [
              { value: "unread", label: t`Unread` },
              { value: "read", label: t`Read` },
            ],
          },
          ...(topics.length === 0
            ? []
            : [{ kind: "select" as const, name: "topic", label: t`About`, options: topics }]),
        ]}
        rowKey={(row) => row.id}
        rowHref={(row) => row.link}
        bulk={[
          {
            label: t`Mark as read`,
            icon: IconChecks,
            onAct: (rows, clear) => {
              for (const row of rows) if (row.readAt === null) void read(row.id);
              clear();
            },
          },
        ]}
        csv
        empty={
          <EmptyState icon={IconBell} title={t`Here stands what you are told`}>
            <Trans>
              What happens to registrations that concern you comes here as it happens, and by mail where you
              want it.
            </Trans>
          </EmptyState>
        }
      />
    </Page>
  );
}
