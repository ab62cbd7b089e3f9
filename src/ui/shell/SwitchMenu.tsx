import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { lazy } from "react";
import { LateMenu } from "../act/LateMenu.tsx";
import { RouterAnchor } from "../link/RouterAnchor.tsx";
import { Logo, useBrand } from "../theme/brand.tsx";
import classes from "./shell.module.css";

const fetchItems = () => import("./SwitchMenuItems.tsx");
const SwitchMenuItems = lazy(() => fetchItems().then((module) => ({ default: module.SwitchMenuItems })));

export interface MembershipChoice {
  id: string;
  /** The company: `Alpine Systems`. */
  name: string;
  /** In which ecosystem, where that is not plain: `partner of Northwind`. */
  detail?: string | undefined;
  current: boolean;
}

export interface SwitchMenuProps {
  /** The company as whose person one is here. */
  name: string;
  detail?: string | undefined;
  memberships: readonly MembershipChoice[];
  onSwitch: (id: string) => void;
}

/** As whom one is here; with several memberships it switches between them. */
export function SwitchMenu({ name, detail, memberships, onSwitch }: SwitchMenuProps) {
  const { logos } = useBrand();
  const label = (
    <>
      <Logo logos={logos}>
        <span className={classes.mark} data-letters={name.slice(0, 1).toUpperCase()} aria-hidden />
      </Logo>
      <span className={classes.company}>
        <span className={classes.companyName}>{name}</span>
        {detail && <span className={classes.companyDetail}>{detail}</span>}
      </span>
    </>
  );
  if (memberships.length < 2) {
    return (
      <RouterAnchor to="/" className={classes.switch}>
        {label}
      </RouterAnchor>
    );
  }
  return (
    <LateMenu
      fetch={fetchItems}
      button={
        <button type="button" className={classes.switch}>
          {label}
          <VisuallyHidden>
            <Trans>switch to another company</Trans>
          </VisuallyHidden>
          <IconSelector size={16} className={classes.switchMark} />
        </button>
      }
    >
      {(button) => <SwitchMenuItems button={button} memberships={memberships} onSwitch={onSwitch} />}
    </LateMenu>
  );
}
