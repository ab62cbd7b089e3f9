import { useLingui } from "@lingui/react/macro";
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconFile, IconTrash } from "@tabler/icons-react";
import { useFormat } from "../format/useFormat.ts";
import classes from "./file.module.css";

/** A file that is kept already. */
export interface KeptFile {
  id: string;
  name: string;
  bytes: number;
}

interface FileListProps {
  /** What they are, for screen readers: `Evidence`. */
  label: string;
  files: readonly KeptFile[];
  onOpen: (file: KeptFile) => void;
  onRemove?: ((file: KeptFile) => void) | undefined;
}

/** Files to fetch, and where it is allowed to take away again. What is in them is never shown in the page. */
export function FileList({ label, files, onOpen, onRemove }: FileListProps) {
  const { t } = useLingui();
  const size = useFileSize();
  return (
    <ul className={classes.files} aria-label={label}>
      {files.map((file) => (
        <li key={file.id} className={classes.file}>
          <IconFile size={18} stroke={1.5} className={classes.mark} aria-hidden />
          <UnstyledButton className={classes.name ?? ""} onClick={() => onOpen(file)} title={t`Download`}>
            <bdi>{file.name}</bdi>
          </UnstyledButton>
          <span className={classes.size}>{size(file.bytes)}</span>
          {onRemove && (
            <ActionIcon variant="subtle" aria-label={t`Remove ${file.name}`} onClick={() => onRemove(file)}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Sizes of files as people say them: whole kilobytes, megabytes with a digit. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormat();
  return (bytes) =>
    bytes < 1_000_000
      ? format.number(Math.max(1, Math.ceil(bytes / 1000)), "kilobyte")
      : format.number(Math.round(bytes / 100_000) / 10, "megabyte");
}
