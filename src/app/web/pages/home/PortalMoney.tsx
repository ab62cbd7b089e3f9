import { Trans, useLingui } from "@lingui/react/macro";
import { IconCoins } from "@tabler/icons-react";
import { earningsSummary } from "#incentivize/earnings/contract.ts";
import { EarnedByMonth, MoneySummary } from "#incentivize/earnings/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** What the company earned, what is held, what comes and what is paid. */
export function PortalMoney() {
  const summary = useEndpoint(earningsSummary, {});
  return (
    <Loaded query={summary} skeleton={<TextSkeleton lines={3} />}>
      {(data) =>
        data.months.length === 0 && data.comingLines === 0 ? (
          <NothingEarnedYet />
        ) : (
          <MoneySummary summary={data} hrefOf={earningsWith} comingTo="/earnings/coming" />
        )
      }
    </Loaded>
  );
}

/** Before the first win: how money comes, instead of a row of zeros. */
function NothingEarnedYet() {
  const { t } = useLingui();
  const { can, vendorName } = useReader();
  return (
    <Section title={t`Your money`} flush>
      <EmptyState
        icon={IconCoins}
        title={t`Here your earnings will stand`}
        action={can("plan.read") ? { label: t`See what a deal earns`, to: "/plans" } : undefined}
      >
        <Trans>
          With your first won deal you see here what it earns, until when it is held and when {vendorName}{" "}
          pays it.
        </Trans>
      </EmptyState>
    </Section>
  );
}

/** What each month earned. */
export function PortalMonths() {
  const { data } = useEndpoint(earningsSummary, {});
  return data ? <EarnedByMonth months={data.months} /> : null;
}

function earningsWith(query: Readonly<Record<string, string>>): string {
  return `/earnings?${new URLSearchParams(query)}`;
}
