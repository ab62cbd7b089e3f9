import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { Answering } from "../api/call.ts";
import { useEndpoint } from "../api/query.ts";
import { type FieldProps, fieldLabel } from "./fields.tsx";

interface SuggestFieldProps<Row> extends FieldProps<string> {
  endpoint: Answering<{ items: Row[] }>;
  /** Which of its parameters takes what is typed. */
  searchParam: string;
  /** Other parameters that always hold. */
  query?: object;
  nameOf: (row: Row) => string;
  /** A few words that tell it from its neighbours. */
  hintOf: (row: Row) => string | null;
  /** One of the offered was taken: what else is known of it can be filled in. */
  onPick: (row: Row) => void;
}

const leastTyped = 2;

/** A text of one's own; what is known already is offered as one types. */
export function SuggestField<Row>(props: SuggestFieldProps<Row>) {
  const { endpoint, searchParam, query, nameOf, hintOf, onPick, optional, label, value, onChange, ...rest } =
    props;
  const [typed, setTyped] = useState(false);
  const [wanted] = useDebouncedValue(value.trim(), 200);
  const found = useEndpoint(
    endpoint,
    { query: { ...query, [searchParam]: wanted } },
    // What stood there before is nobody's question: it would only lie over the fields below.
    { enabled: typed && wanted.length >= leastTyped },
  );
  const rows = !typed || wanted.length < leastTyped ? [] : (found.data?.items ?? []);
  return (
    <Autocomplete
      {...rest}
      label={fieldLabel(label, optional)}
      value={value}
      onChange={(text) => {
        setTyped(true);
        onChange(text);
      }}
      data={[...new Set(rows.map(nameOf))]}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const row = rows.find((one) => nameOf(one) === option.value);
        const hint = row && hintOf(row);
        return (
          <span>
            {option.value}
            {hint && <span style={{ color: "var(--mantine-color-dimmed)" }}> · {hint}</span>}
          </span>
        );
      }}
      onOptionSubmit={(name) => {
        const row = rows.find((one) => nameOf(one) === name);
        if (row !== undefined) onPick(row);
      }}
    />
  );
}
