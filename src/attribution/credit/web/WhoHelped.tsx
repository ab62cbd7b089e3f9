import { Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { readCredit, standardLookBackDays } from "../contract.ts";
import { Shares, windows } from "./Shares.tsx";
import { useTouchColumns } from "./touchColumns.tsx";

export type Credit = ResponseOf<typeof readCredit>;

/** Who helped to win a sale: the touches in the order of time, and how each model shares the win. */
export function WhoHelped({ opportunityId }: { opportunityId: string }) {
  const { t } = useLingui();
  const [{ window }, change] = useUrlValues();
  const lookBackDays = windows.find((days) => days === Number(window)) ?? standardLookBackDays;
  const credit = useEndpoint(readCredit, { params: { opportunityId }, query: { lookBackDays } });
  return (
    <>
      <Section
        title={t`Who helped`}
        note={t`Insight only: it moves no money. What a win pays goes by its pay credit.`}
        flush
      >
        <Loaded query={credit} skeleton={<ListSkeleton rows={3} />}>
          {(known) => <Touches credit={known} />}
        </Loaded>
      </Section>
      {credit.data && credit.data.win !== null && credit.data.touches.length > 0 && (
        <Shares credit={credit.data} win={credit.data.win} onWindow={(days) => change({ window: days })} />
      )}
    </>
  );
}

function Touches({ credit }: { credit: Credit }) {
  const { t } = useLingui();
  const columns = useTouchColumns(credit);
  const { touches, win } = credit;
  if (touches.length === 0)
    return (
      <Sentences inset>
        <Trans>No partner has logged a touchpoint for it, or for its customer.</Trans>
      </Sentences>
    );
  return (
    <>
      <RowsTable
        label={t`Touchpoints in the order of time`}
        rows={touches}
        rowKey={(touch) => touch.id}
        rowHref={(touch) => `/touchpoints/${touch.id}`}
        columns={columns}
      />
      {win === null && (
        <Sentences inset>
          <Trans>How it is shared is told once it is won.</Trans>
        </Sentences>
      )}
    </>
  );
}
