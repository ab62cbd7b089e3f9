import { useLingui } from "@lingui/react/macro";
import { CloseButton, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { TextSkeleton } from "../feedback/Skeletons.tsx";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import type { ChangeUrlValues } from "../link/useUrlValues.ts";
import { AmountChoice } from "./AmountChoice.tsx";
import { type Filter, filterNames, filterText, type SearchFilter } from "./filters.ts";
import { LookupChoice } from "./LookupChoice.tsx";
import { OptionChoice } from "./OptionChoice.tsx";
import classes from "./toolbar.module.css";

const DaysChoice = lazy(() => import("./DaysChoice.tsx").then((module) => ({ default: module.DaysChoice })));
const DateChoice = lazy(() => import("./DateChoice.tsx").then((module) => ({ default: module.DateChoice })));

interface FilterPillProps {
  filter: Exclude<Filter, SearchFilter>;
  values: Readonly<Record<string, string>>;
  onChange: ChangeUrlValues;
}

/** One filter: its name, what it is set to, and below it the choice. */
export function FilterPill({ filter, values, onChange }: FilterPillProps) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const [opened, setOpened] = useState(false);
  const text = filterText(filter, values, formatLocale);
  const names = filterNames([filter]);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withinPortal>
      <span className={classes.pill} data-set={text !== null || undefined}>
        <Popover.Target>
          <button type="button" className={classes.pillButton} onClick={() => setOpened((before) => !before)}>
            <span>{text === null ? filter.label : `${filter.label}:`}</span>
            {text !== null && <span className={classes.pillValue}>{text}</span>}
            {text === null && <IconChevronDown size={14} aria-hidden />}
          </button>
        </Popover.Target>
        {text !== null && (
          <CloseButton
            size={24}
            iconSize={12}
            aria-label={t`Clear ${filter.label}`}
            onClick={() => onChange(Object.fromEntries(names.map((name) => [name, ""])))}
          />
        )}
      </span>
      <Popover.Dropdown p="xs">
        <Choice filter={filter} values={values} onChange={onChange} close={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ filter, values, onChange, close }: FilterPillProps & { close: () => void }) {
  const value = values[filter.name] ?? "";
  const choose = (next: string) => {
    onChange({ [filter.name]: next });
    close();
  };
  if (filter.kind === "select") {
    return <OptionChoice label={filter.label} options={filter.options} value={value} onChoose={choose} />;
  }
  if (filter.kind === "lookup") return <LookupChoice filter={filter} value={value} onChoose={choose} />;
  if (filter.kind === "amount") {
    return (
      <AmountChoice
        currency={filter.currency}
        from={value}
        to={values[filter.toName] ?? ""}
        onApply={(from, to) => {
          onChange({ [filter.name]: from, [filter.toName]: to });
          close();
        }}
      />
    );
  }
  if (filter.kind === "days") {
    return (
      <Suspense fallback={<TextSkeleton />}>
        <DaysChoice
          from={value}
          until={values[filter.toName] ?? ""}
          onApply={(from, until) => {
            onChange({ [filter.name]: from, [filter.toName]: until });
            close();
          }}
        />
      </Suspense>
    );
  }
  return (
    <Suspense fallback={<TextSkeleton />}>
      <DateChoice kind={filter.kind} value={value} onChoose={choose} />
    </Suspense>
  );
}
