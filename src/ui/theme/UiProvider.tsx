import type { Messages } from "@lingui/core";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { NoticeCorner } from "../feedback/NoticeCorner.tsx";
import { LocaleProvider } from "../i18n/LocaleProvider.tsx";
import type { Locale } from "../i18n/locales.ts";
import { HotkeysProvider } from "../keys/Hotkeys.tsx";
import "./mantine.css";
import "./global.css";
import { cssVariables, themeWith } from "./theme.ts";

interface UiProviderProps {
  client: QueryClient;
  loadCatalogue: (locale: Locale) => Promise<Messages>;
  /** The vendor's colour as `#rrggbb`. */
  accent?: string | undefined;
  children: ReactNode;
}

/** Everything that the components of the design system need around them. */
export function UiProvider({ client, loadCatalogue, accent, children }: UiProviderProps) {
  const theme = useMemo(() => themeWith(accent), [accent]);
  return (
    <DirectionProvider>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <LocaleProvider loadCatalogue={loadCatalogue}>
            <HotkeysProvider>{children}</HotkeysProvider>
            <NoticeCorner />
          </LocaleProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
