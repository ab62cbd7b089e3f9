import { useLingui } from "@lingui/react/macro";
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useHotkey } from "../keys/Hotkeys.tsx";
import type { ChangeUrlValues } from "../link/useUrlValues.ts";
import type { SearchFilter } from "./filters.ts";
import classes from "./toolbar.module.css";

interface SearchBoxProps {
  filter: SearchFilter;
  value: string;
  onChange: ChangeUrlValues;
}

/** Finds as one types; the address follows once the fingers rest. */
export function SearchBox({ filter, value, onChange }: SearchBoxProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  useHotkey({ key: "/", label: t`Search the list`, act: () => box.current?.select() });
  const told = useRef(value);
  const tell = useDebouncedCallback((text: string) => {
    told.current = text;
    onChange({ [filter.name]: text });
  }, 250);

  // The address changed by other means: a saved view, the browser's way back.
  useEffect(() => {
    if (value !== told.current) setTyped(value);
    told.current = value;
  }, [value]);

  function change(text: string) {
    setTyped(text);
    tell(text.trim());
  }

  return (
    <TextInput
      ref={box}
      className={classes.search}
      size="xs"
      type="search"
      aria-label={filter.label}
      placeholder={filter.label}
      leftSection={<IconSearch size={14} />}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={
        typed === "" ? null : (
          <CloseButton size={24} iconSize={12} aria-label={t`Clear the search`} onClick={() => change("")} />
        )
      }
    />
  );
}
