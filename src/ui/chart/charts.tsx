import { Skeleton } from "@mantine/core";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import classes from "./chart.module.css";
import { barsOption, linesOption, type Series } from "./options.ts";
import { usePalette } from "./palette.ts";
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
  const legend = (before || target) && (
    <>
      {before && <Mark colour={palette.main}>{now.name}</Mark>}
      {before && <Mark colour={palette.before}>{before.name}</Mark>}
      {target && <TargetMark target={target} />}
    </>
  );
  return (
    <Drawn
      {...rest}
      heightPx={heightPx}
      option={option}
      series={before ? [now, before] : [now]}
      legend={legend}
    />
  );
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
  const legend = target && <TargetMark target={target} />;
  return <Drawn {...rest} heightPx={heightPx} option={option} series={series} legend={legend} />;
}

interface DrawnProps extends SharedProps {
  option: EChartsCoreOption;
  series: readonly Series[];
  heightPx: number;
  legend?: ReactNode;
}

function Drawn({ question, answer, head, categories, series, option, heightPx, legend }: DrawnProps) {
  const palette = usePalette();
  const [picture, setPicture] = useState<() => string | undefined>();
  const onPicture = useCallback((make: () => string | undefined) => setPicture(() => make), []);
  const rows = categories.map((label, index) => ({
    label,
    values: series.map((one) => one.values[index] ?? null),
  }));
  return (
    <ChartFrame
      question={question}
      answer={answer}
      legend={legend}
      table={{ head, columns: series.map((one) => one.name), rows }}
      picture={picture}
    >
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

function TargetMark({ target }: { target: Target }) {
  const { formatLocale } = useLocale();
  const palette = usePalette();
  return (
    <span className={classes.mark}>
      <span className={classes.dash} style={{ "--swatch": palette.target }} aria-hidden />
      {target.name} {shortly(formatLocale, target.value)}
    </span>
  );
}

function Mark({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span className={classes.mark}>
      <span className={classes.swatch} style={{ "--swatch": colour }} aria-hidden />
      {children}
    </span>
  );
}
