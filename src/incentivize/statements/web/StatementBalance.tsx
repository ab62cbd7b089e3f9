import { Trans, useLingui } from "@lingui/react/macro";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Working } from "#ui/sum/Working.tsx";
import { MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { StatementRecord } from "../contract.ts";

/** How the closing balance came: opening + released + adjusted − paid. */
export function StatementBalance({ statement }: { statement: StatementRecord }) {
  const { t } = useLingui();
  const { opening, released, adjusted, paid, closing, previous } = statement;
  return (
    <Section title={t`Balance`}>
      <Working
        label={t`Balance`}
        lines={[
          {
            id: "opening",
            label: previous ? (
              <Trans>
                Opening, as{" "}
                <RecordLink noun="statement" id={previous.id}>
                  statement {previous.number}, <MonthText value={previous.period} />
                </RecordLink>{" "}
                closed
              </Trans>
            ) : (
              <Trans>Opening: the first statement</Trans>
            ),
            result: <Money value={opening} />,
          },
          {
            id: "released",
            label: <Trans>+ Released from hold in the month</Trans>,
            result: <Money value={released} />,
          },
          {
            id: "adjusted",
            label: <Trans>+ Adjusted: changes and reversals of released lines</Trans>,
            result: <Money value={adjusted} />,
          },
          {
            id: "paid",
            label: <Trans>− Paid in the month, less what came back</Trans>,
            result: <Money value={paid} />,
          },
          {
            id: "closing",
            label: <Trans>= Closing, owed at the end of the month</Trans>,
            result: <Money value={closing} />,
            kind: "result",
          },
        ]}
      />
    </Section>
  );
}
