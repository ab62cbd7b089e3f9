import { Trans, useLingui } from "@lingui/react/macro";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { PlanRules } from "../contract.ts";
import { describePlan, type PlanStatement } from "../describe.ts";
import { ComponentReading } from "./ComponentReading.tsx";
import { LadderReading } from "./LadderReading.tsx";

interface PlanReadingProps {
  rules: PlanRules;
  ladders: readonly Ladder[];
  /** The reader's own tier of this quarter, marked where the plan names it. */
  ownLevel?: string | undefined;
}

/** A plan version in words and tables: what each component pays, the tiers it reads, and what holds for all. */
export function PlanReading({ rules, ladders, ownLevel }: PlanReadingProps) {
  const { t } = useLingui();
  const description = describePlan(rules, ladders);
  return (
    <>
      {description.components.map((component) => (
        <ComponentReading key={component.key} component={component} ownLevel={ownLevel} />
      ))}
      {description.ladders.map((ladder) => (
        <LadderReading key={ladder.label} ladder={ladder} ownLevel={ownLevel} />
      ))}
      <Section title={t`What holds for all of it`}>
        <Sentences>
          {description.statements.map((statement) => (
            <StatementWords key={statement.code} statement={statement} />
          ))}
          <Trans>
            A win earns when an opening import brought its opportunity, or a channel manager entered it on the
            partner’s behalf; the reason stands in the receipt.
          </Trans>
          <Trans>
            A win that lacks what a rate needs, such as a product, is a problem of the run’s preview and earns
            nothing until it is put right.
          </Trans>
          <Trans>
            What changes after its month was posted, or is taken back, is booked as the difference in the
            month that is open then. No month is paid twice.
          </Trans>
        </Sentences>
      </Section>
    </>
  );
}

function StatementWords({ statement }: { statement: PlanStatement }) {
  const format = useFormat();
  switch (statement.code) {
    case "currency":
      return <Trans>All amounts are in {statement.params.currency}.</Trans>;
    case "credit": {
      const share = format.share(statement.params.share, 6);
      return <Trans>A win counts {share} for the partner that owns the opportunity at its close.</Trans>;
    }
    case "hold": {
      const { days } = statement.params;
      if (days === 0) return <Trans>Nothing is held: a line is released as soon as it is posted.</Trans>;
      return (
        <Trans>
          Each line is held for {days} days, the day of close being the first, and released at the start of
          the next.
        </Trans>
      );
    }
    default:
      return null;
  }
}
