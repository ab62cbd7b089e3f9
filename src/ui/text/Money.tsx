import type { MoneyJson } from "#platform/http/wire.ts";
import { formatMoney } from "../format/money.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { AppLink } from "../link/AppLink.tsx";
import classes from "./text.module.css";

interface MoneyProps {
  value: MoneyJson | null | undefined;
  /** Where the receipt of this amount is. An amount that someone is paid by always has one. */
  href?: string | undefined;
  /** Writes a plus before a gain: for changes. */
  signed?: boolean;
  /** Leaves the fraction out: for tiles and comparisons. */
  whole?: boolean;
}

/** An exact amount in the reader's words. Its digits have one width, so that columns stand at the decimal sign. */
export function Money({ value, href, signed = false, whole = false }: MoneyProps) {
  const { formatLocale } = useLocale();
  if (!value) return <Nothing />;
  const amount = (
    <bdi dir="ltr" className={classes.figure}>
      {formatMoney(formatLocale, value, { signed, whole })}
    </bdi>
  );
  if (href === undefined) return amount;
  return (
    <AppLink to={href} className={classes.receipt}>
      {amount}
    </AppLink>
  );
}

/** The dash that stands where there is no value. */
export function Nothing() {
  return (
    <span className={classes.nothing} aria-hidden>
      –
    </span>
  );
}
