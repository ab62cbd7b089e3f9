import { Trans } from "@lingui/react/macro";
import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { type MenuButton, useOpenAtOnce } from "../act/LateMenu.tsx";
import type { SwitchMenuProps } from "./SwitchMenu.tsx";
import classes from "./shell.module.css";

interface SwitchMenuItemsProps extends Pick<SwitchMenuProps, "memberships" | "onSwitch"> {
  button: MenuButton;
}

/** The companies as whose person one may go on. */
export function SwitchMenuItems({ button, memberships, onSwitch }: SwitchMenuItemsProps) {
  return (
    <Menu position="bottom-start" width={280} withinPortal={false} {...useOpenAtOnce()}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Go on as a member of</Trans>
        </Menu.Label>
        {memberships.map((membership) => (
          <Menu.Item
            key={membership.id}
            onClick={() => onSwitch(membership.id)}
            rightSection={membership.current ? <IconCheck size={16} /> : undefined}
          >
            {membership.name}
            {membership.detail && <span className={classes.companyDetail}>{membership.detail}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
