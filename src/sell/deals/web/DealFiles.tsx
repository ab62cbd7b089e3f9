import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/api/call.ts";
import { saveFrom } from "#ui/api/exports.ts";
import { cacheKey } from "#ui/api/query.ts";
import { upload } from "#ui/api/upload.ts";
import { notifyProblem } from "#ui/feedback/notify.ts";
import { FileList, type KeptFile } from "#ui/file/FileList.tsx";
import { FilesField } from "#ui/file/FilesField.tsx";
import type { SendFile } from "#ui/file/useSendFiles.ts";
import { Section } from "#ui/page/Section.tsx";
import { fileKinds, maxFileBytes } from "../../evidence/contract.ts";
import { addDealFile, type DealDetail, getDeal, linkDealFile, removeDealFile } from "../contract.ts";
import "./serverSentences.ts";

interface EvidenceFieldProps {
  /** What is asked for; evidence of the deal where nothing else is said. */
  label?: string;
  files: DealDetail["files"];
  /** The registration that they hang on, begun where there is none yet; null where it cannot be. */
  dealId: () => Promise<string | null>;
  onChanged: (deal: DealDetail) => void;
}

/** Takes evidence: sent at once, so that it is kept with the draft. */
export function EvidenceField({ label, files, dealId, onChanged }: EvidenceFieldProps) {
  const { t } = useLingui();
  const send: SendFile = async (file, onProgress, signal) => {
    const id = await dealId();
    if (id === null) return;
    onChanged(await upload(addDealFile, { params: { dealId: id }, file, onProgress, signal }));
  };
  const remove = async (file: KeptFile) => {
    const id = await dealId();
    if (id !== null) onChanged(await call(removeDealFile, { params: { dealId: id, fileId: file.id } }));
  };
  const open = async (file: KeptFile) => {
    const id = await dealId();
    if (id !== null) await openFile(id, file);
  };
  return (
    <FilesField
      label={label ?? t`Add a proposal, an order, notes of a meeting`}
      listLabel={t`Evidence`}
      endings={Object.values(fileKinds).flat()}
      maxBytes={maxFileBytes}
      files={files}
      send={send}
      remove={remove}
      onOpen={(file) => void open(file)}
    />
  );
}

/** The evidence of a registration: to fetch, and while it is open to add to. */
export function DealFiles({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { id, files, can } = deal;
  if (files.length === 0 && !can.addFile) return null;
  const changed = (answer: DealDetail) => {
    client.setQueryData(cacheKey(getDeal, { dealId: id }), answer);
    void client.invalidateQueries();
  };
  return (
    <Section title={t`Evidence`}>
      {can.addFile ? (
        <EvidenceField files={files} dealId={async () => id} onChanged={changed} />
      ) : (
        <FileList label={t`Evidence`} files={files} onOpen={(file) => void openFile(id, file)} />
      )}
    </Section>
  );
}

/** Fetches a file by a link that is the reader's own for a minute; it comes as an attachment and is not shown here. */
export async function openFile(dealId: string, file: Pick<KeptFile, "id">): Promise<void> {
  try {
    const { url } = await call(linkDealFile, { params: { dealId, fileId: file.id } });
    saveFrom(url);
  } catch (error) {
    notifyProblem(error);
  }
}
