import { Trans } from "@lingui/react/macro";
import { Menu } from "@mantine/core";
import { IconDownload, IconPhoto, IconTable } from "@tabler/icons-react";
import { type MenuButton, useOpenAtOnce } from "../act/LateMenu.tsx";

interface ChartMenuItemsProps {
  button: MenuButton;
  isTable: boolean;
  onTable: () => void;
  onValues: () => void;
  onPicture: (() => void) | undefined;
}

/** A chart as a table, and both as files. */
export function ChartMenuItems({ button, isTable, onTable, onValues, onPicture }: ChartMenuItemsProps) {
  return (
    <Menu position="bottom-end" {...useOpenAtOnce()}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={16} />} onClick={onTable}>
          {isTable ? <Trans>Show as a chart</Trans> : <Trans>Show as a table</Trans>}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={onValues}>
          <Trans>Save the values as CSV</Trans>
        </Menu.Item>
        {onPicture && !isTable && (
          <Menu.Item leftSection={<IconPhoto size={16} />} onClick={onPicture}>
            <Trans>Save the picture as PNG</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
