import { Menu } from "@mantine/core";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import type { Act } from "./Act.tsx";
import { type MenuButton, useOpenAtOnce } from "./LateMenu.tsx";

interface ActMenuItemsProps {
  button: MenuButton;
  acts: readonly Act[];
}

/** The acts of a menu, each where it leads or what it does. */
export function ActMenuItems({ button, acts }: ActMenuItemsProps) {
  return (
    <Menu position="bottom-end" withinPortal {...useOpenAtOnce()}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <MenuAct key={act.label} act={act} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuAct({ act }: { act: Act }) {
  const look = {
    leftSection: act.icon ? <act.icon size={16} stroke={1.75} /> : undefined,
    ...(act.danger && { color: "red" }),
  };
  if (act.to !== undefined) {
    return (
      <Menu.Item component={RouterAnchor} to={act.to} {...look}>
        {act.label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item {...look} onClick={act.onClick} disabled={act.notNow !== undefined} title={act.notNow}>
      {act.label}
    </Menu.Item>
  );
}
