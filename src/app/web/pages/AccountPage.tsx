import { Trans, useLingui } from "@lingui/react/macro";
import { AccountRecord } from "#ecosystem/accounts/web/index.tsx";
import { AccountProtection } from "#sell/deals/web/index.tsx";
import { OpportunitiesTable } from "#sell/opportunities/web/index.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** An end customer with everything that is sold to it. */
export function AccountPage({ accountId }: { accountId: string }) {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <AccountRecord accountId={accountId}>
      {can("deal.protected") && <AccountProtection accountId={accountId} />}
      <Section title={t`Opportunities`} flush>
        <OpportunitiesTable
          id="account-opportunities"
          fixed={{ accountId }}
          embedded
          empty={<Trans>Nothing is sold to this customer yet.</Trans>}
        />
      </Section>
    </AccountRecord>
  );
}
