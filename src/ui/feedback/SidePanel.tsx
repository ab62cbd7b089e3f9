import { useLingui } from "@lingui/react/macro";
import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./feedback.module.css";
import { useFocusBack } from "./useFocusBack.ts";

interface SidePanelProps {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}

/** A look at a neighbour beside the page, without leaving it; the whole screen on a phone. */
export function SidePanel({ opened, onClose, title, children }: SidePanelProps) {
  const { t } = useLingui();
  useFocusBack(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      returnFocus={false}
      size="min(100vw, 40rem)"
      title={title}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {children}
    </Drawer>
  );
}

/** A line of states and links at the top of a side panel. */
export function SidePanelHead({ children }: { children: ReactNode }) {
  return <div className={classes.panelHead}>{children}</div>;
}
