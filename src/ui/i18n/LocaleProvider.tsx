import { i18n, type Messages } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { useDirection } from "@mantine/core";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { chooseLocale, directionOf, formatLocaleFor, type Locale } from "./locales.ts";

const storageKey = "hanse.locale";

interface LocaleChoice {
  locale: Locale;
  /** What Intl is asked for. */
  formatLocale: string;
  choose: (locale: Locale) => void;
  /** Speaks it unless something else was chosen on this device. */
  suggest: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleChoice>({
  locale: "en",
  formatLocale: "en",
  choose: () => {},
  suggest: () => {},
});

interface LocaleProviderProps {
  /** Brings a language's texts; asked more than once for a language that is used. */
  loadCatalogue: (locale: Locale) => Promise<Messages>;
  children: ReactNode;
}

/** Speaks the person's language, keeps the choice on this device, and turns the page's direction with it. */
export function LocaleProvider({ loadCatalogue, children }: LocaleProviderProps) {
  const [wanted, setWanted] = useState(() => {
    const first = chooseLocale(localStorage.getItem(storageKey), navigator.languages);
    // Its texts are under way before anything is drawn.
    void loadCatalogue(first);
    return first;
  });
  const [shown, setShown] = useState<Locale | null>(null);
  const { setDirection } = useDirection();

  useEffect(() => {
    let stale = false;
    void loadCatalogue(wanted).then((messages) => {
      if (stale) return;
      i18n.loadAndActivate({ locale: wanted, messages });
      document.documentElement.lang = wanted;
      setDirection(directionOf(wanted));
      setShown(wanted);
    });
    return () => {
      stale = true;
    };
  }, [wanted, loadCatalogue, setDirection]);

  const choice = useMemo(
    () => ({
      locale: wanted,
      formatLocale: formatLocaleFor(wanted, navigator.languages),
      choose: (locale: Locale) => {
        localStorage.setItem(storageKey, locale);
        setWanted(locale);
      },
      suggest: (locale: Locale) => {
        if (localStorage.getItem(storageKey) === null) setWanted(locale);
      },
    }),
    [wanted],
  );

  if (shown === null) return null;
  return (
    <LocaleContext value={choice}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </LocaleContext>
  );
}

export function useLocale(): LocaleChoice {
  return useContext(LocaleContext);
}
