import { Skeleton } from "@mantine/core";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef } from "react";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import { Legend } from "./Legend.tsx";
import { barsOption, linesOption, type Series } from "./options.ts";
import { type Palette, usePalette } from "./palette.ts";
import { type LegendMark, savePicture } from "./picture.ts";
import { type ChartValue, shortly } from "./value.ts";

const Canvas = lazy(() => import("./Canvas.tsx").then((module) => ({ default: module.Canvas })));

interface Target {
  name: string;
  value: ChartValue;
}

interface SharedProps {
  /** The question that the chart answers. */
  question: string;
  /** The answer in words. */
  answer?: ReactNode;
  /** What the steps are: `Month`. */
  head: string;
  /** The steps, as they stand below the axis. */
  categories: readonly string[];
  target?: Target;
  heightPx?: number;
}

interface BarsChartProps extends SharedProps {
  now: Series;
  /** The last period, step by step. */
  before?: Series | undefined;
}

/** How much in each period, against the last one and the target. Bars begin at zero. */
export function BarsChart({ now, before, heightPx = 240, ...rest }: BarsChartProps) {
  const { formatLocale: locale } = useLocale();
  const palette = usePalette();
  const { categories, target } = rest;
  const option = useMemo(
    () => barsOption({ locale, palette, categories, target }, now, before),
    [locale, palette, categories, target, now, before],
  );
  const marks = [
    ...(before
      ? [
          { name: now.name, colour: palette.main },
          { name: before.name, colour: palette.before },
        ]
      : []),
    ...targetMarks(target, locale, palette),
  ];
  const series = before ? [now, before] : [now];
  return <Drawn {...rest} heightPx={heightPx} option={option} series={series} marks={marks} />;
}

interface LinesChartProps extends SharedProps {
  /** The first is what is asked about; each is named at its end. */
  series: readonly Series[];
}

/** How something goes over time. */
export function LinesChart({ series, heightPx = 240, ...rest }: LinesChartProps) {
  const { formatLocale: locale } = useLocale();
  const palette = usePalette();
  const { categories, target } = rest;
  const option = useMemo(
    () => linesOption({ locale, palette, categories, target }, series),
    [locale, palette, categories, target, series],
  );
  const marks = targetMarks(target, locale, palette);
  return <Drawn {...rest} heightPx={heightPx} option={option} series={series} marks={marks} />;
}

function targetMarks(target: Target | undefined, locale: string, palette: Palette): LegendMark[] {
  if (!target) return [];
  return [{ name: `${target.name} ${shortly(locale, target.value)}`, colour: palette.target, dashed: true }];
}

interface DrawnProps extends SharedProps {
  option: EChartsCoreOption;
  series: readonly Series[];
  heightPx: number;
  marks: readonly LegendMark[];
}

function Drawn({ question, answer, head, categories, series, option, heightPx, marks }: DrawnProps) {
  const palette = usePalette();
  const draw = useRef<() => string | undefined>(() => undefined);
  const onPicture = useCallback((make: () => string | undefined) => {
    draw.current = make;
  }, []);
  const rows = categories.map((label, index) => ({
    label,
    values: series.map((one) => one.values[index] ?? null),
  }));

  function save() {
    const chart = draw.current();
    if (chart) void savePicture({ question, marks, chart, palette });
  }

  return (
    <ChartFrame
      question={question}
      answer={answer}
      table={{ head, columns: series.map((one) => one.name), rows }}
      onPicture={save}
    >
      <Legend marks={marks} />
      <Suspense fallback={<Skeleton height={heightPx} radius="sm" />}>
        <Canvas
          option={option}
          heightPx={heightPx}
          surface={palette.surface}
          label={question}
          onPicture={onPicture}
        />
      </Suspense>
    </ChartFrame>
  );
}
