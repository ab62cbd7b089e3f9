import { Trans, useLingui } from "@lingui/react/macro";
import { Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from "@tabler/icons-react";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { type Locale, localeNames, locales } from "../i18n/locales.ts";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import classes from "./shell.module.css";

export interface PersonMenuProps {
  person: { name: string; email: string };
  /** Told which language was chosen, to keep it with the person. */
  onLocale?: ((locale: Locale) => void) | undefined;
  /** Where the person changes how they are called and spoken to. */
  profile?: string | undefined;
  onSignOut: () => void;
}

/** Who is signed in; light or dark, the language, the way out. */
export function PersonMenu({ person, onLocale, profile, onSignOut }: PersonMenuProps) {
  const { t } = useLingui();
  return (
    <Menu position="bottom-end" width={240} closeOnItemClick={false} withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes.person}
          aria-label={t`${person.name}: settings and sign out`}
        >
          <span className={classes.initials} data-letters={initialsOf(person.name)} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{person.name}</strong>
          <span className={classes.companyDetail}>{person.email}</span>
        </div>
        {profile && (
          <Menu.Item
            component={RouterAnchor}
            to={profile}
            leftSection={<IconUser size={16} stroke={1.75} />}
            closeMenuOnClick
          >
            <Trans>My profile</Trans>
          </Menu.Item>
        )}
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <LanguageItems onLocale={onLocale} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={onSignOut} closeMenuOnClick>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeItems() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: "light", label: t`Light`, icon: IconSun },
    { value: "dark", label: t`Dark`, icon: IconMoon },
    { value: "auto", label: t`As the device`, icon: IconDeviceDesktop },
  ] as const;
  return schemes.map(({ value, label, icon: Mark }) => (
    <Menu.Item
      key={value}
      leftSection={<Mark size={16} stroke={1.75} />}
      rightSection={colorScheme === value ? <IconCheck size={16} /> : undefined}
      onClick={() => setColorScheme(value)}
    >
      {label}
    </Menu.Item>
  ));
}

/** The languages, each in its own words. */
export function LanguageItems({ onLocale }: Pick<PersonMenuProps, "onLocale">) {
  const { locale, choose } = useLocale();
  return locales.map((one) => (
    <Menu.Item
      key={one}
      lang={one === "ar-XB" ? "en" : one}
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

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.charAt(0) ?? "")
    .join("")
    .toUpperCase();
}
