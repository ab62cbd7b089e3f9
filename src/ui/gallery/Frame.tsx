import {
  IconBook2,
  IconBuildingCommunity,
  IconCash,
  IconChartBar,
  IconCoins,
  IconForms,
  IconGavel,
  IconHome2,
  IconMoodEmpty,
  IconTargetArrow,
} from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { NavSection } from "../shell/nav.ts";
import { Shell } from "../shell/Shell.tsx";

const sections: readonly NavSection[] = [
  {
    items: [
      { to: "/", label: "Home", icon: IconHome2 },
      { to: "/partner", label: "Partners", icon: IconBuildingCommunity },
      { to: "/opportunities", label: "Opportunities", short: "Deals", icon: IconTargetArrow },
    ],
  },
  {
    label: "Incentivize",
    items: [
      { to: "/decision", label: "Runs", icon: IconGavel, count: 2 },
      { to: "/board", label: "Earnings", icon: IconCoins },
      { to: "/states", label: "Statements", icon: IconMoodEmpty },
      { to: "/payouts", label: "Payouts", icon: IconCash, count: 14 },
      { to: "/plans", label: "Plans", icon: IconBook2 },
    ],
  },
  {
    label: "Settings",
    items: [
      { to: "/form", label: "New partner", icon: IconForms },
      { to: "/reports", label: "Insight", icon: IconChartBar },
    ],
  },
];

const companies = [
  { id: "a", name: "Northwind Instruments" },
  { id: "b", name: "Alpine Systems", detail: "partner of Northwind Instruments" },
];

export function Frame({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState("a");
  const company = companies.find(({ id }) => id === current);
  return (
    <Shell
      sections={sections}
      name={company?.name ?? ""}
      detail={company?.detail}
      memberships={companies.map((one) => ({ ...one, current: one.id === current }))}
      onSwitch={setCurrent}
      person={{ name: "Ana Oliveira", email: "ana@northwind.example" }}
      onSignOut={() => {}}
    >
      {children}
    </Shell>
  );
}
