import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import classes from "./nav.module.css";
import type { NavItem, NavSection } from "./nav.ts";

interface SideNavProps {
  sections: readonly NavSection[];
  current: NavItem | undefined;
  onGo?: () => void;
}

/** All places, in their sections. */
export function SideNav({ sections, current, onGo }: SideNavProps) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Main`} className={classes.nav}>
      {sections.map((section) => (
        <SideSection key={section.label ?? ""} section={section} current={current} onGo={onGo} />
      ))}
    </nav>
  );
}

interface SideSectionProps {
  section: NavSection;
  current: NavItem | undefined;
  onGo: (() => void) | undefined;
}

function SideSection({ section, current, onGo }: SideSectionProps) {
  const id = useId();
  return (
    <div className={classes.navSection}>
      {section.label && (
        <div id={id} className={classes.navHeading}>
          {section.label}
        </div>
      )}
      <ul className={classes.navList} aria-labelledby={section.label ? id : undefined}>
        {section.items.map((item) => (
          <li key={item.to}>
            <RouterAnchor
              to={item.to}
              className={classes.navItem}
              aria-current={item === current ? "page" : undefined}
              onClick={onGo}
            >
              <item.icon size={18} stroke={1.6} className={classes.navIcon} />
              <span className={classes.navLabel}>{item.label}</span>
              {item.count !== undefined && item.count > 0 && (
                <span className={classes.navCount}>{item.count}</span>
              )}
            </RouterAnchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
