import { Button, type ButtonProps, Menu } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";
import { RouterAnchor } from "../link/RouterAnchor.tsx";

/** An icon of the set, as a component. */
export type Icon = ComponentType<{ size?: number | string; stroke?: number | string; className?: string }>;

/** Something a person may do, as data: a verb, and either where it leads or what it does. */
export interface Act {
  /** A verb, and its object where that is not plain: `Release 14 payouts`. */
  label: string;
  icon?: Icon;
  to?: string;
  onClick?: () => void;
  /** What goes away or cannot be undone. */
  danger?: boolean;
  busy?: boolean;
  /** Why it is not possible now; shown on hover and to screen readers. */
  notNow?: string | undefined;
}

interface ActButtonProps {
  act: Act;
  variant?: ButtonProps["variant"];
  size?: ButtonProps["size"];
  fullWidth?: boolean;
}

/** An act as a button, or as a link that looks like one. */
export function ActButton({ act, variant = "filled", size = "sm", fullWidth = false }: ActButtonProps) {
  const look = {
    variant,
    size,
    fullWidth,
    leftSection: act.icon ? <act.icon size={16} stroke={1.75} /> : undefined,
    ...(act.danger && { color: "red" }),
  };
  if (act.to !== undefined && act.notNow === undefined) {
    return (
      <Button component={RouterAnchor} to={act.to} {...look}>
        {act.label}
      </Button>
    );
  }
  return (
    <Button
      {...look}
      onClick={act.onClick}
      loading={act.busy ?? false}
      disabled={act.notNow !== undefined}
      title={act.notNow}
    >
      {act.label}
    </Button>
  );
}

interface ActMenuProps {
  acts: readonly Act[];
  /** The button that opens it. */
  children: ReactNode;
}

/** Further acts behind one button. */
export function ActMenu({ acts, children }: ActMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>{children}</Menu.Target>
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
