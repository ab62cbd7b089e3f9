import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import type { Import } from "../contract.ts";
import { stateWords } from "./ImportState.tsx";

/** What one should know of a file at every step before it runs: what failed, what was here before. */
export function ImportNotes({ one }: { one: Import }) {
  const { t } = useLingui();
  if (one.state === "done" || one.state === "undone") return null;
  return (
    <>
      {one.failure && (
        <Note
          tone="warn"
          title={
            one.state === "failed" ? (
              <Trans>Nothing was taken over</Trans>
            ) : (
              <Trans>It has to be checked again</Trans>
            )
          }
          action={
            one.state === "failed" ? { label: t`Upload it again`, to: `/imports?new=${one.kind}` } : undefined
          }
        >
          {one.failure}
        </Note>
      )}
      {one.sameFile && <SameFile same={one.sameFile} />}
      {one.file.encodingNote && (
        <Note tone="warn" title={<Trans>Look at names with accents before you go on</Trans>}>
          {one.file.encodingNote}
        </Note>
      )}
    </>
  );
}

function SameFile({ same }: { same: NonNullable<Import["sameFile"]> }) {
  const { i18n } = useLingui();
  const state = i18n._(stateWords[same.state]);
  return (
    <Note
      tone="info"
      title={
        <Trans>
          This very file was uploaded before, as{" "}
          <RecordLink noun="import" id={same.id}>
            import {same.number}
          </RecordLink>
        </Trans>
      }
    >
      <Trans>
        That was <DateTime value={same.createdAt} />; its state is: {state}. Rows that are there already stay
        as they are, so nothing comes in twice.
      </Trans>
    </Note>
  );
}
