import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { FileDrop } from "#ui/feedback/FileDrop.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import { bringTexts } from "../contract.ts";
import "./words.ts";

/** Under the limit of what a request may carry. */
const maxFileBytes = 1024 * 1024;

/** Takes the list's file back, with its column `text` filled by whoever translates. */
export function BringDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const bring = useEndpointMutation(bringTexts);
  const close = () => {
    bring.reset();
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t`Bring translations back`}>
      <Sentences>
        <Trans>
          Take the CSV of the list, fill its column “text” and bring it back. Everything comes in as a draft;
          nobody reads it before you approve it.
        </Trans>
      </Sentences>
      <FileDrop
        label={t`The CSV of the list, with its texts`}
        accept={{ "text/csv": [".csv"] }}
        maxUploadBytes={maxFileBytes}
        onFile={(file) => void file.text().then((csv) => bring.mutate({ body: { csv } }))}
      />
      {bring.error && <ErrorState problem={bring.error} inline />}
      {bring.data && (
        <Note
          tone={bring.data.problems.length > 0 ? "warn" : "good"}
          title={<Plural value={bring.data.written} one="# draft came in" other="# drafts came in" />}
        >
          {bring.data.unchanged > 0 && (
            <Plural value={bring.data.unchanged} one="# was there already." other="# were there already." />
          )}
          {bring.data.problems.length > 0 && (
            <ul>
              {bring.data.problems.map(({ row, message }) => (
                <li key={row}>
                  <Trans>
                    Row {row}: {inReadersWords(message, i18n)}
                  </Trans>
                </li>
              ))}
            </ul>
          )}
        </Note>
      )}
    </Dialog>
  );
}
