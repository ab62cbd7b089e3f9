import { Trans, useLingui } from "@lingui/react/macro";
import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from "@tabler/icons-react";
import { type MenuButton, useOpenAtOnce } from "../act/LateMenu.tsx";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import { LanguageItems } from "./LanguageItems.tsx";
import type { PersonMenuProps } from "./PersonMenu.tsx";
import classes from "./shell.module.css";

/** Light or dark, the language, the way to one's profile and the way out. */
export function PersonMenuItems({
  button,
  person,
  onLocale,
  profile,
  onSignOut,
}: PersonMenuProps & { button: MenuButton }) {
  return (
    <Menu
      position="bottom-end"
      width={240}
      closeOnItemClick={false}
      withinPortal={false}
      {...useOpenAtOnce()}
    >
      <Menu.Target>{button}</Menu.Target>
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
