import { Trans, useLingui } from "@lingui/react/macro";
import { isZero } from "#ui/format/money.ts";
import { Section } from "#ui/page/Section.tsx";
import { Working } from "#ui/sum/Working.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { Owed } from "./Liabilities.tsx";

/** The sum of the lines against the control accounts of the books: the difference must be zero. */
export function ControlCheck({ owed }: { owed: Owed }) {
  const { t } = useLingui();
  const agrees = isZero(owed.difference);
  return (
    <Section
      title={t`Do the books say the same?`}
      badge={
        agrees ? (
          <Status tone="good">
            <Trans>They agree</Trans>
          </Status>
        ) : (
          <Status tone="bad">
            <Trans>They differ</Trans>
          </Status>
        )
      }
      note={<Trans>The lines that partners see, and the balances of the accounts they are booked in.</Trans>}
    >
      <Working
        label={t`Do the books say the same?`}
        lines={[
          {
            id: "held",
            label: t`Lines that are held`,
            result: <Money value={owed.held} href="/earnings?age=held" />,
          },
          {
            id: "payable",
            label: t`Lines that are released and not paid`,
            result: <Money value={owed.payable} href="/earnings?age=released" />,
          },
          { id: "owed", label: t`Owed by the lines`, result: <Money value={owed.owed} />, kind: "sum" },
          {
            id: "control-held",
            label: t`− Accounts “held”`,
            result: <Money value={owed.control.held} href="/ledger?tab=accounts&kind=held" />,
          },
          {
            id: "control-payable",
            label: t`− Accounts “payable”`,
            result: <Money value={owed.control.payable} href="/ledger?tab=accounts&kind=payable" />,
          },
          {
            id: "difference",
            label: t`Difference`,
            result: <Money value={owed.difference} />,
            kind: "result",
          },
        ]}
      />
    </Section>
  );
}
