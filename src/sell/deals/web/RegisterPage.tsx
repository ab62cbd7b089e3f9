import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { RecordSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { getDeal } from "../contract.ts";
import { AmendForm } from "./AmendForm.tsx";
import { DraftWaits } from "./DraftWaits.tsx";
import { RegisterForm } from "./RegisterForm.tsx";

/** A new registration. Its draft stands in the address as soon as there is one, so that the page finds it again. */
export function NewDealPage() {
  const { t } = useLingui();
  const [{ draft }, change] = useUrlValues();
  const [goesOn] = useState(draft);
  if (goesOn !== undefined) return <EditDealPage dealId={goesOn} />;
  return (
    <Page width="reading">
      <PageHeader
        title={t`Register a deal`}
        crumbs={[{ label: t`Registrations`, to: "/deals" }]}
        lead={t`Takes less than a minute. What you type is kept as a draft until you register it.`}
      />
      {draft === undefined && <DraftWaits />}
      <RegisterForm deal={null} onBegun={(id) => change({ draft: id })} />
    </Page>
  );
}

/** A draft to finish, or a registration to amend while it is not decided. */
export function EditDealPage({ dealId }: { dealId: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useEndpoint(getDeal, { params: { dealId } });
  // What is kept of before may be older than what another device saved: the form begins with what is there now.
  const settled = useRef(false);
  if (!query.isFetching) settled.current = true;
  if (!settled.current) {
    return (
      <Page width="reading">
        <RecordSkeleton />
      </Page>
    );
  }
  return (
    <Page width="reading">
      <LoadedRecord query={query}>
        {(deal) => (
          <>
            <PageHeader
              title={
                deal.state === "draft"
                  ? deal.customer.name
                    ? t`Register the deal with ${deal.customer.name}`
                    : t`Register a deal`
                  : t`Amend registration ${deal.number}`
              }
              crumbs={[
                { label: t`Registrations`, to: "/deals" },
                ...(deal.state === "draft"
                  ? []
                  : [{ label: deal.customer.name ?? t`Registration`, to: `/deals/${deal.id}` }]),
              ]}
            />
            {deal.state === "draft" && deal.can.submit && <RegisterForm deal={deal} onBegun={() => {}} />}
            {deal.state !== "draft" && deal.can.change && (
              <AmendForm deal={deal} onDone={() => void navigate({ to: `/deals/${deal.id}` })} />
            )}
            {!deal.can.change && (
              <p>
                <Trans>It is not open to changes any more.</Trans>
              </p>
            )}
          </>
        )}
      </LoadedRecord>
    </Page>
  );
}
