import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, CloseButton, Popover, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconBookmark } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { searchOf } from "../api/url.ts";
import type { ChangeUrlValues } from "../link/useUrlValues.ts";
import { type Filter, filterNames } from "./filters.ts";
import { useSavedViews } from "./kept.ts";
import classes from "./toolbar.module.css";

interface ViewMenuProps {
  id: string;
  filters: readonly Filter[];
  values: Readonly<Record<string, string>>;
  onChange: ChangeUrlValues;
}

/** Saved views: what a list is narrowed to and sorted by, under a name; the address shares it with others. */
export function ViewMenu({ id, filters, values, onChange }: ViewMenuProps) {
  const { t } = useLingui();
  const { views, save, remove } = useSavedViews(id);
  const clipboard = useClipboard({ timeout: 2000 });
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const current = searchOf(values);
  const none = Object.fromEntries([...filterNames(filters), "sort"].map((one) => [one, ""]));

  function keep(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "") return;
    save({ name: name.trim(), values: { ...values } });
    setName("");
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          size="input-xs"
          aria-label={t`Saved views`}
          title={t`Saved views`}
          onClick={() => setOpened((before) => !before)}
        >
          <IconBookmark size={16} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.views}>
          {views.length === 0 && (
            <p className={classes.quiet}>
              <Trans>A view keeps these filters and this order under a name.</Trans>
            </p>
          )}
          {views.map((view) => (
            <div key={view.name} className={classes.view}>
              <button
                type="button"
                className={classes.option}
                aria-pressed={searchOf(view.values) === current}
                onClick={() => {
                  onChange({ ...none, ...view.values });
                  setOpened(false);
                }}
              >
                {view.name}
              </button>
              <CloseButton
                size={24}
                iconSize={12}
                aria-label={t`Remove the view ${view.name}`}
                onClick={() => remove(view.name)}
              />
            </div>
          ))}
          <form onSubmit={keep} className={classes.newView}>
            <TextInput
              size="xs"
              label={t`Save this view as`}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" variant="default" disabled={name.trim() === ""}>
              <Trans>Save</Trans>
            </Button>
          </form>
          <Button variant="subtle" size="compact-xs" onClick={() => clipboard.copy(window.location.href)}>
            {clipboard.copied ? <Trans>Copied</Trans> : <Trans>Copy the address of this view</Trans>}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
