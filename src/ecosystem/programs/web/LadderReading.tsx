import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import {
  asksYesNo,
  comparisonsOf,
  type Ladder,
  type LadderTwo,
  parseExpression,
} from "../../ladders/contract.ts";
import { useRequirementWords } from "../../ladders/web/index.tsx";
import { useProgramNames } from "./ownWords.ts";
import { usePointsWords } from "./pointsWords.ts";

interface LevelRow {
  level: string;
  requires: string | null;
}

/** The ladder as a matrix: a row a level, a column a measure, and in words what is no plain list of thresholds. */
export function LadderMatrix({ ladder, programId }: { ladder: Ladder; programId: string }) {
  const { t } = useLingui();
  const words = useRequirementWords();
  const names = useProgramNames(programId);
  const document = names.ladder(ladder);
  const rows: LevelRow[] = [
    { level: document.base, requires: null },
    ...document.levels.map(({ level, requires }) => ({ level, requires })),
  ];
  const columns: Column<LevelRow>[] = [
    {
      id: "level",
      header: t`Level`,
      card: "title",
      width: 130,
      cell: ({ level }) => <bdi>{names.level(level)}</bdi>,
    },
    ...document.measures
      .filter(({ key }) => document.levels.some(({ requires }) => asksFor(requires, key) !== null))
      .map(
        (measure): Column<LevelRow> => ({
          id: measure.key,
          header: measure.label,
          align: "end",
          width: 120,
          cell: ({ requires }) => {
            const asked = requires === null ? null : asksFor(requires, measure.key);
            if (asked === null) return null;
            if (asksYesNo(measure)) return asked.operator === ">=" ? t`yes` : t`no`;
            const amounts = asked.amounts.map(words.amount).join(` ${t`or`} `);
            return asked.operator === ">=" ? amounts : t`at most ${amounts}`;
          },
        }),
      ),
    {
      id: "words",
      header: t`In words`,
      width: 320,
      wraps: true,
      cell: ({ requires }) =>
        requires === null ? <Trans>where everyone starts</Trans> : words.requirement(requires, document),
    },
  ];
  return (
    <RowsTable
      label={t`What the levels ask for`}
      rows={rows}
      columns={columns}
      rowKey={({ level }) => level}
    />
  );
}

/** The ladder in few columns: a row a level, with what it asks for in words. */
export function LevelsAsked({ ladder }: { ladder: LadderTwo }) {
  const { t } = useLingui();
  const words = useRequirementWords();
  const rows: LevelRow[] = [{ level: ladder.base, requires: null }, ...ladder.levels];
  const columns: Column<LevelRow>[] = [
    { id: "level", header: t`Level`, card: "title", width: 130, cell: ({ level }) => <bdi>{level}</bdi> },
    {
      id: "words",
      header: t`Asks for`,
      width: 420,
      wraps: true,
      cell: ({ requires }) =>
        requires === null ? <Trans>where everyone starts</Trans> : words.requirement(requires, ladder),
    },
  ];
  return (
    <RowsTable
      label={t`What the levels ask for`}
      rows={rows}
      columns={columns}
      rowKey={({ level }) => level}
    />
  );
}

/** What an expression asks of one measure; null where it asks nothing, or cannot be read. */
function asksFor(requires: string, measure: string) {
  try {
    return comparisonsOf(parseExpression(requires)).find((one) => one.measure === measure) ?? null;
  } catch {
    return null;
  }
}

/** When it is measured, decided and in force, and how a level is kept. */
export function LadderTerms({ ladder, programId }: { ladder: Ladder; programId: string | null }) {
  const { t } = useLingui();
  const words = useRequirementWords();
  const document = useProgramNames(programId).ladder(ladder);
  const { reviews } = document;
  const measuredAt = {
    entity: t`Each partner`,
    group: t`Each group of companies`,
    downline: t`Each partner with those below it`,
    country: t`Each country of a partner`,
    location: t`Each location of a partner`,
  };
  const standing = document.goodStanding.map((text) => words.requirement(text, document));
  return (
    <FieldStack>
      <Facts
        columned
        facts={[
          { label: t`Measured for`, value: measuredAt[document.measuredAt] },
          {
            label: t`Reviewed`,
            value: <Plural value={reviews.everyMonths} one="every month" other="every # months" />,
          },
          {
            label: t`Levels can be lost`,
            value: <Plural value={reviews.demoteEveryMonths} one="every month" other="every # months" />,
          },
          {
            label: t`Decided`,
            value: (
              <Plural
                value={reviews.decidedAfterDays}
                one="# day after the window"
                other="# days after the window"
              />
            ),
          },
          {
            label: t`Counts`,
            value: (
              <Plural
                value={reviews.inForceAfterDays}
                one="# day after the decision"
                other="# days after the decision"
              />
            ),
          },
          { label: t`Grace`, value: <Plural value={document.graceDays} one="# day" other="# days" /> },
          {
            label: t`Warned`,
            value: <Plural value={document.warnDays} one="# day ahead" other="# days ahead" />,
          },
          {
            label: t`Stays at least`,
            value: <Plural value={document.minimumStayMonths} one="# month" other="# months" />,
          },
        ]}
      />
      {standing.length > 0 && (
        <Facts stacked facts={[{ label: t`Good standing`, value: standing.join(t`; `) }]} />
      )}
    </FieldStack>
  );
}

/** What is counted for the levels, over which days, and what gives points. */
export function LadderMeasures({ ladder, programId }: { ladder: Ladder; programId: string }) {
  const { t } = useLingui();
  const words = useRequirementWords();
  const pointsIn = usePointsWords();
  const { measures } = useProgramNames(programId).ladder(ladder);
  return (
    <Facts
      columned
      facts={measures.map((measure) => ({
        label: measure.label,
        value: words.window(measure.window),
        hint: measure.kind === "points" && pointsIn(measure).join(t`; `),
      }))}
    />
  );
}
