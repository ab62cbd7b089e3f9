import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Progress } from "@mantine/core";
import "@mantine/core/styles/Progress.layer.css";
import { Dropzone } from "@mantine/dropzone";
import { IconFileUpload, IconX } from "@tabler/icons-react";
import { useFormat } from "../format/useFormat.ts";
import { FileList, type KeptFile } from "./FileList.tsx";
import classes from "./file.module.css";
import { type SendFile, useSendFiles } from "./useSendFiles.ts";

interface FilesFieldProps {
  /** What to bring: `Add a proposal, an order, notes`. */
  label: string;
  /** What the files that are kept are, for screen readers. */
  listLabel: string;
  /** Endings of what is taken, without the dot. */
  endings: readonly string[];
  maxBytes: number;
  files: readonly KeptFile[];
  /** Sends one; a problem is told beside the field. */
  send: SendFile;
  remove: (file: KeptFile) => Promise<void>;
  onOpen: (file: KeptFile) => void;
}

/** Takes files, dropped or chosen, sends them one after the other, and lists those that are kept. */
export function FilesField({
  label,
  listLabel,
  endings,
  maxBytes,
  files,
  send,
  remove,
  onOpen,
}: FilesFieldProps) {
  const { t } = useLingui();
  const format = useFormat();
  const sending = useSendFiles(send, maxBytes);
  const limit = format.number(Math.floor(maxBytes / 1024 / 1024), "megabyte");
  return (
    <div className={classes.field}>
      {files.length > 0 && (
        <FileList
          label={listLabel}
          files={files}
          onOpen={onOpen}
          onRemove={(file) => void sending.guard(file.name, () => remove(file))}
        />
      )}
      {sending.waiting.map(({ key, name, share }) => (
        <div key={key} className={classes.file}>
          <span className={classes.sending}>
            <bdi>{name}</bdi>
          </span>
          <Progress className={classes.bar ?? ""} value={share * 100} aria-label={t`Sending ${name}`} />
          <span className={classes.size}>{format.share(share, 0)}</span>
          <ActionIcon variant="subtle" aria-label={t`Do not send ${name}`} onClick={() => sending.stop(key)}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Dropzone
        unstyled
        className={classes.drop ?? ""}
        multiple
        useFsAccessApi={false}
        inputProps={{ "aria-label": label, accept: endings.map((ending) => `.${ending}`).join(",") }}
        onDrop={sending.add}
      >
        <div className={classes.dropLine}>
          <IconFileUpload size={20} stroke={1.5} className={classes.dropMark} aria-hidden />
          <span>
            {label}
            <span className={classes.hint}>
              <Trans>
                Drop files here or press to choose · PDF, pictures, office documents, text, up to {limit} each
              </Trans>
            </span>
          </span>
        </div>
      </Dropzone>
      {sending.faults.length > 0 && (
        <ul className={classes.faults} role="alert">
          {sending.faults.map(({ key, name, sentence }) => (
            <li key={key}>
              <bdi>{name}</bdi>: {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
