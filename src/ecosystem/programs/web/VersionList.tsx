import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import {
  type ListedVersion,
  listProgramVersions,
  type ProgramRecord,
  type ProgramVersion,
  withdrawProgramVersion,
} from "../contract.ts";
import { CompareVersions } from "./CompareVersions.tsx";

interface VersionListProps {
  program: ProgramRecord;
  touched: () => ReactNode;
}

/** All versions of a program with what each takes away, whom the coming one touches, and any two beside each other. */
export function VersionList({ program, touched }: VersionListProps) {
  const { t } = useLingui();
  const today = useToday();
  const [withdrawing, setWithdrawing] = useState<ProgramVersion | null>(null);
  const versions = useEndpoint(listProgramVersions, {
    params: { programId: program.id },
    query: { limit: 200 },
  });
  const columns: Column<ListedVersion>[] = [
    {
      id: "version",
      header: t`Version`,
      width: 110,
      card: "title",
      cell: (row) => <Trans>Version {row.version}</Trans>,
    },
    { id: "from", header: t`Holds from`, width: 130, cell: (row) => <DayText value={row.effectiveFrom} /> },
    {
      id: "state",
      header: t`State`,
      width: 160,
      cell: (row) => <VersionState version={row} current={program.current?.version ?? 0} />,
    },
    {
      id: "away",
      header: t`Takes away`,
      width: 150,
      cell: ({ takesAway, follows, version }) =>
        takesAway === null || follows === null ? null : takesAway === 0 ? (
          <Trans>nothing</Trans>
        ) : (
          <AppLink to={`/programs/${program.id}?tab=versions&before=${follows}&after=${version}`}>
            <Plural value={takesAway} one="# thing" other="# things" />
          </AppLink>
        ),
    },
    {
      id: "published",
      header: t`Published`,
      cell: (row) => (
        <>
          <DateTime value={row.publishedAt} brief />
          {row.publishedBy && ` · ${row.publishedBy}`}
        </>
      ),
    },
    {
      id: "act",
      header: "",
      width: 130,
      align: "end",
      cell: (row) =>
        program.can.manage &&
        row.withdrawn === null &&
        row.effectiveFrom > today && (
          <ActButton
            act={{ label: t`Take back`, onClick: () => setWithdrawing(row) }}
            variant="default"
            size="compact-sm"
          />
        ),
    },
  ];
  return (
    <Page>
      <Section title={t`Versions`} note={t`A published version never changes.`} flush>
        <Loaded query={versions}>
          {({ items }) => (
            <RowsTable label={t`Versions`} rows={items} columns={columns} rowKey={(row) => row.id} />
          )}
        </Loaded>
      </Section>
      {program.current !== null && program.next !== null && touched()}
      <CompareVersions program={program} />
      {withdrawing && (
        <TakeBack programId={program.id} version={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </Page>
  );
}

interface TakeBackProps {
  programId: string;
  version: ProgramVersion;
  onClose: () => void;
}

function TakeBack({ programId, version, onClose }: TakeBackProps) {
  const { t } = useLingui();
  const form = useEndpointForm(withdrawProgramVersion, {
    params: { programId, version: version.version },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Take version ${version.version} back?`}>
      <Form
        form={form}
        submit={t`Take it back`}
        next={t`It never holds; the version before goes on. What was written is the draft again, unless another one has been begun.`}
        onCancel={onClose}
        danger
      >
        <TextField {...form.field("reason")} label={t`Why`} lines={2} />
      </Form>
    </Dialog>
  );
}

function VersionState({ version, current }: { version: ProgramVersion; current: number }) {
  if (version.withdrawn !== null) {
    return (
      <Status tone="bad" hollow>
        <Trans>Taken back</Trans>
      </Status>
    );
  }
  if (version.version === current) {
    return (
      <Status tone="good">
        <Trans>In force</Trans>
      </Status>
    );
  }
  return (
    <Status tone={version.version > current ? "info" : "idle"} hollow>
      {version.version > current ? <Trans>Comes into force</Trans> : <Trans>Replaced</Trans>}
    </Status>
  );
}
