import { Trans, useLingui } from "@lingui/react/macro";
import { IconUsers } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { listPeople, type Person } from "../contract.ts";
import { AccessStatus } from "./AccessStatus.tsx";
import { RoleNames } from "./Roles.tsx";

/** Everybody with access, now or before. */
export function PeopleList() {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const isVendor = side === "vendor";

  const company: Column<Person> = {
    id: "company",
    header: t`Company`,
    width: 170,
    cell: (row) =>
      row.partner === null ? (
        vendorName
      ) : (
        <RecordLink noun="partner" id={row.partner.id}>
          {row.partner.name}
        </RecordLink>
      ),
  };
  const columns: Column<Person>[] = [
    {
      id: "name",
      header: t`Name`,
      width: 190,
      card: "title",
      cell: (row) => (row.you ? t`${row.name} (you)` : row.name),
    },
    { id: "email", header: t`E-mail address`, cell: (row) => row.email },
    ...(isVendor ? [company] : []),
    { id: "roles", header: t`Roles`, cell: (row) => <RoleNames roles={row.roles} /> },
    {
      id: "state",
      header: t`Access`,
      width: 105,
      card: "amount",
      cell: (row) => <AccessStatus person={row} />,
    },
    {
      id: "since",
      header: t`Since`,
      width: 150,
      optional: true,
      cell: (row) => <DateTime value={row.createdAt} brief />,
    },
  ];
  const sides: Filter = {
    kind: "select",
    name: "side",
    label: t`Side`,
    options: [
      { value: "vendor", label: vendorName },
      { value: "partner", label: t`Partners` },
    ],
  };
  const filters: Filter[] = [
    { kind: "search", name: "search", label: t`Name or e-mail address` },
    ...(isVendor ? [sides] : []),
    {
      kind: "select",
      name: "state",
      label: t`Access`,
      options: [
        { value: "active", label: t`Active` },
        { value: "deactivated", label: t`Ended` },
      ],
    },
  ];
  return (
    <DataTable
      id="people"
      label={isVendor ? t`People` : t`Team`}
      endpoint={listPeople}
      columns={columns}
      filters={filters}
      rowKey={(row) => row.id}
      rowHref={(row) => `/people/${row.id}`}
      csv
      empty={
        <EmptyState
          icon={IconUsers}
          title={t`Here your people will stand`}
          action={{ label: t`Invite a person`, to: "/people/invite" }}
        >
          <Trans>
            Everybody signs in as themselves, so that each act has a name and nobody has to share a password.
          </Trans>
        </EmptyState>
      }
    />
  );
}
