import type { ReactNode } from "react";
import { AppLink } from "../link/AppLink.tsx";
import { Nothing } from "../text/Money.tsx";
import classes from "./page.module.css";

export interface Fact {
  label: string;
  value: ReactNode;
  /** The neighbour, the receipt or the list behind the value. */
  to?: string | undefined;
  /** A few words below: since when, of what. */
  hint?: ReactNode;
}

interface FactsProps {
  facts: readonly Fact[];
  /** One below the other, for an aside. */
  stacked?: boolean;
  /** In columns without frames, within a section. */
  columned?: boolean;
}

/** What matters at a glance: labels and values in a strip. */
export function Facts({ facts, stacked = false, columned = false }: FactsProps) {
  const look = columned ? classes.factsColumned : stacked ? classes.factsStacked : classes.facts;
  return (
    <dl className={look}>
      {facts.map(({ label, value, to, hint }) => (
        <div key={label} className={classes.fact}>
          <dt className={classes.factLabel}>{label}</dt>
          <dd className={classes.factValue}>
            {to && value ? <AppLink to={to}>{value}</AppLink> : (value ?? <Nothing />)}
            {hint && <span className={classes.factHint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
