import { useLingui } from "@lingui/react/macro";
import { IconBell } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { LateMenu, type MenuButton } from "../act/LateMenu.tsx";
import classes from "./shell.module.css";

interface NoticeBellProps {
  unread: number;
  /** Fetches the menu's code, when somebody comes near. */
  fetch: () => Promise<unknown>;
  /** The menu with its button; `lazy`. */
  children: (button: MenuButton) => ReactNode;
}

const shownTo = 99;

/** How much there is that one was not told yet; it opens the latest. */
export function NoticeBell({ unread, fetch, children }: NoticeBellProps) {
  const { t } = useLingui();
  return (
    <LateMenu
      fetch={fetch}
      button={
        <button
          type="button"
          className={classes.bell}
          aria-label={unread === 0 ? t`Notices` : t`Notices, ${unread} unread`}
        >
          <IconBell size={20} stroke={1.75} aria-hidden />
          {unread > 0 && (
            <span className={classes.unread} aria-hidden>
              {unread > shownTo ? `${shownTo}+` : unread}
            </span>
          )}
        </button>
      }
    >
      {children}
    </LateMenu>
  );
}
