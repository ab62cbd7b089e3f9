import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { useState } from "react";
import { useCalendarWords } from "../form/calendar.ts";
import { formatDay, parseDay } from "../format/time.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import classes from "./toolbar.module.css";

interface DaysChoiceProps {
  /** `2026-03-31`; empty for no bound. */
  from: string;
  until: string;
  onApply: (from: string, until: string) => void;
}

/** Days from and until, both included: typed, of which one may stay empty, or chosen from the calendar. */
export function DaysChoice({ from, until, onApply }: DaysChoiceProps) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const words = useCalendarWords();
  const shown = (day: string | null) => (day === null || day === "" ? "" : formatDay(formatLocale, day));
  const [typed, setTyped] = useState({ from: shown(from), until: shown(until) });
  const read = (text: string) => (text.trim() === "" ? "" : parseDay(formatLocale, text));
  const [first, last] = [read(typed.from), read(typed.until)];
  const isBackward = first !== null && last !== null && first !== "" && last !== "" && last < first;
  const placeholder = formatDay(formatLocale, "2026-03-31");

  function apply(event: React.FormEvent) {
    event.preventDefault();
    if (first !== null && last !== null && !isBackward) onApply(first, last);
  }

  return (
    <form className={classes.days} onSubmit={apply}>
      <Group gap="xs" wrap="nowrap" align="start">
        <TextInput
          size="xs"
          label={t`From`}
          placeholder={placeholder}
          value={typed.from}
          error={first === null && t`This is no day.`}
          onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t`Until`}
          placeholder={placeholder}
          value={typed.until}
          error={(last === null && t`This is no day.`) || (isBackward && t`Before the first day.`)}
          onChange={(event) => setTyped({ ...typed, until: event.currentTarget.value })}
        />
      </Group>
      <Group justify="center" py="xs">
        <DatePicker
          {...words}
          type="range"
          size="xs"
          hideOutsideDates
          allowSingleDateInRange
          {...(first && { defaultDate: first })}
          value={[first || null, last || null]}
          onChange={([begin, end]) => setTyped({ from: shown(begin), until: shown(end) })}
        />
      </Group>
      <Button type="submit" size="xs" fullWidth>
        <Trans>Apply</Trans>
      </Button>
    </form>
  );
}
