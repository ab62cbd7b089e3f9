import { Menu } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { localeNames, type Spoken, spoken } from "../i18n/locales.ts";

interface LanguageItemsProps {
  /** Told which language was chosen. */
  onLocale?: ((locale: Spoken) => void) | undefined;
}

/** The languages, each in its own words. */
export function LanguageItems({ onLocale }: LanguageItemsProps) {
  const { locale, choose } = useLocale();
  return spoken.map((one) => (
    <Menu.Item
      key={one}
      lang={one}
      leftSection={<IconLanguage size={16} stroke={1.75} />}
      rightSection={one === locale ? <IconCheck size={16} /> : undefined}
      onClick={() => {
        choose(one);
        onLocale?.(one);
      }}
    >
      {localeNames[one]}
    </Menu.Item>
  ));
}
