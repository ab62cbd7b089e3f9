import { useLingui } from "@lingui/react/macro";
import { Kbd } from "@mantine/core";
import { Dialog } from "../feedback/Dialog.tsx";
import type { Hotkey } from "./Hotkeys.tsx";
import classes from "./keys.module.css";

interface HotkeysHelpProps {
  /** What the page offers beside what works everywhere. */
  hotkeys: readonly Hotkey[];
  onClose: () => void;
}

/** The keys that work on this page. */
export function HotkeysHelp({ hotkeys, onClose }: HotkeysHelpProps) {
  const { t } = useLingui();
  const everywhere = [
    { key: "?", label: t`Show the keys` },
    { key: "↓ ↑", label: t`Go from row to row in a list` },
    { key: "Enter", label: t`Open the row` },
    { key: "x", label: t`Mark the row` },
    { key: "Esc", label: t`Close what is open` },
  ];
  return (
    <Dialog opened onClose={onClose} title={t`Keys`} size="sm">
      <dl className={classes.keys}>
        {[...hotkeys, ...everywhere].map(({ key, label }) => (
          <div key={key} className={classes.key}>
            <dt>
              {key.split(" ").map((part) => (
                <Kbd key={part}>{part}</Kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
