import type { MantineColorsTuple } from "@mantine/core";

/** Ten shades from the faintest to the deepest; 7 carries white text, 3 is read on dark. */
export type Accent = MantineColorsTuple;

/** The accent where a vendor chose none: the petrol of a ship's hull. */
export const petrol: Accent = [
  "#edf6f7",
  "#d8eaed",
  "#b3d6db",
  "#86bec6",
  "#57a1ac",
  "#33868f",
  "#1d717b",
  "#125f69",
  "#0d4d56",
  "#093b42",
];

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
