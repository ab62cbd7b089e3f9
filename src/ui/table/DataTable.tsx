import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { type ListEndpoint, useEndpointList } from "../api/query.ts";
import { searchOf } from "../api/url.ts";
import { ErrorState } from "../feedback/ErrorState.tsx";
import { ListSkeleton } from "../feedback/Skeletons.tsx";
import { useUrlValues } from "../link/useUrlValues.ts";
import { type BulkAct, BulkBar } from "./BulkBar.tsx";
import { CardList } from "./CardList.tsx";
import type { Column } from "./column.ts";
import { Foot } from "./Foot.tsx";
import { type Filter, filterNames, listValues, parseSort } from "./filters.ts";
import { useChosenColumns } from "./kept.ts";
import { NothingFits } from "./NothingFits.tsx";
import { RowGrid } from "./RowGrid.tsx";
import { useSelection } from "./selection.ts";
import { Toolbar } from "./Toolbar.tsx";
import classes from "./table.module.css";

interface DataTableProps<Row> {
  /** Under this name columns and views are kept: `opportunities`. */
  id: string;
  /** What the rows are, for screen readers and the file's name: `Opportunities`. */
  label: string;
  endpoint: ListEndpoint<Row>;
  /** What the endpoint's path needs. */
  params?: Readonly<Record<string, string>>;
  /** Filters that always hold and are not shown, such as the partner whose page this is. */
  fixed?: Readonly<Record<string, string>>;
  columns: readonly Column<Row>[];
  filters?: readonly Filter[];
  rowKey: (row: Row) => string;
  /** Where a row leads. */
  rowHref?: (row: Row) => string | undefined;
  /** What can be done with several rows at once; with it rows can be marked. */
  bulk?: readonly BulkAct<Row>[];
  /** True where the endpoint also gives its list as a file, under the same path with `.csv`. */
  csv?: boolean;
  /** Shown when there is nothing at all: what this will be, why, and the one act that fills it. */
  empty: ReactNode;
  /** Beside the count, at the foot: a total. */
  summary?: ReactNode;
  /** Within a section of a page, where it must not take the whole height. */
  embedded?: boolean;
}

/**
 * The list: filter, sort, search and saved views kept in the address, columns to choose, marks with acts, the CSV
 * of what is seen, and smooth with 100,000 rows. On a phone rows become cards.
 */
export function DataTable<Row>({
  id,
  label,
  endpoint,
  params = {},
  fixed,
  columns,
  filters = [],
  rowKey,
  rowHref,
  bulk = [],
  csv = false,
  empty,
  summary,
  embedded = false,
}: DataTableProps<Row>) {
  const [urlValues, change] = useUrlValues();
  const values = listValues(urlValues, filters);
  const query = { ...values, ...fixed };
  const list = useEndpointList(endpoint, { params, query });
  const selection = useSelection(list.rows, rowKey, searchOf(query));
  const [chosen, setChosen] = useChosenColumns(id);
  const isPhone = useMediaQuery("(max-width: 44em)", undefined, { getInitialValueInEffect: false }) ?? false;
  const shown = columns.filter((column) => (chosen ? chosen.includes(column.id) : !column.optional));
  const isFiltered = filterNames(filters).some((name) => values[name] !== undefined);
  const nothingYet = !list.isPending && !list.error && list.rows.length === 0 && !isFiltered;
  const clear = () => change(Object.fromEntries(filterNames(filters).map((name) => [name, ""])));

  function content(): ReactNode {
    if (list.error && list.rows.length === 0) return <ErrorState problem={list.error} retry={list.retry} />;
    if (list.isPending) return <ListSkeleton />;
    if (nothingYet) return <div className={classes.nothing}>{empty}</div>;
    if (list.rows.length === 0) return <NothingFits onClear={clear} />;
    const shared = { label, list, rowKey, rowHref, columns: shown };
    if (isPhone) return <CardList {...shared} />;
    return (
      <RowGrid
        {...shared}
        selection={bulk.length > 0 ? selection : undefined}
        sort={parseSort(values.sort)}
        onSort={(sort) => change({ sort })}
        embedded={embedded}
      />
    );
  }

  return (
    <div className={embedded ? classes.embedded : classes.standing}>
      {!nothingYet && (
        <Toolbar
          id={id}
          label={label}
          columns={columns}
          shown={shown.map((column) => column.id)}
          onShow={setChosen}
          filters={filters}
          values={values}
          onChange={change}
          onClear={clear}
          isFiltered={isFiltered}
          file={csv ? { endpoint, params, query } : undefined}
          isPhone={isPhone}
          embedded={embedded}
        />
      )}
      <div className={classes.frame} data-phone={isPhone || undefined}>
        {content()}
        {list.rows.length > 0 && <Foot list={list} summary={summary} />}
      </div>
      {bulk.length > 0 && <BulkBar acts={bulk} selection={selection} />}
    </div>
  );
}
