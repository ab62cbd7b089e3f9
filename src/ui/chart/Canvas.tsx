import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import classes from "./chart.module.css";

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

interface CanvasProps {
  option: EChartsCoreOption;
  heightPx: number;
  /** Behind the picture when it is saved. */
  surface: string;
  /** What a screen reader says in place of the picture. */
  label: string;
  /** Given what makes the picture, once it is drawn. */
  onPicture: (picture: () => string | undefined) => void;
}

/** Draws a chart. Time runs from left to right in every language, so the picture does not mirror. */
export function Canvas({ option, heightPx, surface, label, onPicture }: CanvasProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);

  useEffect(() => {
    if (!element.current) return;
    const made = init(element.current, null, { renderer: "canvas" });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  useEffect(() => {
    onPicture(() => chart.current?.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: surface }));
  }, [onPicture, surface]);

  return (
    <div
      ref={element}
      dir="ltr"
      role="img"
      aria-label={label}
      className={classes.canvas}
      style={{ blockSize: heightPx }}
    />
  );
}
