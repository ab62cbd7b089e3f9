import type { Messages } from "@lingui/core";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { NoticeCorner } from "../feedback/NoticeCorner.tsx";
import { LocaleProvider } from "../i18n/LocaleProvider.tsx";
import type { Locale } from "../i18n/locales.ts";
import { HotkeysProvider } from "../keys/Hotkeys.tsx";
import { type Brand, BrandProvider, neutralBrand } from "./brand.tsx";
import "./mantine.css";
import "./global.css";
import { cssVariables, themeWith } from "./theme.ts";

interface UiProviderProps {
  client: QueryClient;
  loadCatalogue: (locale: Locale) => Promise<Messages>;
  /** Whose pages these are; the product's own unless told. */
  brand?: Brand | undefined;
  children: ReactNode;
}

/** Everything that the components of the design system need around them. */
export function UiProvider({ client, loadCatalogue, brand = neutralBrand, children }: UiProviderProps) {
  const { accent, accentDark } = brand;
  const theme = useMemo(() => themeWith(accent, accentDark), [accent, accentDark]);
  return (
    <DirectionProvider>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <LocaleProvider loadCatalogue={loadCatalogue}>
            <BrandProvider brand={brand}>
              <HotkeysProvider>{children}</HotkeysProvider>
            </BrandProvider>
            <NoticeCorner />
          </LocaleProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
