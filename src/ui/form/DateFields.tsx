import { useLingui } from "@lingui/react/macro";
import { DateInput, MonthPickerInput } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { formatDay, formatMonth } from "../format/time.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { useCalendarWords } from "./calendar.ts";
import { type FieldProps, fieldLabel } from "./fields.tsx";

interface DayFieldProps extends FieldProps<string> {
  /** The first and the last day that may be chosen. */
  min?: string;
  max?: string;
}

/** A calendar day, `2026-03-31`, typed or chosen. */
export function DayField({ optional, label, value, onChange, min, max, ...rest }: DayFieldProps) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const words = useCalendarWords();
  return (
    <DateInput
      {...rest}
      {...words}
      hideOutsideDates
      label={fieldLabel(label, optional)}
      placeholder={t`2026-03-31`}
      valueFormat={(day) => formatDay(formatLocale, day)}
      dateParser={(typed) => (/^\d{4}-\d{2}-\d{2}$/.test(typed.trim()) ? typed.trim() : null)}
      value={value === "" ? null : value}
      onChange={(day) => onChange(day ?? "")}
      clearable={optional}
      clearButtonProps={{ "aria-label": t`Clear ${label}` }}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
    />
  );
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
