import { useLingui } from "@lingui/react/macro";
import { DateInput, MonthPickerInput } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { useState } from "react";
import { formatDay, formatMonth, parseDay } from "../format/time.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { useCalendarWords } from "./calendar.ts";
import { type FieldProps, fieldLabel } from "./fields.tsx";

interface DayFieldProps extends FieldProps<string> {
  /** The first and the last day that may be chosen. */
  min?: string;
  max?: string;
}

/** A calendar day, `2026-03-31`, typed or chosen. */
export function DayField({
  optional,
  label,
  value,
  onChange,
  onBlur,
  error,
  min,
  max,
  ...rest
}: DayFieldProps) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const [unread, setUnread] = useState<string | null>(null);
  const words = useCalendarWords();
  const shown = (day: string) => formatDay(formatLocale, day);
  const noDay = (typed: string) => t`“${typed}” is no day. Write it as ${shown("2026-03-31")} or 2026-03-31.`;
  const outside =
    value === "" || !isOutside(value, min, max)
      ? undefined
      : min !== undefined && value < min
        ? t`The first day that can be chosen is ${shown(min)}.`
        : t`The last day that can be chosen is ${shown(max ?? "")}.`;
  return (
    <DateInput
      {...rest}
      {...words}
      hideOutsideDates
      label={fieldLabel(label, optional)}
      placeholder={shown("2026-03-31")}
      valueFormat={(day) => formatDay(formatLocale, day)}
      dateParser={(typed) => parseDay(formatLocale, typed)}
      value={value === "" ? null : value}
      onChange={(day) => {
        setUnread(null);
        onChange(day ?? "");
      }}
      // What cannot be chosen would give way to the day before it in silence, and that one would be sent.
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        const day = parseDay(formatLocale, typed);
        setUnread(typed !== "" && day === null ? typed : null);
        if (typed !== "" && (day === null || isOutside(day, min, max))) onChange(day ?? "");
        onBlur();
      }}
      error={error ?? (unread === null ? outside : noDay(unread))}
      clearable={optional}
      clearButtonProps={{ "aria-label": t`Clear ${label}` }}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
    />
  );
}

/** Days compare as their text does. */
function isOutside(day: string, min = day, max = day): boolean {
  return day < min || day > max;
}

/** A calendar month, `2026-03`. */
export function MonthField({ optional, label, value, onChange, min, max, ...rest }: DayFieldProps) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const words = useCalendarWords();
  return (
    <MonthPickerInput
      {...rest}
      {...words}
      label={fieldLabel(label, optional)}
      value={value === "" ? null : `${value}-01`}
      valueFormatter={({ date }) =>
        typeof date === "string" ? formatMonth(formatLocale, date.slice(0, 7)) : ""
      }
      onChange={(day) => onChange(day?.slice(0, 7) ?? "")}
      clearable={optional}
      clearButtonProps={{ "aria-label": t`Clear ${label}` }}
      {...(min && { minDate: `${min}-01` })}
      {...(max && { maxDate: `${max}-01` })}
    />
  );
}
