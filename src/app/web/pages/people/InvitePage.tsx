import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { getPartner, listPartners } from "#ecosystem/partners/contract.ts";
import { InvitedPanel } from "#ecosystem/people/web/InvitedPanel.tsx";
import { type Invited, InviteForm } from "#ecosystem/people/web/InviteForm.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** Invites somebody: to the vendor's people, to a partner's, or to one's own team. */
export function InvitePage() {
  const { t } = useLingui();
  const { side } = useReader();
  const [{ partnerId = "" }] = useUrlValues();
  const partner = useEndpoint(getPartner, { params: { partnerId } }, { enabled: partnerId !== "" });
  const [invited, setInvited] = useState<Invited | null>(null);
  const isWaiting = partnerId !== "" && partner.isPending;

  return (
    <Page width="reading">
      <PageHeader
        title={t`Invite a person`}
        crumbs={[{ label: side === "vendor" ? t`People` : t`Team`, to: "/people" }]}
        lead={<Trans>They get a link with which they choose their own password.</Trans>}
      />
      {invited ? (
        <InvitedPanel invitation={invited} onAnother={() => setInvited(null)} />
      ) : (
        <Section title={t`Who it is, and what they may do`}>
          {isWaiting ? (
            <TextSkeleton lines={5} />
          ) : (
            <InviteForm
              partnerId={partner.data?.id ?? ""}
              onInvited={setInvited}
              partnerField={(binding) => (
                <LookupField
                  {...binding}
                  label={t`Partner`}
                  endpoint={listPartners}
                  searchParam="search"
                  toOption={({ id, name, territory }) => ({
                    value: id,
                    label: name,
                    ...(territory !== null && { hint: territory }),
                  })}
                  chosen={partner.data && { value: partner.data.id, label: partner.data.name }}
                />
              )}
            />
          )}
        </Section>
      )}
    </Page>
  );
}
