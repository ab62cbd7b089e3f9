import type { Icon } from "../act/Act.tsx";

/** One place a person can go, as data. */
export interface NavItem {
  to: string;
  label: string;
  /** For the foot of a phone, where the label is too long. */
  short?: string | undefined;
  icon: Icon;
  /** Pages that belong to it although their address lies below another's. */
  also?: RegExp | undefined;
  /** How many things wait there. */
  count?: number | undefined;
}

export interface NavSection {
  /** Without one for the first, unnamed group. */
  label?: string;
  items: readonly NavItem[];
}

/** The item whose page or part this path is: the one that claims it, or else the longest that leads it. */
export function currentItem(sections: readonly NavSection[], path: string): NavItem | undefined {
  const items = sections.flatMap((section) => section.items);
  const claiming = items.find(({ also }) => also?.test(path));
  if (claiming) return claiming;
  return items
    .filter(({ to }) => path === to || (to !== "/" && path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
