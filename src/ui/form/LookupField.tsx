import { useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type ListEndpoint, useEndpointList } from "../api/query.ts";
import { type FieldProps, fieldLabel, type Option } from "./fields.tsx";
import { OptionLine } from "./OptionLine.tsx";
import { useTypedOver } from "./useTypedOver.ts";

interface LookupFieldProps<Row> extends FieldProps<string> {
  /** The list in which to look. */
  endpoint: ListEndpoint<Row>;
  /** Which of its filters takes what is typed: `q`. */
  searchParam: string;
  /** Other filters that always hold. */
  query?: object;
  params?: object;
  toOption: (row: Row) => Option;
  /** The name of what is chosen already, which the list may not bring. */
  chosen?: Option | undefined;
  placeholder?: string;
}

/** One of many, found by typing: a partner, an account, a product. */
export function LookupField<Row>(props: LookupFieldProps<Row>) {
  const {
    endpoint,
    searchParam,
    query,
    params,
    toOption,
    chosen,
    optional,
    label,
    value,
    onChange,
    ...rest
  } = props;
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const typedOver = useTypedOver(() => setOpened(true));
  const [picked, setPicked] = useState(chosen);
  const [typed, setTyped] = useState("");
  const [wanted] = useDebouncedValue(typed === picked?.label ? "" : typed, 200);
  const list = useEndpointList(
    endpoint,
    { ...(params && { params }), query: { ...query, [searchParam]: wanted } },
    { enabled: opened, pageSize: 20 },
  );
  const options = withPicked(list.rows.map(toOption), picked);
  return (
    <Select
      {...rest}
      label={fieldLabel(label, optional)}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      renderOption={({ option }) => <OptionLine option={options.find((one) => one.value === option.value)} />}
      value={value === "" ? null : value}
      onChange={(next) => {
        setPicked(options.find((option) => option.value === next));
        onChange(next ?? "");
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      {...typedOver}
      nothingFoundMessage={list.isPending ? t`Looking…` : t`Nothing like that here`}
      clearable={optional}
      allowDeselect={optional}
    />
  );
}

function withPicked(options: readonly Option[], picked: Option | undefined): Option[] {
  const known = picked === undefined || options.some((option) => option.value === picked.value);
  return known ? [...options] : [picked, ...options];
}
