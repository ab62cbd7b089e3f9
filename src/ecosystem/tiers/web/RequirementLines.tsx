import { Trans, useLingui } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { RequirementLine } from "../contract.ts";
import classes from "./tiers.module.css";
import { useAmounts } from "./tierWords.tsx";

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
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: RequirementLine }) {
  const { t } = useLingui();
  const amounts = useAmounts();
  const { kind, compare, met, points, givesPoints } = line;
  const gives = givesPoints === null ? null : <Trans>{givesPoints} points:</Trans>;
  if (compare === null) {
    return (
      <Status tone={met ? "good" : "warn"} hollow={!met}>
        {gives} {kind === "all" && t`All of these`}
        {kind === "any" && t`One of these`}
        {points && (
          <Trans>
            At least {points.atLeast} points from these; there are {points.have}
          </Trans>
        )}
      </Status>
    );
  }
  const { label, operator, need, have, missing, scope, global, reason, until } = compare;
  const asked = amounts(need, "or");
  return (
    <>
      <Status tone={met ? "good" : "warn"} hollow={!met}>
        {gives}{" "}
        {operator === ">=" ? (
          <Trans>
            {label}: at least {asked}
          </Trans>
        ) : (
          <Trans>
            {label}: at most {asked}
          </Trans>
        )}
      </Status>
      <span className={classes.have}>
        {met ? (
          <Trans>{amounts(have)}, reached</Trans>
        ) : operator === ">=" ? (
          <Trans>
            {amounts(have)} so far, {amounts(missing, "or")} missing
          </Trans>
        ) : (
          <Trans>
            {amounts(have)}, {amounts(missing)} too much
          </Trans>
        )}
      </span>
      {scope.kind !== "global" && (
        <span className={classes.why}>
          {global && <Trans>The program says {amounts(global, "or")} to all.</Trans>}{" "}
          <Trans>
            {scope.label} says {asked}: {reason}
          </Trans>{" "}
          {until && (
            <Trans>
              Until <DayText value={until} />.
            </Trans>
          )}
        </span>
      )}
    </>
  );
}
