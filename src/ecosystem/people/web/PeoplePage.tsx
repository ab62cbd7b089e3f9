import { useLingui } from "@lingui/react/macro";
import { IconUserPlus } from "@tabler/icons-react";
import { useEndpointList } from "#ui/api/query.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { listInvitations } from "../contract.ts";
import { InvitationList } from "./InvitationList.tsx";
import { PeopleList } from "./PeopleList.tsx";

/** Who has access and who is invited: the vendor's people and its partners', or a partner's own team. */
export function PeoplePage() {
  const { t } = useLingui();
  const { can, side, partner, vendorName } = useReader();
  const pending = useEndpointList(listInvitations, { query: { state: "pending" } }, { pageSize: 200 });
  const own = partner?.name ?? vendorName;
  return (
    <Page>
      <PageHeader
        title={side === "vendor" ? t`People` : t`Team`}
        lead={
          side === "vendor"
            ? t`Who of ${own} and of its partners has access, and what they may do.`
            : t`Who of ${own} has access, and what they may do.`
        }
        action={
          can("people.invite")
            ? { label: t`Invite a person`, icon: IconUserPlus, to: "/people/invite" }
            : undefined
        }
      />
      <Tabs
        label={t`People and invitations`}
        tabs={[
          { value: "access", label: t`With access`, content: () => <PeopleList /> },
          {
            value: "invited",
            label: t`Invited`,
            ...(pending.complete && { count: pending.rows.length }),
            content: () => <InvitationList />,
          },
        ]}
      />
    </Page>
  );
}
