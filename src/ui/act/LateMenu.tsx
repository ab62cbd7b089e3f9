import { cloneElement, type ReactElement, type ReactNode, Suspense, useEffect, useState } from "react";

/** What a button that opens a menu can be told. */
export type MenuButton = ReactElement<{
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
  autoFocus?: boolean;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  onClick?: () => void;
}>;

interface LateMenuProps {
  /** Stands alone until somebody presses it. */
  button: MenuButton;
  /** Fetches the menu's code, when somebody comes near. */
  fetch: () => Promise<unknown>;
  /** The menu with its button; `lazy`. */
  children: (button: MenuButton) => ReactNode;
}

/** A button whose menu is fetched when somebody reaches for it: what opens and floats is no part of a first load. */
export function LateMenu({ button, fetch, children }: LateMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const alone = cloneElement(button, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: fetch,
    onFocus: fetch,
    onClick: () => setWanted(true),
  });
  if (!isWanted) return alone;
  return <Suspense fallback={alone}>{children(cloneElement(button, { autoFocus: true }))}</Suspense>;
}

/** For the menu that comes late: it opens as soon as it is there, since it was pressed already. */
export function useOpenAtOnce() {
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(true), []);
  return { opened, onChange: setOpened };
}
