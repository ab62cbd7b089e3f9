import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/api/call.ts";
import { saveFrom } from "#ui/api/exports.ts";
import { cacheKey } from "#ui/api/query.ts";
import { upload } from "#ui/api/upload.ts";
import { notifyProblem } from "#ui/feedback/notify.ts";
import { FileList, type KeptFile } from "#ui/file/FileList.tsx";
import { FilesField } from "#ui/file/FilesField.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { fileKinds, maxFileBytes } from "../../evidence/contract.ts";
import {
  addTouchpointFile,
  getTouchpoint,
  linkTouchpointFile,
  removeTouchpointFile,
  type Touchpoint,
} from "../contract.ts";

/** Files and the link; the partner adds to them until it is confirmed. */
export function Evidence({ touchpoint }: { touchpoint: Touchpoint }) {
  const { t } = useLingui();
  const { files, link, kind, can } = touchpoint;
  return (
    <Section title={t`Evidence`}>
      {link !== null && (
        <p>
          <a href={link} target="_blank" rel="noopener noreferrer nofollow">
            {link}
          </a>
        </p>
      )}
      {kind === "registration" && (
        <Sentences>
          <Trans>The registration itself, with its signed receipt.</Trans>
        </Sentences>
      )}
      {kind !== "registration" && files.length === 0 && link === null && !can.addEvidence && (
        <Sentences>
          <Trans>There is none.</Trans>
        </Sentences>
      )}
      <Files touchpoint={touchpoint} />
    </Section>
  );
}

function Files({ touchpoint: { id, files, can } }: { touchpoint: Touchpoint }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const params = { touchpointId: id };
  const changed = (answer: Touchpoint) => {
    client.setQueryData(cacheKey(getTouchpoint, params), answer);
    void client.invalidateQueries();
  };
  const open = (file: KeptFile) => void openFile(id, file);
  if (!can.addEvidence)
    return files.length === 0 ? null : <FileList label={t`Evidence`} files={files} onOpen={open} />;
  return (
    <FilesField
      label={t`Add minutes, a picture, the document itself`}
      listLabel={t`Evidence`}
      endings={Object.values(fileKinds).flat()}
      maxBytes={maxFileBytes}
      files={files}
      send={async (file, onProgress, signal) =>
        changed(await upload(addTouchpointFile, { params, file, onProgress, signal }))
      }
      remove={async (file) =>
        changed(await call(removeTouchpointFile, { params: { ...params, fileId: file.id } }))
      }
      onOpen={open}
    />
  );
}

/** Fetches a file by a link that is the reader's own for a minute; it comes as an attachment and is not shown here. */
async function openFile(touchpointId: string, file: KeptFile): Promise<void> {
  try {
    const { url } = await call(linkTouchpointFile, { params: { touchpointId, fileId: file.id } });
    saveFrom(url);
  } catch (error) {
    notifyProblem(error);
  }
}
