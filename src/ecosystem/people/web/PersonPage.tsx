import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Act } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { getPerson, type Person } from "../contract.ts";
import { AccessModal } from "./AccessModal.tsx";
import { AccessStatus } from "./AccessStatus.tsx";
import { RolesSection } from "./RolesSection.tsx";

/** One person: what they may do, and whether they can come in. */
export function PersonPage({ personId }: { personId: string }) {
  const query = useEndpoint(getPerson, { params: { personId } });
  return <LoadedRecord query={query}>{(person) => <PersonRecord person={person} />}</LoadedRecord>;
}

function PersonRecord({ person }: { person: Person }) {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const [asking, setAsking] = useState(false);
  const ended = person.deactivatedAt !== null;

  const access: Act = {
    label: ended ? t`Give access back` : t`End access`,
    onClick: () => setAsking(true),
    danger: !ended,
  };
  return (
    <Page width="reading">
      <PageHeader
        title={person.name}
        crumbs={[{ label: side === "vendor" ? t`People` : t`Team`, to: "/people" }]}
        status={<AccessStatus person={person} badge />}
        lead={person.you ? t`${person.email} · this is you` : person.email}
        {...(person.can.endAccess && (ended ? { action: access } : { menu: [access] }))}
      />
      {person.mailFailing && !ended && (
        <Note tone="warn" title={<Trans>Mails to {person.email} do not arrive</Trans>}>
          <Trans>
            Since <DateTime value={person.mailFailing.since} brief /> none is sent; notices stand in the
            portal. The mail server said: {person.mailFailing.reason}
          </Trans>
        </Note>
      )}
      <Facts
        facts={[
          {
            label: t`Company`,
            value: person.partner ? (
              <RecordLink noun="partner" id={person.partner.id}>
                {person.partner.name}
              </RecordLink>
            ) : (
              vendorName
            ),
          },
          { label: t`Access since`, value: <DateTime value={person.createdAt} /> },
          ...(ended ? [{ label: t`Access ended`, value: <DateTime value={person.deactivatedAt} /> }] : []),
        ]}
      />
      <RolesSection key={person.version} person={person} />
      {asking && <AccessModal person={person} onClose={() => setAsking(false)} />}
    </Page>
  );
}
