import { useLingui } from "@lingui/react/macro";
import { ProgramOverrides, useOverridesFact } from "#ecosystem/overrides/web/index.tsx";
import { listPartners } from "#ecosystem/partners/contract.ts";
import { ProgramDraftPage, ProgramPage } from "#ecosystem/programs/web/index.tsx";
import { TouchedPartners } from "#ecosystem/tiers/web/index.tsx";
import { listPlans } from "#incentivize/plans/wire.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { LookupField } from "#ui/form/LookupField.tsx";
import { useReader } from "#ui/reader/reader.tsx";

const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** A program with what other features know of it. */
export function ProgramOfVendorPage({ programId }: { programId: string }) {
  const { t } = useLingui();
  const { can } = useReader();
  const facts = useOverridesFact(programId, `/programs/${programId}?tab=overrides`);
  return (
    <ProgramPage
      programId={programId}
      facts={facts}
      more={(program) =>
        can("program-override.read")
          ? [
              {
                value: "overrides",
                label: t`Regional overrides`,
                content: () => <ProgramOverrides program={program} />,
              },
            ]
          : []
      }
      touched={() => can("tier.review") && <TouchedPartners programId={programId} />}
      partnerField={(binding) => (
        <LookupField
          {...binding}
          label={t`Partner`}
          endpoint={listPartners}
          searchParam="search"
          toOption={toOption}
        />
      )}
    />
  );
}

/** The next version of a program, whose tracks name plans. */
export function ProgramDraftOfVendorPage({ programId }: { programId: string }) {
  const { can } = useReader();
  const plans = useEndpoint(listPlans, { query: { limit: 200 } }, { enabled: can("plan.read") });
  return <ProgramDraftPage programId={programId} plans={plans.data?.items.map(toOption) ?? []} />;
}
