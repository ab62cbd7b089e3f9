import { Trans, useLingui } from "@lingui/react/macro";
import { IconMenu2 } from "@tabler/icons-react";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import classes from "./nav.module.css";
import type { NavItem, NavSection } from "./nav.ts";

const places = 4;

interface BottomNavProps {
  sections: readonly NavSection[];
  current: NavItem | undefined;
  onMore: () => void;
}

/** On a phone: the first places within reach of a thumb, and all others behind the last button. */
export function BottomNav({ sections, current, onMore }: BottomNavProps) {
  const { t } = useLingui();
  const items = sections.flatMap((section) => section.items);
  const shown = items.slice(0, places);
  return (
    <nav className={classes.bottom} aria-label={t`Most used`}>
      {shown.map((item) => (
        <RouterAnchor
          key={item.to}
          to={item.to}
          className={classes.bottomItem}
          aria-current={item === current ? "page" : undefined}
        >
          <item.icon size={20} stroke={1.6} />
          <span className={classes.bottomLabel}>{item.short ?? item.label}</span>
        </RouterAnchor>
      ))}
      {items.length > places && (
        <button type="button" className={classes.bottomItem} onClick={onMore}>
          <IconMenu2 size={20} stroke={1.6} />
          <span className={classes.bottomLabel}>
            <Trans>More</Trans>
          </span>
        </button>
      )}
    </nav>
  );
}
