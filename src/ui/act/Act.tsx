import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentType } from "react";
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
