import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Share } from "#ui/text/Figure.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { ComponentDescription, PlanStatement } from "../describe.ts";
import { usePlanWords } from "./words.ts";

interface ComponentReadingProps {
  component: ComponentDescription;
  ownLevel?: string | undefined;
}

interface RateRow {
  series: string | null;
  /** The rate as the plan says it, before any multiplier. */
  base: string;
  atLevel: ReadonlyMap<string, string>;
}

/** One component: who gets it, of what, at which rates, and how it is rounded. */
export function ComponentReading({ component, ownLevel }: ComponentReadingProps) {
  return (
    <Section title={component.label} note={<Beneficiary statements={component.statements} />} flush>
      <RatesTable component={component} ownLevel={ownLevel} />
      <Rounding statements={component.statements} />
    </Section>
  );
}

function Beneficiary({ statements }: { statements: readonly PlanStatement[] }) {
  const words = usePlanWords();
  const parent = statements.find((one) => one.code === "pays-parent");
  const ofLines = statements.some((one) => one.code === "of-line-value");
  if (parent?.code === "pays-parent") {
    const who = words.above(parent.params.edge);
    return ofLines ? (
      <Trans>Goes to {who} at the close, of the value of each line by its product’s series.</Trans>
    ) : (
      <Trans>Goes to {who} at the close, of the close value of the opportunity.</Trans>
    );
  }
  return ofLines ? (
    <Trans>
      Goes to the partner that owns the opportunity at its close, of the value of each line by its product’s
      series.
    </Trans>
  ) : (
    <Trans>
      Goes to the partner that owns the opportunity at its close, of the close value of the opportunity.
    </Trans>
  );
}

/** The rates, and what they come to at each tier. */
export function RatesTable({ component, ownLevel }: ComponentReadingProps) {
  const { t } = useLingui();
  const format = useFormat();
  const rows = ratesOf(component);
  const levels = component.effectiveRates[0]?.atLevel.map(({ level }) => level) ?? [];
  const factors = new Map(
    component.statements.flatMap((one) =>
      one.code === "multiplier" ? [[one.params.level, one.params.factor]] : [],
    ),
  );
  const headOf = (level: string) => {
    const head = `${level} × ${format.exact(factors.get(level) ?? "1")}`;
    return level === ownLevel ? t`${head}, yours` : head;
  };
  const columns: readonly Column<RateRow>[] = [
    {
      id: "series",
      header: t`Product series`,
      card: "title",
      cell: (row) => row.series ?? t`All products`,
    },
    {
      id: "base",
      header: t`Rate`,
      align: "end",
      width: 80,
      card: levels.length === 0 ? "amount" : undefined,
      cell: (row) => <Share value={row.base} digits={6} />,
    },
    ...levels.map(
      (level): Column<RateRow> => ({
        id: level,
        header: headOf(level),
        align: "end",
        width: level === ownLevel ? 170 : 110,
        cell: (row) => <Share value={row.atLevel.get(level)} digits={6} />,
      }),
    ),
  ];
  return (
    <RowsTable
      label={t`Rates of ${component.label}`}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.series ?? ""}
    />
  );
}

function ratesOf({ statements, effectiveRates }: ComponentDescription): RateRow[] {
  return statements
    .flatMap((one): RateRow[] => {
      if (one.code !== "flat-rate" && one.code !== "series-rate") return [];
      const series = one.code === "flat-rate" ? null : one.params.series;
      const effective = effectiveRates.find((rate) => rate.series === series);
      const atLevel = new Map(effective?.atLevel.map(({ level, rate }) => [level, rate]));
      return [{ series, base: one.params.rate, atLevel }];
    })
    .sort((one, other) => (one.series ?? "").localeCompare(other.series ?? ""));
}

function Rounding({ statements }: { statements: readonly PlanStatement[] }) {
  const words = usePlanWords();
  const rounding = statements.find((one) => one.code === "rounding");
  if (rounding?.code !== "rounding") return null;
  const mode = words.rounding(rounding.params.mode);
  if (statements.some((one) => one.code === "of-line-value"))
    return (
      <Sentences inset>
        <Trans>
          The lines of an opportunity are summed, then rounded once, after all factors, to the currency’s
          smallest unit: {mode}.
        </Trans>
      </Sentences>
    );
  return (
    <Sentences inset>
      <Trans>Rounded once, after all factors, to the currency’s smallest unit: {mode}.</Trans>
    </Sentences>
  );
}
