import { Trans } from "@lingui/react/macro";
import { useRouterState } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { BottomNav } from "./BottomNav.tsx";
import { currentItem, type NavSection } from "./nav.ts";
import { PersonMenu, type PersonMenuProps } from "./PersonMenu.tsx";
import { SideNav } from "./SideNav.tsx";
import { SwitchMenu, type SwitchMenuProps } from "./SwitchMenu.tsx";
import classes from "./shell.module.css";

const NavDrawer = lazy(() => import("./NavDrawer.tsx").then((module) => ({ default: module.NavDrawer })));

interface ShellProps extends SwitchMenuProps, PersonMenuProps {
  sections: readonly NavSection[];
  /** Beside the person: what they were told. */
  notices?: ReactNode;
  children: ReactNode;
}

/** The frame of a signed-in person: where they are, as whom, where they can go. On a phone a bar at the foot. */
export function Shell({ sections, notices, children, ...rest }: ShellProps) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [opened, setOpened] = useState(false);
  const current = currentItem(sections, path);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <header className={classes.top}>
        <SwitchMenu
          name={rest.name}
          detail={rest.detail}
          memberships={rest.memberships}
          onSwitch={rest.onSwitch}
        />
        <div className={classes.tools}>
          {notices}
          <PersonMenu
            person={rest.person}
            onLocale={rest.onLocale}
            profile={rest.profile}
            onSignOut={rest.onSignOut}
          />
        </div>
      </header>
      <div className={classes.side}>
        <SideNav sections={sections} current={current} />
      </div>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <BottomNav sections={sections} current={current} onMore={() => setOpened(true)} />
      {opened && (
        <Suspense>
          <NavDrawer sections={sections} current={current} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </div>
  );
}
