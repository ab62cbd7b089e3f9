import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useEndpointList } from "../api/query.ts";
import { TextSkeleton } from "../feedback/Skeletons.tsx";
import type { LookupFilter } from "./filters.ts";
import { OptionChoice } from "./OptionChoice.tsx";
import classes from "./toolbar.module.css";

interface LookupChoiceProps {
  filter: LookupFilter;
  value: string;
  onChoose: (value: string) => void;
}

/** One of many, found by typing; pressing what is chosen takes it back. */
export function LookupChoice({ filter, value, onChoose }: LookupChoiceProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const list = useEndpointList(
    filter.endpoint,
    { query: { [filter.searchParam]: wanted } },
    { pageSize: 20 },
  );
  const options = list.rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.lookup}>
      <TextInput
        size="xs"
        type="search"
        data-autofocus
        aria-label={t`Find in ${filter.label}`}
        placeholder={t`Find by name`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {list.isPending ? (
        <TextSkeleton lines={4} />
      ) : (
        <OptionChoice label={filter.label} options={options} value={value} onChoose={onChoose} />
      )}
      {!list.isPending && options.length === 0 && (
        <p className={classes.quiet}>{t`Nothing like that here`}</p>
      )}
    </div>
  );
}
