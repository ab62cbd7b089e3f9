import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Status } from "#ui/text/Status.tsx";
import { useBenefitValueWords } from "../../programs/web/index.tsx";
import type { backTest } from "../contract.ts";
import { LevelCounts } from "./LevelCounts.tsx";
import classes from "./tiers.module.css";
import { useNearWords } from "./tierWords.tsx";

type Result = ResponseOf<typeof backTest>;

/** What a back-test found: how many on which level, who moves and when, what it costs, who is near. */
export function BackTestResults({ result }: { result: Result }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <>
      <Section
        title={t`Levels on the last day`}
        note={
          <Trans>
            From <DayText value={result.from} /> through <DayText value={result.until} />, over{" "}
            <Plural value={result.reviews.length} one="# review" other="# reviews" />.
          </Trans>
        }
      >
        <div className={classes.steps}>
          {result.unmeasured.length > 0 && (
            <Note tone="warn">
              <Trans>
                Over the days that these reviews look at, whoever is in the program has nothing recorded of{" "}
                {format.list(result.unmeasured.map(({ label }) => label))}: it counts as 0.
              </Trans>
            </Note>
          )}
          {result.overridesAssumed > 0 && (
            <Note tone="info">
              <Plural
                value={result.overridesAssumed}
                one="# regional override that is to come is tried with the draft, as if it had held."
                other="# regional overrides that are to come are tried with the draft, as if they had held."
              />
            </Note>
          )}
          <Facts
            columned
            facts={[
              { label: t`Would stand higher`, value: <Count value={result.moved.up} /> },
              { label: t`Would stand lower`, value: <Count value={result.moved.down} /> },
            ]}
          />
          <LevelCounts
            label={t`Levels on the last day`}
            levels={result.levels.map(({ level, live, draft }) => ({ level, before: live, after: draft }))}
            before={t`As it is`}
            after={t`By the draft`}
          />
        </div>
      </Section>
      <Moves moves={result.moves} />
      <Costs benefits={result.benefits} />
      <NearOnes near={result.near} />
    </>
  );
}

function Moves({ moves }: { moves: Result["moves"] }) {
  const { t } = useLingui();
  if (moves.length === 0) {
    return (
      <Section title={t`Who would move`}>
        <Trans>Nobody would have another level than today.</Trans>
      </Section>
    );
  }
  return (
    <Section title={t`Who would move`} flush>
      <RowsTable
        label={t`Who would move`}
        rows={moves}
        rowKey={({ partner }) => partner.id}
        rowHref={({ partner }) => `/partners/${partner.id}/standing`}
        columns={[
          { id: "partner", header: t`Partner`, card: "title", cell: ({ partner }) => partner.name },
          { id: "on", header: t`First on`, width: 130, cell: ({ on }) => <DayText value={on} /> },
          { id: "live", header: t`As it is`, width: 140, cell: ({ live }) => live },
          {
            id: "draft",
            header: t`By the draft`,
            width: 160,
            cell: ({ draft, direction }) => (
              <Status tone={direction === "up" ? "good" : "bad"}>{draft ?? t`Takes no part`}</Status>
            ),
          },
        ]}
      />
    </Section>
  );
}

type Benefit = Result["benefits"][number];

function Costs({ benefits }: { benefits: readonly Benefit[] }) {
  const { t } = useLingui();
  const value = useBenefitValueWords();
  if (benefits.length === 0) return null;
  const all = ({ total, holders, unit, currency }: Benefit, by: "live" | "draft") =>
    total ? (
      value({ unit, currency }, total[by])
    ) : (
      <Plural value={holders[by]} one="# partner" other="# partners" />
    );
  return (
    <Section title={t`What it costs in benefits`} flush>
      <RowsTable
        label={t`What it costs in benefits`}
        rows={benefits}
        rowKey={({ key }) => key}
        columns={[
          { id: "label", header: t`Benefit`, card: "title", width: 240, cell: ({ label }) => label },
          { id: "levels", header: t`Each partner, by level`, cell: (benefit) => <Each benefit={benefit} /> },
          {
            id: "live",
            header: t`As it is`,
            align: "end",
            width: 140,
            cell: (benefit) => all(benefit, "live"),
          },
          {
            id: "draft",
            header: t`By the draft`,
            align: "end",
            width: 140,
            cell: (benefit) => all(benefit, "draft"),
          },
        ]}
      />
    </Section>
  );
}

/** What each level gives by the draft, and what it gives as it is where that differs. */
function Each({ benefit }: { benefit: Benefit }) {
  const { t } = useLingui();
  const write = useBenefitValueWords();
  const value = (of: string | null) => write(benefit, of);
  return (
    <span className={classes.counted}>
      {benefit.levels
        .filter(({ value: then, valueNow }) => then !== null || valueNow !== null)
        .map(({ level, value: then, valueNow }) => {
          const [given, now] = [value(then), value(valueNow)];
          return (
            <bdi key={level}>
              {given === now ? `${level} ${given}` : t`${level} ${given} instead of ${now}`}
            </bdi>
          );
        })}
    </span>
  );
}

function NearOnes({ near }: { near: Result["near"] }) {
  const { t } = useLingui();
  const words = useNearWords();
  if (near.length === 0) return null;
  return (
    <Section title={t`Just below or above a threshold of the draft`} flush>
      <RowsTable
        label={t`Just below or above a threshold of the draft`}
        rows={near}
        rowKey={({ partner, level, measure }) => `${partner.id} ${level} ${measure}`}
        rowHref={({ partner }) => `/partners/${partner.id}/standing`}
        columns={[
          { id: "partner", header: t`Partner`, card: "title", cell: ({ partner }) => partner.name },
          {
            id: "near",
            header: t`How near`,
            cell: (one) => <bdi className={classes.wrap}>{words(one)}</bdi>,
          },
        ]}
      />
    </Section>
  );
}
