import type { MouseEvent } from "react";
import type { MoneyJson } from "#platform/http/wire.ts";
import { formatMoney } from "../format/money.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { AppLink } from "../link/AppLink.tsx";
import classes from "./text.module.css";

interface MoneyProps {
  value: MoneyJson | null | undefined;
  /** Where the receipt of this amount is. An amount that someone is paid by always has one. */
  href?: string | undefined;
  /** Shows the receipt beside the page instead; with `href`, the browser's own ways to open a link stay. */
  onPeek?: (() => void) | undefined;
  /** Writes a plus before a gain: for changes. */
  signed?: boolean;
  /** Leaves the fraction out: for tiles and comparisons. */
  whole?: boolean;
}

/** An exact amount in the reader's words. Its digits have one width, so that columns stand at the decimal sign. */
export function Money({ value, href, onPeek, signed = false, whole = false }: MoneyProps) {
  const { formatLocale } = useLocale();
  if (!value) return <Nothing />;
  const amount = <bdi className={classes.figure}>{formatMoney(formatLocale, value, { signed, whole })}</bdi>;
  if (href !== undefined) {
    return (
      <AppLink to={href} className={classes.receipt} onClick={onPeek && insteadOfGoing(onPeek)}>
        {amount}
      </AppLink>
    );
  }
  if (onPeek === undefined) return amount;
  return (
    <button type="button" className={classes.receipt} onClick={onPeek}>
      {amount}
    </button>
  );
}

/** Takes a plain press of a link; one that asks for another tab or window goes its way. */
function insteadOfGoing(act: () => void) {
  return (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}

/** The dash that stands where there is no value. */
export function Nothing() {
  return (
    <span className={classes.nothing} aria-hidden>
      –
    </span>
  );
}
