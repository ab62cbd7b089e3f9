import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { type Import, undoImport } from "../contract.ts";

interface UndoModalProps {
  one: Import;
  opened: boolean;
  onClose: () => void;
}

/** Asks before an import is undone; what refuses it is named in the server's words. */
export function UndoModal({ one, opened, onClose }: UndoModalProps) {
  const { t } = useLingui();
  const act = useEndpointMutation(undoImport, { onDone: onClose });
  const created = one.result?.created ?? 0;
  const updated = one.result?.updated ?? 0;
  const consequences = [
    <Trans key="removed">
      <Plural value={created} one="# record that it created is" other="# records that it created are" />{" "}
      removed, as far as nobody has changed or used them since. What stays is listed.
    </Trans>,
    <Trans key="refused">
      Where one of them is part of a posted run or of a later import, nothing is undone and you are told
      which.
    </Trans>,
  ];
  if (updated > 0)
    consequences.push(
      <Trans key="updated">
        <Plural value={updated} one="# record that it changed keeps" other="# records that it changed keep" />{" "}
        the new values.
      </Trans>,
    );
  return (
    <ConfirmModal
      opened={opened}
      onClose={() => {
        act.reset();
        onClose();
      }}
      title={t`Undo import ${one.number}?`}
      consequences={consequences}
      confirm={t`Undo this import`}
      danger
      onConfirm={() => act.mutate({ params: { importId: one.id } })}
      busy={act.isPending}
      problem={act.error}
    />
  );
}
