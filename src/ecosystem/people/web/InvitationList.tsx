import { Trans, useLingui } from "@lingui/react/macro";
import { IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { type Invitation, listInvitations, revokeInvitation } from "../contract.ts";
import { InvitationStatus } from "./AccessStatus.tsx";
import { RoleNames } from "./Roles.tsx";

/** Invitations, the newest first; those that are open can be taken back. */
export function InvitationList() {
  const { t } = useLingui();
  const { side, vendorName, can } = useReader();
  const [revoking, setRevoking] = useState<Invitation | null>(null);

  const company: Column<Invitation> = {
    id: "company",
    header: t`Company`,
    width: 170,
    cell: (row) => row.partner?.name ?? vendorName,
  };
  const columns: Column<Invitation>[] = [
    { id: "email", header: t`E-mail address`, card: "title", cell: (row) => row.email },
    ...(side === "vendor" ? [company] : []),
    { id: "roles", header: t`Roles`, cell: (row) => <RoleNames roles={row.roles} /> },
    { id: "by", header: t`Invited by`, width: 150, optional: true, cell: (row) => row.invitedBy },
    {
      id: "state",
      header: t`State`,
      width: 120,
      card: "amount",
      cell: (row) => <InvitationStatus state={row.state} />,
    },
    {
      id: "expires",
      header: t`Good until`,
      width: 125,
      cell: (row) => <DateTime value={row.expiresAt} brief />,
    },
    {
      id: "act",
      header: t`Action`,
      width: 130,
      align: "end",
      cell: (row) =>
        row.state === "pending" && can("people.invite") ? (
          <ActButton
            act={{ label: t`Take back`, onClick: () => setRevoking(row) }}
            variant="default"
            size="compact-sm"
          />
        ) : null,
    },
  ];
  const states: Filter = {
    kind: "select",
    name: "state",
    label: t`State`,
    options: [
      { value: "pending", label: t`Open` },
      { value: "accepted", label: t`Accepted` },
      { value: "revoked", label: t`Taken back` },
      { value: "expired", label: t`Run out` },
    ],
  };
  return (
    <>
      <DataTable
        id="invitations"
        label={t`Invitations`}
        endpoint={listInvitations}
        columns={columns}
        filters={[states]}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={IconMail}
            title={t`Nobody is invited`}
            action={{ label: t`Invite a person`, to: "/people/invite" }}
          >
            <Trans>
              An invitation is a link that works once and for seven days. Whoever follows it chooses their own
              password.
            </Trans>
          </EmptyState>
        }
      />
      {revoking && <RevokeModal invitation={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function RevokeModal({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useLingui();
  const revoke = useEndpointMutation(revokeInvitation, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Take the invitation of ${invitation.email} back?`}
      consequences={[
        t`Its link stops working at once.`,
        t`You can invite ${invitation.email} again at any time, with a new link.`,
      ]}
      confirm={t`Take back`}
      onConfirm={() => revoke.mutate({ params: { invitationId: invitation.id } })}
      busy={revoke.isPending}
      problem={revoke.error}
    />
  );
}
