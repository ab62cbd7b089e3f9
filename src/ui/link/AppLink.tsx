import type { MouseEventHandler, ReactNode } from "react";
import classes from "./link.module.css";
import { RouterAnchor } from "./RouterAnchor.tsx";

interface AppLinkProps {
  /** A path of the app, with its search where there is one: `/earnings?period=2026-03`. */
  to: string;
  children: ReactNode;
  /** Takes the colour of the text around it, as a table's first column does. */
  plain?: boolean;
  className?: string | undefined;
  title?: string;
  onClick?: MouseEventHandler | undefined;
  "aria-label"?: string;
}

/** A link to a page of the app. The page is fetched as the pointer nears it. */
export function AppLink({ to, children, plain = false, className, ...rest }: AppLinkProps) {
  return (
    <RouterAnchor to={to} className={className ?? (plain ? classes.plain : classes.link)} {...rest}>
      {children}
    </RouterAnchor>
  );
}
