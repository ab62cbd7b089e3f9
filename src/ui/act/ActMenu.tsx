import { lazy } from "react";
import type { Act } from "./Act.tsx";
import { LateMenu, type MenuButton } from "./LateMenu.tsx";

const fetchItems = () => import("./ActMenuItems.tsx");
const ActMenuItems = lazy(() => fetchItems().then((module) => ({ default: module.ActMenuItems })));

interface ActMenuProps {
  acts: readonly Act[];
  /** The button that opens it. */
  children: MenuButton;
}

/** Further acts behind one button. */
export function ActMenu({ acts, children }: ActMenuProps) {
  return (
    <LateMenu button={children} fetch={fetchItems}>
      {(button) => <ActMenuItems button={button} acts={acts} />}
    </LateMenu>
  );
}
