import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import classes from "./text.module.css";

interface SecretProps {
  /** What it is: `API key`, `Invitation link`. */
  label: string;
  value: string;
  /** Said below, such as that it is shown once. */
  note?: string;
}

/** Something to copy and keep: an API key, an invitation link. */
export function Secret({ label, value, note }: SecretProps) {
  const { t } = useLingui();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <div>
      <Text fw={600} mb={4}>
        {label}
      </Text>
      <div className={classes.secret}>
        <bdi dir="ltr" className={classes.secretValue}>
          {value}
        </bdi>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => clipboard.copy(value)}
          leftSection={clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          aria-label={t`Copy ${label}`}
        >
          {clipboard.copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
      </div>
      {note && (
        <Text size="xs" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </div>
  );
}
