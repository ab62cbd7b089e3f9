import { useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { type ImportFindings, listValues } from "../contract.ts";

type Value = ImportFindings["unknownValues"][number]["values"][number]["suggestions"][number];

interface ValueChoiceProps {
  importId: string;
  field: string;
  label: string;
  /** Offered first. */
  suggestions: readonly Value[];
  value: string;
  onChange: (value: string) => void;
}

/** One of the values that a cell of a field can mean, found by typing. */
export function ValueChoice({ importId, field, label, suggestions, value, onChange }: ValueChoiceProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState<Value>();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 200);
  const found = useEndpoint(
    listValues,
    { params: { importId }, query: { field, search: search === picked?.label ? "" : search } },
    { enabled: opened },
  );
  const options = distinct([...(picked ? [picked] : []), ...suggestions, ...(found.data?.items ?? [])]);
  return (
    <Select
      aria-label={label}
      placeholder={t`Find it by typing`}
      size="xs"
      my={6}
      data={options}
      value={value === "" ? null : value}
      onChange={(next) => {
        setPicked(options.find((option) => option.value === next));
        onChange(next ?? "");
      }}
      searchable
      clearable
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      nothingFoundMessage={found.isFetching ? t`Looking…` : t`Nothing like that here`}
    />
  );
}

/** Each value once, under the first name that it comes with. */
function distinct(values: readonly Value[]): Value[] {
  return [...new Map([...values].reverse().map((one) => [one.value, one])).values()].reverse();
}
