import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { type Column, titleColumn } from "./column.ts";
import classes from "./toolbar.module.css";

interface ColumnMenuProps<Row> {
  columns: readonly Column<Row>[];
  shown: readonly string[];
  /** Null for the columns that the list shows by itself. */
  onShow: (columns: string[] | null) => void;
}

/** Which columns are shown; the one that names the row always is. */
export function ColumnMenu<Row>({ columns, shown, onShow }: ColumnMenuProps<Row>) {
  const { t } = useLingui();
  const title = titleColumn(columns);
  const toggle = (id: string) =>
    onShow(columns.map((column) => column.id).filter((other) => (other === id) !== shown.includes(other)));
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon size="input-xs" aria-label={t`Choose columns`} title={t`Choose columns`}>
          <IconColumns3 size={16} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={classes.columnChoice} aria-label={t`Columns`}>
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={shown.includes(column.id)}
              disabled={column === title}
              onChange={() => toggle(column.id)}
            />
          ))}
          <Button variant="subtle" size="compact-xs" onClick={() => onShow(null)}>
            <Trans>As it was</Trans>
          </Button>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
