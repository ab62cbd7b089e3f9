import { Tabs as MantineTabs } from "@mantine/core";
import "@mantine/core/styles/Tabs.layer.css";
import type { ReactNode } from "react";
import { useUrlValues } from "../link/useUrlValues.ts";
import { Count } from "../text/Figure.tsx";
import classes from "./tabs.module.css";

export interface Tab {
  /** Stands in the address: `?tab=deals`. */
  value: string;
  label: string;
  count?: number | undefined;
  content: () => ReactNode;
}

interface TabsProps {
  /** The first is shown where the address says nothing. */
  tabs: readonly Tab[];
  label: string;
}

/** Parts of a record, one at a time; the address says which, so that a link leads to it. */
export function Tabs({ tabs, label }: TabsProps) {
  const [values, change] = useUrlValues();
  const first = tabs[0]?.value ?? "";
  // The filters of one part mean nothing to the next.
  const leftBehind = Object.fromEntries(Object.keys(values).map((name) => [name, ""]));
  const shown = tabs.find((tab) => tab.value === values.tab) ?? tabs[0];
  return (
    <MantineTabs
      value={shown?.value ?? null}
      onChange={(value) => change({ ...leftBehind, tab: value === first ? "" : (value ?? "") })}
      keepMounted={false}
      classNames={classes}
    >
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count !== undefined && (
              <span className={classes.count}>
                <Count value={tab.count} />
              </span>
            )}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map((tab) => (
        <MantineTabs.Panel key={tab.value} value={tab.value}>
          {tab.value === shown?.value && tab.content()}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  );
}
