import { formatNumber, formatShare } from "../format/number.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { Nothing } from "./Money.tsx";
import classes from "./text.module.css";

interface CountProps {
  value: number | bigint | null | undefined;
  /** One of ECMA-402's units, such as `day` or `megabyte`. */
  unit?: string;
}

/** A number in the reader's words, with its unit: a unit is a word, and is read in the direction of its language. */
export function Count({ value, unit }: CountProps) {
  const { formatLocale } = useLocale();
  if (value === null || value === undefined) return <Nothing />;
  return (
    <bdi {...(unit === undefined && { dir: "ltr" })} className={classes.figure}>
      {formatNumber(formatLocale, value, unit)}
    </bdi>
  );
}

interface ShareProps {
  /** `"0.08"` or 0.08 for 8 %. */
  value: number | string | null | undefined;
  /** Digits after the decimal sign, at most. */
  digits?: number;
}

/** A rate or a share as per cent. */
export function Share({ value, digits = 2 }: ShareProps) {
  const { formatLocale } = useLocale();
  if (value === null || value === undefined) return <Nothing />;
  return (
    <bdi dir="ltr" className={classes.figure}>
      {formatShare(formatLocale, value, digits)}
    </bdi>
  );
}
