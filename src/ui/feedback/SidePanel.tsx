import { useLingui } from "@lingui/react/macro";
import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

interface SidePanelProps {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}

/** A look at a neighbour beside the page, without leaving it; the whole screen on a phone. */
export function SidePanel({ opened, onClose, title, children }: SidePanelProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(100vw, 40rem)"
      title={title}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {children}
    </Drawer>
  );
}
