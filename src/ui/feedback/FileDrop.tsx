import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../format/useFormat.ts";
import classes from "./feedback.module.css";

interface FileDropProps {
  /** What it is for: `A CSV file with your accounts`. */
  label: string;
  /** MIME types and endings: `{ "text/csv": [".csv"] }`. */
  accept: Readonly<Record<string, string[]>>;
  maxUploadBytes: number;
  onFile: (file: File) => void;
  /** The share sent so far, from 0 to 1, while it is under way. */
  sent?: number | null;
}

/** Takes one file, dropped or chosen, and says beforehand what it takes. */
export function FileDrop({ label, accept, maxUploadBytes, onFile, sent = null }: FileDropProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [refused, setRefused] = useState(false);
  const endings = Object.values(accept).flat().join(", ");
  const limit = format.number(Math.floor(maxUploadBytes / 1024 / 1024), "megabyte");
  return (
    <div>
      <Dropzone
        unstyled
        className={classes.drop ?? ""}
        accept={{ ...accept }}
        maxSize={maxUploadBytes}
        maxFiles={1}
        multiple={false}
        disabled={sent !== null}
        inputProps={{ "aria-label": label }}
        onDrop={(files) => {
          setRefused(false);
          if (files[0]) onFile(files[0]);
        }}
        onReject={() => setRefused(true)}
      >
        <div className={classes.dropText}>
          <IconFileUpload size={28} stroke={1.25} className={classes.dropIcon} aria-hidden />
          <strong>{sent === null ? label : t`${format.share(sent, 0)} sent`}</strong>
          <span className={classes.dropNote}>
            <Trans>
              Drop a file here or press to choose one · {endings}, up to {limit}
            </Trans>
          </span>
        </div>
      </Dropzone>
      {refused && (
        <Text c="var(--mantine-color-error)" size="sm" mt={4} role="alert">
          <Trans>
            That file is not taken: it must end in {endings} and have no more than {limit}.
          </Trans>
        </Text>
      )}
    </div>
  );
}
