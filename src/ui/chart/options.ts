import type { Palette } from "./palette.ts";
import { axisValue, type ChartValue, exactly, lengthOf, shortly } from "./value.ts";

/** Values along the same steps as all others of the chart. */
export interface Series {
  name: string;
  values: readonly ChartValue[];
}

interface ChartParts {
  locale: string;
  palette: Palette;
  /** The steps: months, partners. */
  categories: readonly string[];
  target?: { name: string; value: ChartValue } | undefined;
}

const font = { fontFamily: "'Inter Variable', system-ui, sans-serif", fontSize: 12 };

function axes({ locale, palette, categories }: ChartParts, all: readonly ChartValue[]) {
  return {
    grid: { top: 16, bottom: 4, left: 4, right: 12, containLabel: true },
    xAxis: {
      type: "category",
      data: [...categories],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...font, color: palette.dimmed, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      // Below zero it begins at a round step of its own, so that no two labels lie on each other.
      min: (range: { min: number }) => (range.min < 0 ? null : 0),
      splitNumber: 3,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        ...font,
        color: palette.dimmed,
        formatter: (step: number) => shortly(locale, axisValue(step, all)),
      },
    },
  };
}

function tooltip({ locale, palette, categories }: ChartParts, series: readonly Series[]) {
  return {
    trigger: "axis",
    axisPointer: { type: "line", lineStyle: { color: palette.dimmed, type: "dotted" } },
    backgroundColor: palette.surface,
    borderColor: palette.line,
    textStyle: { ...font, color: palette.text },
    formatter: (points: { dataIndex: number }[]) => {
      const index = points[0]?.dataIndex ?? 0;
      const lines = series.map(({ name, values }) => [name, exactly(locale, values[index] ?? null)] as const);
      return tooltipNode(categories[index] ?? "", lines);
    },
  };
}

/** Built as elements: what a name says is shown, never run. */
function tooltipNode(title: string, lines: readonly (readonly [string, string])[]): HTMLElement {
  const box = document.createElement("div");
  const head = document.createElement("strong");
  head.textContent = title;
  box.append(head);
  for (const [name, value] of lines) {
    const line = document.createElement("div");
    line.style.cssText = "display:flex;justify-content:space-between;gap:16px";
    const label = document.createElement("span");
    label.textContent = name;
    const figure = document.createElement("span");
    figure.textContent = value;
    line.append(label, figure);
    box.append(line);
  }
  return box;
}

function targetLine({ palette, target }: ChartParts) {
  if (!target) return {};
  return {
    markLine: {
      symbol: "none",
      silent: true,
      lineStyle: { color: palette.target, type: "dashed", width: 1.5 },
      label: { show: false },
      data: [{ yAxis: lengthOf(target.value) }],
    },
  };
}

/** Bars of this period before those of the last. */
export function barsOption(parts: ChartParts, now: Series, before: Series | undefined) {
  const { palette } = parts;
  const all = [...now.values, ...(before?.values ?? [])];
  const shown = before ? [before, now] : [now];
  return {
    animationDuration: 120,
    ...axes(parts, all),
    tooltip: tooltip(parts, [...shown].reverse()),
    series: shown.map((series) => ({
      name: series.name,
      type: "bar",
      data: series.values.map(lengthOf),
      barMaxWidth: before ? 14 : 24,
      barGap: "12%",
      itemStyle: { color: series === now ? palette.main : palette.before, borderRadius: [2, 2, 0, 0] },
      emphasis: { disabled: true },
      ...(series === now && targetLine(parts)),
    })),
  };
}

/** Two names that would lie on each other stand apart: the upper line's a little higher, the lower one's lower. */
function nudge(series: readonly Series[], index: number): number {
  if (series.length < 2) return 0;
  const ends = series.map(({ values }) => lengthOf(values.findLast((value) => value !== null) ?? null) ?? 0);
  const isHighest = ends.every((end, other) => other === index || end < (ends[index] ?? 0) || other < index);
  return isHighest ? -nudgePx : nudgePx;
}

const nudgePx = 7;

/** High enough to show the target too. */
function upTo(target: ChartParts["target"]) {
  const height = target && lengthOf(target.value);
  if (height === null || height === undefined) return {};
  return { max: (range: { max: number }) => (range.max > height ? null : height * 1.1) };
}

function standsAlone(values: readonly ChartValue[], index: number): boolean {
  return (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
}

/** Lines, each named at its end. The first is what is asked about. */
export function linesOption(parts: ChartParts, series: readonly Series[]) {
  const { palette } = parts;
  const all = series.flatMap((one) => one.values);
  const base = axes(parts, all);
  return {
    animationDuration: 120,
    ...base,
    grid: { ...base.grid, right: 96 },
    yAxis: { ...base.yAxis, min: undefined, scale: true, ...upTo(parts.target) },
    tooltip: tooltip(parts, series),
    series: series.map((one, index) => {
      const colour = index === 0 ? palette.main : palette.dimmed;
      return {
        name: one.name,
        type: "line",
        data: one.values.map(lengthOf),
        // A value between two empty steps has no line of its own: it shows as a point.
        symbol: "circle",
        symbolSize: (_value: unknown, { dataIndex }: { dataIndex: number }) =>
          standsAlone(one.values, dataIndex) ? 6 : 0,
        lineStyle: { color: colour, width: index === 0 ? 2 : 1.5, type: index === 0 ? "solid" : "dashed" },
        itemStyle: { color: colour },
        endLabel: {
          ...font,
          show: true,
          color: colour,
          backgroundColor: palette.surface,
          padding: [1, 4],
          distance: 2,
          offset: [0, nudge(series, index)],
          formatter: "{a}",
          width: 84,
          overflow: "truncate",
        },
        emphasis: { disabled: true },
        ...(index === 0 && targetLine(parts)),
      };
    }),
  };
}
