import { expect, test } from "vitest";
import { currentItem, type NavSection } from "./nav.ts";

const icon = () => null;
const sections: readonly NavSection[] = [
  {
    items: [
      { to: "/", label: "Home", icon },
      { to: "/partners", label: "Partners", icon },
      { to: "/inbox", label: "Inbox", icon, also: /^\/runs\/[^/]+\/check$/ },
    ],
  },
  {
    label: "Money",
    items: [
      { to: "/runs", label: "Runs", icon },
      { to: "/runs/drafts", label: "Drafts", icon },
    ],
  },
];

test.each([
  ["/", "Home"],
  ["/partners", "Partners"],
  ["/partners/par_1", "Partners"],
  ["/partnerships", undefined],
  ["/runs/drafts/3", "Drafts"],
  ["/runs/run_1/check", "Inbox"],
  ["/runs/run_1", "Runs"],
  ["/elsewhere", undefined],
])("at %s one is in %s", (path, label) => {
  expect(currentItem(sections, path)?.label).toBe(label);
});
