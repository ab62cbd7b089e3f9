import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { listStandings, type RequirementLine, type Standing } from "../contract.ts";
import { openLines } from "../open-lines.ts";
import { useStandingInWords } from "./standingInWords.ts";
import { useAmounts, useStandingTitle, useWhyWords } from "./tierWords.tsx";

/** A partner's tiers beside its record: what holds, what the next review would give, how far it is to the next level. */
export function TierPanel({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const standings = useEndpoint(listStandings, { params: { partnerId }, query: {} });
  const { side } = useReader();
  const to = side === "partner" ? "/standing" : `/partners/${partnerId}/standing`;
  return (
    <Section title={t`Tier`} action={{ label: t`The whole standing`, to }}>
      <Loaded query={standings}>
        {({ items }) =>
          items.length === 0 ? (
            <Trans>It takes part in no program with tiers.</Trans>
          ) : (
            items.map((standing) => (
              <Tier
                key={`${standing.program.id} ${standing.place?.key}`}
                standing={standing}
                several={items.length > 1}
              />
            ))
          )
        }
      </Loaded>
    </Section>
  );
}

function Tier({ standing: told, several }: { standing: Standing; several: boolean }) {
  const { t } = useLingui();
  const standing = useStandingInWords(told);
  const why = useWhyWords();
  const missing = useMissing();
  const title = useStandingTitle(standing);
  const { current, left, next } = standing;
  if (left !== null) return <Facts stacked facts={[{ label: title, value: <OutOf left={left} /> }]} />;
  const facts: Fact[] = [
    {
      label: several ? title : t`Level`,
      value: current?.level ?? standing.levels[0],
      hint: current ? (
        <Trans>
          {why[current.why].brief}, since <DayText value={current.since} />
        </Trans>
      ) : (
        <Trans>until the first review</Trans>
      ),
    },
  ];
  if (next) {
    facts.push({
      label: t`At the next review, by what counts so far`,
      value: next.level,
      hint: (
        <Trans>
          counts what happens through <DayText value={dayBefore(next.review.on)} />
        </Trans>
      ),
    });
    const kept = next.levels.find(({ met, level }) => !met && level === current?.level);
    if (kept) {
      facts.push({
        label: t`To keep ${kept.level}`,
        value: missing(kept.requirement),
        hint: current?.graceUntil && (
          <Trans>
            in grace through <DayText value={dayBefore(current.graceUntil)} />
          </Trans>
        ),
      });
    }
    const above = next.levels.find(({ met, level }) => !met && level !== current?.level);
    if (above) facts.push({ label: t`To ${above.level}`, value: missing(above.requirement) });
  }
  return <Facts stacked facts={facts} />;
}

/** That a partner is not in a program any more, in a line. */
function OutOf({ left: { since, reason } }: { left: NonNullable<Standing["left"]> }) {
  if (since === null) return <Trans>Not in the program any more</Trans>;
  return (
    <Trans>
      Not in the program since <DayText value={since} />: {reason}
    </Trans>
  );
}

/** What is missing to a level, in a line: the first things that are not there yet. */
export function useMissing(): (lines: readonly RequirementLine[]) => string {
  const { t } = useLingui();
  const amounts = useAmounts();
  return (lines) => {
    return openLines(lines)
      .slice(0, 3)
      .map(({ label, missing, operator, yesNo }) => {
        if (yesNo) return label;
        const much = amounts(missing, "or");
        return operator === ">=" ? t`${label}: ${much} more` : t`${label}: ${much} less`;
      })
      .join(t`; `);
  };
}
