import { useLingui } from "@lingui/react/macro";
import { Drawer } from "@mantine/core";
import type { NavItem, NavSection } from "./nav.ts";
import { SideNav } from "./SideNav.tsx";

interface NavDrawerProps {
  sections: readonly NavSection[];
  current: NavItem | undefined;
  onClose: () => void;
}

/** On a phone: all places, from the side. */
export function NavDrawer({ sections, current, onClose }: NavDrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t`Go to`}
      size="18rem"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <SideNav sections={sections} current={current} onGo={onClose} />
    </Drawer>
  );
}
