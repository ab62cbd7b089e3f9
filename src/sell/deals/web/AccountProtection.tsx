import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { useEngagementWords } from "../../engagement/web/index.tsx";
import { listProtected } from "../contract.ts";

/** That a partner is protected for an account, and whom to ask; nothing where none is. */
export function AccountProtection({ accountId }: { accountId: string }) {
  const { t } = useLingui();
  const { can } = useReader();
  const { list } = useEngagementWords();
  const found = useEndpoint(listProtected, { query: { accountId } }, { enabled: can("deal.protected") });
  const [account] = found.data?.items ?? [];
  if (account === undefined) return null;
  const people = list(account.ask.map(({ name }) => name));
  return (
    <Note
      tone="warn"
      title={t`A partner is protected here`}
      {...(can("deal.read") && {
        action: {
          label: t`Registrations`,
          to: `/deals?view=protected&search=${encodeURIComponent(account.name)}`,
        },
      })}
    >
      <Trans>Before you sell here, ask {people}.</Trans>
    </Note>
  );
}
