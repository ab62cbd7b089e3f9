import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { fileName, saveCsv } from "../api/exports.ts";
import { notifyProblem } from "../feedback/notify.ts";
import type { ChangeUrlValues } from "../link/useUrlValues.ts";
import { ColumnMenu } from "./ColumnMenu.tsx";
import type { Column } from "./column.ts";
import { FilterPill } from "./FilterPill.tsx";
import type { Filter } from "./filters.ts";
import { SearchBox } from "./SearchBox.tsx";
import classes from "./toolbar.module.css";
import { ViewMenu } from "./ViewMenu.tsx";

interface ListFile {
  endpoint: Endpoint;
  params: object;
  query: object;
}

interface ToolbarProps<Row> {
  id: string;
  label: string;
  columns: readonly Column<Row>[];
  /** Ids of the columns that are shown. */
  shown: readonly string[];
  onShow: (columns: string[] | null) => void;
  filters: readonly Filter[];
  values: Readonly<Record<string, string>>;
  onChange: ChangeUrlValues;
  onClear: () => void;
  isFiltered: boolean;
  file: ListFile | undefined;
  isPhone: boolean;
  /** Within a section, whose padding it takes up. */
  embedded: boolean;
}

/** Above a list: search, filters, and on the other side views, columns and the file. */
export function Toolbar<Row>(props: ToolbarProps<Row>) {
  const {
    id,
    label,
    columns,
    shown,
    onShow,
    filters,
    values,
    onChange,
    onClear,
    isFiltered,
    file,
    isPhone,
    embedded,
  } = props;
  return (
    <div className={classes.toolbar} data-embedded={embedded || undefined}>
      <div className={classes.filters}>
        {filters.map((filter) =>
          filter.kind === "search" ? (
            <SearchBox
              key={filter.name}
              filter={filter}
              value={values[filter.name] ?? ""}
              onChange={onChange}
            />
          ) : (
            <FilterPill key={filter.name} filter={filter} values={values} onChange={onChange} />
          ),
        )}
        {isFiltered && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
            <Trans>Clear</Trans>
          </Button>
        )}
      </div>
      <div className={classes.tools}>
        <ViewMenu id={id} filters={filters} values={values} onChange={onChange} />
        {!isPhone && <ColumnMenu columns={columns} shown={shown} onShow={onShow} />}
        {file && <SaveCsv file={file} name={label} />}
      </div>
    </div>
  );
}

function SaveCsv({ file, name }: { file: ListFile; name: string }) {
  const { t } = useLingui();
  const [saving, setSaving] = useState(false);
  const label = t`Save what is listed as CSV`;
  const save = () => {
    setSaving(true);
    saveCsv(file.endpoint, file, fileName(name, "csv"))
      .catch(notifyProblem)
      .finally(() => setSaving(false));
  };
  return (
    <ActionIcon size="input-xs" loading={saving} onClick={save} aria-label={label} title={label}>
      <IconDownload size={16} stroke={1.75} />
    </ActionIcon>
  );
}
