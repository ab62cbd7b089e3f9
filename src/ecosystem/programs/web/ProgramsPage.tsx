import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { expand } from "../../ladders/contract.ts";
import { listPrograms, type Program } from "../contract.ts";
import { TemplateGallery } from "./TemplateGallery.tsx";

/** The vendor's programs: what is in force, what is being written, what can be begun. */
export function ProgramsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } });
  const create = can("program.manage")
    ? { label: t`New program`, icon: IconPlus, to: "/programs/new" }
    : undefined;
  return (
    <Page>
      <PageHeader
        title={t`Programs`}
        lead={t`What you offer partners of a kind: who is in it, the levels, what they ask for and what they give.`}
        action={create}
      />
      {create === undefined && (
        <Note tone="info">
          <Trans>An administrator begins programs and publishes their versions.</Trans>
        </Note>
      )}
      <Loaded query={programs}>
        {({ items }) => (
          <>
            {items.length > 0 && <ProgramList programs={items} />}
            {items.length < 2 && (
              <Section
                title={items.length === 0 ? t`Begin with a template` : t`Begin another with a template`}
                note={t`Each is a whole program. You change what is otherwise with you, and nothing is in force before you publish it.`}
              >
                <TemplateGallery />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ProgramList({ programs }: { programs: readonly Program[] }) {
  const { t } = useLingui();
  const columns: Column<Program>[] = [
    { id: "name", header: t`Program`, card: "title", width: 220, cell: ({ name }) => name },
    { id: "levels", header: t`Levels`, cell: ({ latest }) => latest?.ladder && levelsLine(latest.ladder) },
    {
      id: "state",
      header: t`State`,
      width: 190,
      wraps: true,
      cell: (program) => <State program={program} />,
    },
    {
      id: "version",
      header: t`Version`,
      width: 200,
      cell: ({ latest }) =>
        latest && (
          <Trans>
            {latest.version}, from <DayText value={latest.effectiveFrom} />
          </Trans>
        ),
    },
  ];
  return (
    <Section title={t`Your programs`} flush>
      <RowsTable
        label={t`Programs`}
        rows={programs}
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ id, latest }) => (latest === null ? `/programs/${id}/draft` : `/programs/${id}`)}
      />
    </Section>
  );
}

function levelsLine(ladder: Parameters<typeof expand>[0]): string {
  const { base, levels } = expand(ladder);
  return [base, ...levels.map(({ level }) => level)].join(" · ");
}

function State({ program: { latest, hasDraft } }: { program: Program }) {
  if (latest === null) {
    return (
      <Status tone="info" hollow>
        <Trans>Being written</Trans>
      </Status>
    );
  }
  return (
    <Status tone="good">
      {hasDraft ? <Trans>Published, next in writing</Trans> : <Trans>Published</Trans>}
    </Status>
  );
}
