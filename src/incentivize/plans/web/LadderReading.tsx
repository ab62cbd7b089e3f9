import { Trans, useLingui } from "@lingui/react/macro";
import { useRequirementWords } from "#ecosystem/ladders/web/index.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { LadderDescription } from "../describe.ts";

interface LadderReadingProps {
  ladder: LadderDescription;
  ownLevel?: string | undefined;
}

type Level = LadderDescription["levels"][number];

/** The tiers that a plan multiplies by: where each starts, and what is measured. */
export function LadderReading({ ladder, ownLevel }: LadderReadingProps) {
  const { t } = useLingui();
  const words = useRequirementWords();
  const isReviewed = ladder.format === "hanse-ladder/2";
  const columns: readonly Column<Level>[] = [
    {
      id: "level",
      header: t`Tier`,
      card: "title",
      cell: (row) => <LevelName level={row.level} ownLevel={ownLevel} />,
    },
    {
      id: "from",
      header: isReviewed ? t`Asks for` : t`Won in the quarter before, at least`,
      align: isReviewed ? "start" : "end",
      width: isReviewed ? 520 : 280,
      card: "amount",
      cell: (row) =>
        row.from !== null ? (
          <Money value={{ amount: row.from, currency: ladder.currency }} />
        ) : row.requires === null ? (
          <Trans>where everyone starts</Trans>
        ) : (
          <span style={{ whiteSpace: "normal" }}>{words.requirement(row.requires, ladder)}</span>
        ),
    },
  ];
  return (
    <Section
      title={t`Tiers: ${ladder.label}`}
      note={
        isReviewed ? (
          <Trans>A quarter goes by the tier that is in force on its first day.</Trans>
        ) : (
          <Trans>
            The tier of a calendar quarter follows from the owner’s won close value in the calendar quarter
            before; a bound belongs to the tier that it opens.
          </Trans>
        )
      }
      flush
    >
      <RowsTable
        label={t`Tiers: ${ladder.label}`}
        rows={ladder.levels}
        columns={columns}
        rowKey={(row) => row.level}
      />
    </Section>
  );
}

function LevelName({ level, ownLevel }: { level: string; ownLevel: string | undefined }) {
  if (level !== ownLevel) return level;
  return (
    <>
      {level}{" "}
      <Status tone="good">
        <Trans>yours this quarter</Trans>
      </Status>
    </>
  );
}
