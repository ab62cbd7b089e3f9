import { DatePicker, MonthPicker } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { useCalendarWords } from "../form/calendar.ts";

interface DateChoiceProps {
  kind: "month" | "day";
  /** `2026-03` or `2026-03-31`; empty for none. */
  value: string;
  onChoose: (value: string) => void;
}

/** A month or a day from the calendar. */
export function DateChoice({ kind, value, onChoose }: DateChoiceProps) {
  const words = useCalendarWords();
  if (kind === "day") {
    return (
      <DatePicker
        {...words}
        hideOutsideDates
        size="xs"
        value={value === "" ? null : value}
        {...(value !== "" && { defaultDate: value })}
        onChange={(day) => onChoose(day ?? "")}
      />
    );
  }
  return (
    <MonthPicker
      {...words}
      size="xs"
      value={value === "" ? null : `${value}-01`}
      {...(value !== "" && { defaultDate: `${value}-01` })}
      onChange={(day) => onChoose(day?.slice(0, 7) ?? "")}
    />
  );
}
