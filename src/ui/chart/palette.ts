import { useComputedColorScheme, useMantineTheme } from "@mantine/core";
import { useMemo } from "react";

/** The colours of a chart, resolved, since a canvas knows no CSS variables. */
export interface Palette {
  /** What is asked about. */
  main: string;
  /** What it is compared to. */
  before: string;
  target: string;
  text: string;
  dimmed: string;
  line: string;
  surface: string;
  /** Shades of the one hue, from the faintest to the deepest. */
  shades: readonly string[];
}

/** The colours in the scheme and the accent that are on. */
export function usePalette(): Palette {
  const scheme = useComputedColorScheme("light");
  const { colors } = useMantineTheme();
  return useMemo(() => {
    const accent = colors.accent ?? colors.gray;
    const night = scheme === "dark";
    return {
      main: accent[night ? 4 : 7],
      before: night ? "#46545d" : "#cbd4d9",
      target: night ? "#e5a444" : "#a35a00",
      text: night ? "#e1e7ea" : "#182127",
      dimmed: night ? "#a0adb5" : "#5a6871",
      line: night ? "#2a363d" : "#e0e6e9",
      surface: night ? "#172025" : "#ffffff",
      shades: night
        ? [accent[7], accent[6], accent[5], accent[4], accent[3], accent[1]]
        : accent.slice(3, 10),
    };
  }, [scheme, colors]);
}
