import type { MantineColorsTuple } from "@mantine/core";

/** Greys for structure, cool enough to sit beside any accent. */
export const gray: MantineColorsTuple = [
  "#f6f8f9",
  "#eef1f3",
  "#e2e7ea",
  "#d2d9dd",
  "#b8c2c8",
  "#86939b",
  "#5f6d76",
  "#48555d",
  "#2f3a41",
  "#182127",
];

/** The dark scheme's own steps: text first, page last. */
export const dark: MantineColorsTuple = [
  "#e1e7ea",
  "#bcc7cd",
  "#9daab2",
  "#74828b",
  "#36424a",
  "#2a353c",
  "#1d262c",
  "#151c21",
  "#0f1519",
  "#0a0e11",
];
