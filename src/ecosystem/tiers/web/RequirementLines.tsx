import { Trans, useLingui } from "@lingui/react/macro";
import { dayBefore } from "#ui/format/time.ts";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { useCountryNames } from "../../places/web/index.tsx";
import type { RequirementLine } from "../contract.ts";
import { ReachBar } from "./ReachBar.tsx";
import classes from "./tiers.module.css";
import { orNothing, useAmounts } from "./tierWords.tsx";

type Compared = NonNullable<RequirementLine["compare"]>;

/** What is asked for, line for line, each with what there is and what is missing. */
export function RequirementLines({ lines, label }: { lines: readonly RequirementLine[]; label: string }) {
  return (
    <ul className={classes.lines} aria-label={label}>
      {lines.map((line, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and never change their order
          key={index}
          style={{ "--depth": line.depth }}
        >
          {line.compare === null ? <Together line={line} /> : <Single line={line} compare={line.compare} />}
        </li>
      ))}
    </ul>
  );
}

/** All of several, one of them, or points for them. */
function Together({ line: { kind, met, points, givesPoints } }: { line: RequirementLine }) {
  const { t } = useLingui();
  return (
    <Status tone={met ? "good" : "warn"} hollow={!met}>
      <Gives points={givesPoints} /> {kind === "all" && t`All of these`}
      {kind === "any" && t`One of these`}
      {points && (
        <Trans>
          At least {points.atLeast} points from these; there are {points.have}
        </Trans>
      )}
    </Status>
  );
}

function Single({ line: { met, givesPoints }, compare }: { line: RequirementLine; compare: Compared }) {
  const words = useCompareWords();
  const isReached = compare.operator === ">=" && !compare.yesNo;
  const there = words.there(compare, met);
  return (
    <>
      <span className={classes.asked}>
        <Status tone={met ? "good" : "warn"} hollow={!met}>
          <Gives points={givesPoints} /> {words.asked(compare)}
        </Status>
      </span>
      {isReached && <ReachBar compare={compare} met={met} text={there} />}
      <span className={classes.have}>{there}</span>
      {compare.scope.kind !== "global" && <Otherwise compare={compare} />}
    </>
  );
}

function Gives({ points }: { points: number | null }) {
  return points === null ? null : <Trans>{points} points:</Trans>;
}

/** Why a region or country asks for something else than the program. */
function Otherwise({ compare: { scope, global, need, reason, until } }: { compare: Compared }) {
  const amounts = useAmounts();
  const countryName = useCountryNames();
  const place = scope.kind === "country" ? countryName(scope.key) : scope.label;
  const [everywhere, here] = [global && amounts(global, "or"), amounts(need, "or")];
  return (
    <span className={classes.why}>
      {everywhere ? (
        <Trans>
          {everywhere} globally; {here} in {place}, because: {reason}
        </Trans>
      ) : (
        <Trans>
          {here} in {place}, because: {reason}
        </Trans>
      )}{" "}
      {until && (
        <Trans>
          Until <DayText value={dayBefore(until)} />.
        </Trans>
      )}
    </span>
  );
}

/** What one measure is asked for, and what there is of it. */
function useCompareWords() {
  const { t } = useLingui();
  const write = useAmounts();
  return {
    asked: ({ label, operator, need, yesNo }: Compared): string => {
      if (yesNo) return operator === ">=" ? label : t`not: ${label}`;
      const amounts = write(need, "or");
      return operator === ">=" ? t`${label}: at least ${amounts}` : t`${label}: at most ${amounts}`;
    },
    there: ({ operator, have, need, missing, yesNo }: Compared, met: boolean): string => {
      if (yesNo) return met ? t`yes, as asked for` : t`not yet`;
      const [there, much] = [write(orNothing(have, Object.keys(need)[0])), write(missing, "or")];
      if (operator === "<=") return met ? t`${there}, as asked for` : t`${there}, ${much} too much`;
      return met ? t`${there}, reached` : t`${there} so far, ${much} missing`;
    },
  };
}
