import { useLingui } from "@lingui/react/macro";
import { Kbd } from "@mantine/core";
import classes from "./inbox.module.css";

/** The keys of the queue, in sight; on a phone, which has none, they are not shown. */
export function KeysHere({ deciding = false }: { deciding?: boolean }) {
  const { t } = useLingui();
  const keys = [
    { keys: ["j", "k"], label: t`next, before` },
    ...(deciding
      ? []
      : [
          { keys: ["Enter"], label: t`open` },
          { keys: ["x"], label: t`mark` },
        ]),
    { keys: ["a"], label: t`approve` },
    { keys: ["r"], label: t`reject` },
    { keys: ["?"], label: t`all keys` },
  ];
  return (
    <p className={classes.keys}>
      {keys.map(({ keys: some, label }) => (
        <span key={label}>
          {some.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}{" "}
          {label}
        </span>
      ))}
    </p>
  );
}
