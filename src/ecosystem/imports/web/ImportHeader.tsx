import { Trans, useLingui } from "@lingui/react/macro";
import { IconFileImport, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Act } from "#ui/act/Act.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { discardImport, type Import } from "../contract.ts";
import { ImportState } from "./ImportState.tsx";
import { kindWords } from "./kindWords.ts";

/** Which file this is, how it stands, and the ways out of it. */
export function ImportHeader({ one }: { one: Import }) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const menu: Act[] = [];
  if (one.acts.includes("discard"))
    menu.push({
      label: t`Discard this import`,
      icon: IconTrash,
      danger: true,
      onClick: () => setAsking(true),
    });
  if (one.state === "done" || one.state === "undone") {
    menu.push({ label: t`Import another file`, icon: IconFileImport, to: `/imports?new=${one.kind}` });
  }
  return (
    <>
      <PageHeader
        title={one.fileName}
        crumbs={[{ label: t`Imports`, to: "/imports" }]}
        status={<ImportState one={one} badge />}
        lead={
          <Trans>
            {i18n._(kindWords[one.kind].name)}, import {one.number}, uploaded by {one.startedBy.name},{" "}
            <DateTime value={one.createdAt} />
          </Trans>
        }
        menu={menu}
      />
      <DiscardModal one={one} opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}

interface DiscardModalProps {
  one: Import;
  opened: boolean;
  onClose: () => void;
}

function DiscardModal({ one, opened, onClose }: DiscardModalProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const act = useEndpointMutation(discardImport, { onDone: () => void navigate({ to: "/imports" }) });
  return (
    <ConfirmModal
      opened={opened}
      onClose={onClose}
      title={t`Discard ${one.fileName}?`}
      consequences={[
        <Trans key="file">The file and what the check found are removed.</Trans>,
        <Trans key="nothing">Nothing of it was taken over, so nothing else changes.</Trans>,
        <Trans key="memory">What you said about its columns and values is kept for the next file.</Trans>,
      ]}
      confirm={t`Discard this import`}
      danger
      onConfirm={() => act.mutate({ params: { importId: one.id } })}
      busy={act.isPending}
      problem={act.error}
    />
  );
}
