import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { listDeals } from "../contract.ts";

/** The draft that was worked on last, so that nobody types it again. */
export function DraftWaits() {
  const { t } = useLingui();
  const drafts = useEndpoint(listDeals, { query: { state: "draft", limit: 2 } });
  const [last, another] = drafts.data?.items ?? [];
  if (last === undefined) return null;
  return (
    <Note
      tone="info"
      title={
        last.customer.name
          ? t`Your draft for ${last.customer.name} is still here`
          : t`A draft of yours is still here`
      }
      action={{ label: t`Go on with it`, to: `/deals/${last.id}/edit` }}
    >
      <Trans>
        Last changed <DateTime value={last.updatedAt} />
      </Trans>
      {another !== undefined && (
        <>
          {" · "}
          <AppLink to="/deals?state=draft">
            <Trans>All drafts</Trans>
          </AppLink>
        </>
      )}
    </Note>
  );
}
