import { Trans, useLingui } from "@lingui/react/macro";
import { IconPencil } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { listProgramVersions, type Program, type ProgramVersion } from "../contract.ts";
import { LadderLevels, LadderLine } from "./ladderWords.tsx";

/** One program: the ladder that counts this quarter, and all its versions. */
export function ProgramSections({ program }: { program: Program }) {
  const { t } = useLingui();
  const { can } = useReader();
  const shown = program.current ?? program.latest;
  const action = can("program.manage")
    ? { label: t`New version`, icon: IconPencil, to: `/plans/tiers/${program.id}/version` }
    : undefined;
  return (
    <>
      <Section title={program.name} note={<InForce program={program} />} action={action}>
        {shown && <LadderLevels ladder={shown.ladder} />}
        {can("tier.review") && (
          <AppLink to={`/programs/${program.id}/tiers`}>
            <Trans>Who moves at the next review</Trans>
          </AppLink>
        )}
      </Section>
      <Versions program={program} />
    </>
  );
}

function InForce({ program: { current, latest } }: { program: Program }) {
  if (current) {
    return (
      <Trans>
        This quarter goes by version {current.version}, in force from{" "}
        <DayText value={current.effectiveFrom} /> on. Plans know it as {current.ladder.name}.
      </Trans>
    );
  }
  if (!latest) return null;
  return (
    <Trans>
      It is not in force yet: quarters that begin on <DayText value={latest.effectiveFrom} /> or later go by
      it. Plans know it as {latest.ladder.name}.
    </Trans>
  );
}

function Versions({ program }: { program: Program }) {
  const { t } = useLingui();
  const versions = useEndpoint(listProgramVersions, {
    params: { programId: program.id },
    query: { limit: 200 },
  });
  const columns: readonly Column<ProgramVersion>[] = [
    {
      id: "version",
      header: t`Version`,
      width: 95,
      card: "title",
      cell: (row) => <Trans>Version {row.version}</Trans>,
    },
    { id: "levels", header: t`Levels`, cell: (row) => <LadderLine ladder={row.ladder} /> },
    {
      id: "from",
      header: t`For quarters from`,
      width: 130,
      cell: (row) => <DayText value={row.effectiveFrom} />,
    },
    {
      id: "state",
      header: t`State`,
      width: 140,
      cell: (row) => <VersionState version={row} current={program.current} />,
    },
    {
      id: "published",
      header: t`Published`,
      width: 210,
      cell: (row) => (
        <>
          <DateTime value={row.publishedAt} brief />
          {row.publishedBy && ` · ${row.publishedBy}`}
        </>
      ),
    },
  ];
  return (
    <Section title={t`Versions of ${program.name}`} flush>
      <Loaded query={versions}>
        {({ items }) => (
          <RowsTable
            label={t`Versions of ${program.name}`}
            rows={items}
            columns={columns}
            rowKey={(row) => row.id}
          />
        )}
      </Loaded>
    </Section>
  );
}

/** A version that was published later counts as soon as a quarter begins on its day or after it. */
function VersionState({ version, current }: { version: ProgramVersion; current: ProgramVersion | null }) {
  if (version.id === current?.id) {
    return (
      <Status tone="good">
        <Trans>This quarter</Trans>
      </Status>
    );
  }
  if (current === null || version.version > current.version) {
    return (
      <Status tone="info" hollow>
        <Trans>Comes into force</Trans>
      </Status>
    );
  }
  return (
    <Status tone="idle" hollow>
      <Trans>Replaced</Trans>
    </Status>
  );
}
