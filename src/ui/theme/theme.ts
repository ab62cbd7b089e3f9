import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from "@mantine/core";
import { dark, gray } from "./colours.ts";
import { defaultAccent, shadesFor } from "./shades.ts";

const small = "0.75rem";
const base = "0.875rem";
const large = "1.375rem";

/**
 * The look of the product around one accent, and another one for the dark scheme where there is one: three sizes of
 * type, two weights, an eight-pixel rhythm.
 */
export function themeWith(accent: string = defaultAccent, accentDark?: string): MantineThemeOverride {
  return createTheme({
    primaryColor: "accent",
    primaryShade: { light: 7, dark: 6 },
    colors: { accent: shadesFor(accent, accentDark), gray, dark },
    black: gray[9],
    // What Inter lacks, Arabic above all, the device's own letters say.
    fontFamily:
      "'Inter Variable', system-ui, -apple-system, 'Segoe UI', 'Noto Sans Arabic', 'Geeza Pro', 'DejaVu Sans', sans-serif",
    fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
    fontSizes: { xs: small, sm: base, md: base, lg: base, xl: large },
    lineHeights: { xs: "1.35", sm: "1.45", md: "1.45", lg: "1.45", xl: "1.25" },
    fontWeights: { regular: "400", medium: "600", bold: "600" },
    headings: {
      fontWeight: "600",
      sizes: {
        h1: { fontSize: large, lineHeight: "1.25" },
        h2: { fontSize: base, lineHeight: "1.45" },
        h3: { fontSize: base, lineHeight: "1.45" },
      },
    },
    spacing: { xs: "0.25rem", sm: "0.5rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
    radius: { xs: "0.1875rem", sm: "0.3125rem", md: "0.5rem", lg: "0.75rem" },
    defaultRadius: "sm",
    respectReducedMotion: true,
    cursorType: "pointer",
    activeClassName: "",
    components: {
      // Plain objects, not `Component.extend`: the theme would pull every component into the first load.
      ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
      Button: { defaultProps: { size: "sm" } },
      Checkbox: { defaultProps: { size: "xs" } },
      Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
      InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "description", "input", "error"] } },
      Kbd: { defaultProps: { size: "xs" } },
      // Without the placeholder that takes the first focus: within a menu, screen readers do not know it.
      Menu: {
        defaultProps: { withInitialFocusPlaceholder: false, shadow: "md", transitionProps: { duration: 80 } },
      },
      Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
      Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 80 } } },
      Radio: { defaultProps: { size: "xs" } },
      Select: { defaultProps: { checkIconPosition: "right" } },
      Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
    },
  });
}

/**
 * The names our own styles use (`--ui-…`), and the few of the library's that read too faint: dimmed, placeholder and
 * error text hold 4.5:1 and the edges of controls 3:1 on every surface, in both schemes.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--ui-canvas": "#f5f7f8",
    "--ui-surface": "#ffffff",
    "--ui-sunken": "#f6f8f9",
    "--ui-hover": "#eef2f4",
    "--ui-line": "#e0e6e9",
    "--ui-line-strong": "#c9d2d7",
    "--ui-control": "#87949c",
    "--ui-accent": "var(--mantine-color-accent-7)",
    "--ui-accent-soft": "var(--mantine-color-accent-0)",
    "--ui-good": "#1a7a45",
    "--ui-warn": "#a35a00",
    "--ui-bad": "#bb2d22",
    "--ui-info": "#2562b5",
    "--ui-idle": "#66747d",
    "--ui-warn-soft": "#fdf3e2",
    "--ui-bad-soft": "#fdecea",
    "--mantine-color-body": "var(--ui-surface)",
    "--mantine-color-dimmed": "#5a6871",
    "--mantine-color-placeholder": "#66747d",
    "--mantine-color-error": "var(--ui-bad)",
    "--mantine-color-anchor": "var(--mantine-color-accent-7)",
    "--mantine-color-default-border": "var(--ui-line-strong)",
    "--mantine-color-disabled-color": "#66747d",
  },
  dark: {
    "--ui-canvas": "#10161a",
    "--ui-surface": "#172025",
    "--ui-sunken": "#131b20",
    "--ui-hover": "#1f2a31",
    "--ui-line": "#2a363d",
    "--ui-line-strong": "#3c4a53",
    "--ui-control": "#687780",
    "--ui-accent": "var(--mantine-color-accent-3)",
    // The accent in the surface, so that it follows the vendor.
    "--ui-accent-soft": "color-mix(in oklab, var(--mantine-color-accent-3) 14%, #172025)",
    "--ui-good": "#54c184",
    "--ui-warn": "#e5a444",
    "--ui-bad": "#f2857b",
    "--ui-info": "#7fb0f2",
    "--ui-idle": "#93a1a9",
    "--ui-warn-soft": "#2f2615",
    "--ui-bad-soft": "#351f1e",
    "--mantine-color-body": "var(--ui-surface)",
    "--mantine-color-text": "#e1e7ea",
    "--mantine-color-dimmed": "#a0adb5",
    "--mantine-color-placeholder": "#95a3ab",
    "--mantine-color-error": "var(--ui-bad)",
    "--mantine-color-anchor": "var(--mantine-color-accent-3)",
    "--mantine-color-default": "#1d272d",
    "--mantine-color-default-hover": "#243038",
    "--mantine-color-default-border": "var(--ui-line-strong)",
    "--mantine-color-disabled-color": "#8a98a1",
  },
});
