import { useLingui } from "@lingui/react/macro";
import { Drawer } from "@mantine/core";
import classes from "./nav.module.css";
import type { NavItem, NavSection } from "./nav.ts";
import { SideNav } from "./SideNav.tsx";

interface NavDrawerProps {
  sections: readonly NavSection[];
  current: NavItem | undefined;
  onClose: () => void;
}

/** On a phone: all places, from the foot, where the thumb is that asked for them. */
export function NavDrawer({ sections, current, onClose }: NavDrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t`Go to`}
      position="bottom"
      size="auto"
      classNames={{ content: classes.sheet, body: classes.sheetBody }}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <SideNav sections={sections} current={current} onGo={onClose} />
    </Drawer>
  );
}
