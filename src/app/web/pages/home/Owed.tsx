import { Trans, useLingui } from "@lingui/react/macro";
import { liabilities } from "#incentivize/earnings/contract.ts";
import { useAgeWords } from "#incentivize/earnings/web/index.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { AgeingBar } from "#ui/chart/AgeingBar.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import { Money } from "#ui/text/Money.tsx";

/** What is owed in all, and how much of it can be paid. */
export function OwedStat() {
  const { t } = useLingui();
  const { data } = useEndpoint(liabilities, {});
  return (
    <Stat
      label={t`What we owe`}
      value={<Money value={data?.owed} whole />}
      note={
        data && (
          <Trans>
            of which <Money value={data.payable} whole /> is released
          </Trans>
        )
      }
      to="/ledger"
    />
  );
}

/** What is owed by age, and whether the books say the same. */
export function OwedByAge() {
  const { t } = useLingui();
  const format = useFormat();
  const words = useAgeWords();
  const query = useEndpoint(liabilities, {});
  return (
    <Loaded
      query={query}
      skeleton={
        <Section title={t`How long have we owed it?`}>
          <TextSkeleton lines={5} />
        </Section>
      }
    >
      {({ ages, asOf, difference }) => (
        <AgeingBar
          question={t`How long have we owed it?`}
          answer={
            Number(difference.amount) === 0 ? (
              <Trans>As of {format.day(asOf)}; equal to the control accounts of the ledger.</Trans>
            ) : (
              <Trans>
                As of {format.day(asOf)}; {format.money(difference)} off the control accounts of the ledger.
                Tell support.
              </Trans>
            )
          }
          head={t`Age`}
          measure={t`Owed`}
          parts={ages.map(({ bucket, amount, lines }) => ({
            label: words[bucket],
            value: amount,
            to: lines > 0 ? `/earnings?age=${bucket}` : undefined,
          }))}
        />
      )}
    </Loaded>
  );
}
