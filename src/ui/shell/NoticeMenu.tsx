import { Trans, useLingui } from "@lingui/react/macro";
import { Menu, VisuallyHidden } from "@mantine/core";
import { IconChecks, IconList } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type MenuButton, useOpenAtOnce } from "../act/LateMenu.tsx";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import { DateTime } from "../text/dates.tsx";
import classes from "./shell.module.css";

/** One line of the bell's menu. */
export interface NoticeItem {
  id: string;
  title: ReactNode;
  text: ReactNode;
  /** RFC 3339 in UTC. */
  at: string;
  to: string;
  isUnread: boolean;
}

interface NoticeMenuProps {
  button: MenuButton;
  items: readonly NoticeItem[];
  /** Also among those that are not shown. */
  hasUnread: boolean;
  onRead: (id: string) => void;
  onReadAll: () => void;
  /** Where all of them stand. */
  all: string;
}

/** The latest of what one was told, each with the way to where it is dealt with. */
export function NoticeMenu({ button, items, hasUnread, onRead, onReadAll, all }: NoticeMenuProps) {
  const { t } = useLingui();
  return (
    <Menu
      position="bottom-end"
      width="min(24rem, calc(100vw - 1rem))"
      withinPortal={false}
      {...useOpenAtOnce()}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown aria-label={t`Notices`} className={classes.notices}>
        {items.length === 0 && (
          <Menu.Label>
            <Trans>Nothing yet. Here stands what happens to your deals, as it happens.</Trans>
          </Menu.Label>
        )}
        {items.map((item) => (
          <Menu.Item
            key={item.id}
            component={RouterAnchor}
            to={item.to}
            onClick={() => item.isUnread && onRead(item.id)}
            className={classes.notice}
            data-unread={item.isUnread || undefined}
          >
            <span className={classes.noticeTitle}>
              {item.title}
              {item.isUnread && (
                <VisuallyHidden>
                  {" "}
                  <Trans>(unread)</Trans>
                </VisuallyHidden>
              )}
            </span>
            <span className={classes.noticeText}>{item.text}</span>
            <span className={classes.companyDetail}>
              <DateTime value={item.at} brief />
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconChecks size={16} stroke={1.75} />}
          onClick={onReadAll}
          closeMenuOnClick={false}
          disabled={!hasUnread}
        >
          <Trans>Mark all as read</Trans>
        </Menu.Item>
        <Menu.Item component={RouterAnchor} to={all} leftSection={<IconList size={16} stroke={1.75} />}>
          <Trans>All notices</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
