import { useLingui } from "@lingui/react/macro";
import { Flex } from "@mantine/core";
import { useState } from "react";
import { maxUploadBytes } from "#platform/limits.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { FileDrop } from "#ui/feedback/FileDrop.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { type Kind, kindNamed, kindOrder, kindWords } from "./kindWords.ts";
import { useUpload } from "./useUpload.ts";

interface StartDialogProps {
  opened: boolean;
  /** Chosen already. */
  kind: Kind | undefined;
  onClose: () => void;
}

/** The first step of an import: what the file holds, and the file. */
export function StartDialog({ opened, kind, onClose }: StartDialogProps) {
  const { t, i18n } = useLingui();
  const title = kind ? i18n._(kindWords[kind].act) : t`Import a file`;
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="lg">
      <Start key={kind} kind={kind} />
    </Dialog>
  );
}

function Start({ kind: given }: { kind: Kind | undefined }) {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState(given);
  const { start, sent, problem } = useUpload();
  return (
    <Flex direction="column" gap="lg">
      <ChoiceField
        name="kind"
        label={t`What the file holds`}
        optional={false}
        value={kind ?? ""}
        onChange={(chosen) => setKind(kindNamed(chosen))}
        onBlur={() => {}}
        error={undefined}
        disabled={sent !== null}
        options={kindOrder.map((one) => ({
          value: one,
          label: i18n._(kindWords[one].name),
          hint: i18n._(kindWords[one].holds),
        }))}
      />
      {kind && (
        <FileDrop
          label={i18n._(kindWords[kind].file)}
          accept={{ "text/csv": [".csv", ".txt", ".tsv"] }}
          maxUploadBytes={maxUploadBytes}
          onFile={(file) => void start(kind, file)}
          sent={sent}
        />
      )}
      {problem && <ErrorState problem={problem} inline />}
    </Flex>
  );
}
