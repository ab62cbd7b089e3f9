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
  const asked = document.measures
    .filter(({ key }) => document.levels.some(({ requires }) => asksFor(requires, key) !== null))
    .map(
      (measure): Column<LevelRow> => ({
        id: measure.key,
        header: measure.label,
        align: "end",
        width: 120,
        cell: ({ requires }) => {
          const one = requires === null ? null : asksFor(requires, measure.key);
          if (one === null) return null;
          if (asksYesNo(measure)) return one.operator === ">=" ? t`yes` : t`no`;
          const amounts = one.amounts.map(words.amount).join(` ${t`or`} `);
          return one.operator === ">=" ? amounts : t`at most ${amounts}`;
        },
      }),
    );
  return <Levels ladder={document} nameOf={names.level} asked={asked} inWords={t`In words`} width={320} />;
}

/** The ladder in few columns: a row a level, with what it asks for in words. */
export function LevelsAsked({ ladder }: { ladder: LadderTwo }) {
  const { t } = useLingui();
  return <Levels ladder={ladder} nameOf={(level) => level} asked={[]} inWords={t`Asks for`} width={420} />;
}

interface LevelsProps {
  ladder: LadderTwo;
  nameOf: (level: string) => string;
  /** What stands between a level and what it asks for in words. */
  asked: readonly Column<LevelRow>[];
  inWords: string;
  width: number;
}

function Levels({ ladder, nameOf, asked, inWords, width }: LevelsProps) {
  const { t } = useLingui();
  const words = useRequirementWords();
  return (
    <RowsTable<LevelRow>
      label={t`What the levels ask for`}
      rows={[{ level: ladder.base, requires: null }, ...ladder.levels]}
      columns={[
        {
          id: "level",
          header: t`Level`,
          card: "title",
          width: 130,
          cell: ({ level }) => <bdi>{nameOf(level)}</bdi>,
        },
        ...asked,
        {
          id: "words",
          header: inWords,
          width,
          wraps: true,
          cell: ({ requires }) =>
            requires === null ? <Trans>where everyone starts</Trans> : words.requirement(requires, ladder),
        },
      ]}
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
