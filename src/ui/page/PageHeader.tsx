import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconChevronRight, IconDots } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import { type Act, ActButton } from "../act/Act.tsx";
import { ActMenu } from "../act/ActMenu.tsx";
import { AppLink } from "../link/AppLink.tsx";
import { useBrand } from "../theme/brand.tsx";
import classes from "./page.module.css";

export interface Crumb {
  label: string;
  to: string;
}

interface PageHeaderProps {
  /** The page's only h1; also the window's title. */
  title: string;
  /** Where this page lies, without itself. */
  crumbs?: readonly Crumb[];
  /** The state of the record: `<Status badge tone="good">Active</Status>`. */
  status?: ReactNode;
  /** One sentence below: who, what, since when. */
  lead?: ReactNode;
  /** The one thing most people come here to do. */
  action?: Act | undefined;
  /** What else may be done. */
  menu?: readonly Act[];
}

/** The head of every page: where I am, what this is, how it stands, what I can do. */
export function PageHeader({ title, crumbs = [], status, lead, action, menu = [] }: PageHeaderProps) {
  const { t } = useLingui();
  const { productName } = useBrand();
  useDocumentTitle(`${title} · ${productName}`);
  return (
    <header className={classes.header}>
      {crumbs.length > 0 && (
        <nav aria-label={t`Breadcrumb`} className={classes.crumbs}>
          {crumbs.map((crumb) => (
            <Fragment key={crumb.to}>
              <AppLink to={crumb.to} className={classes.crumb}>
                {crumb.label}
              </AppLink>
              <IconChevronRight size={12} className={classes.crumbMark} aria-hidden />
            </Fragment>
          ))}
        </nav>
      )}
      <div className={classes.headline}>
        <div>
          <div className={classes.titleRow}>
            <h1 className={classes.title}>{title}</h1>
            {status}
          </div>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {(action || menu.length > 0) && (
          <div className={classes.acts}>
            {action && <ActButton act={action} />}
            {menu.length > 0 && (
              <ActMenu acts={menu}>
                <ActionIcon variant="default" size="input-sm" aria-label={t`More actions`}>
                  <IconDots size={16} />
                </ActionIcon>
              </ActMenu>
            )}
          </div>
        )}
      </div>
    </header>
  );
}
