import { Trans, useLingui } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import type { BenefitEntitlement } from "../contract.ts";
import { useBenefitValueText } from "./benefitWords.tsx";

type Told = Pick<
  BenefitEntitlement,
  | "unit"
  | "currency"
  | "level"
  | "levelSince"
  | "value"
  | "from"
  | "programSays"
  | "rests"
  | "missing"
  | "next"
  | "program"
> &
  Partial<Pick<BenefitEntitlement, "countsWhere">>;

/** Why somebody has what they have, in sentences: the level, the region that says otherwise, what makes it rest. */
export function Whence({ of }: { of: Told }) {
  const { t } = useLingui();
  return (
    <>
      <Level of={of} />
      {of.value !== null && of.from.kind !== "global" && (
        <>
          {" "}
          <Elsewhere of={of} />
        </>
      )}
      {of.value !== null && <Where counts={of.countsWhere} />}
      {of.rests && (
        <>
          {" "}
          <Trans>It rests until good standing is restored.</Trans> {of.missing.join(t`; `)}
        </>
      )}
    </>
  );
}

function Level({ of: { level, levelSince, program, value, next } }: { of: Told }) {
  if (value === null)
    return next === null ? (
      <Trans>{level} does not give it.</Trans>
    ) : (
      <Trans>
        {level} does not give it; {next.level} does.
      </Trans>
    );
  if (levelSince === null)
    return (
      <Trans>
        {level} of {program.name}.
      </Trans>
    );
  return (
    <Trans>
      {level} of {program.name} since <DayText value={levelSince} />.
    </Trans>
  );
}

/** Funds count by a place that the program chooses. */
function Where({ counts }: { counts: Told["countsWhere"] }) {
  if (counts === "place-of-activity")
    return (
      <>
        {" "}
        <Trans>The place of the activity counts: elsewhere it may be another share.</Trans>
      </>
    );
  if (counts === "paying-entity")
    return (
      <>
        {" "}
        <Trans>The place of the paying company counts.</Trans>
      </>
    );
  return null;
}

function Elsewhere({ of }: { of: Told }) {
  const { i18n } = useLingui();
  const text = useBenefitValueText();
  const { from, programSays, value } = of;
  const place =
    from.kind === "country"
      ? (new Intl.DisplayNames([i18n.locale], { type: "region" }).of(from.label) ?? from.label)
      : from.label;
  const here = text(of, value ?? "");
  if (programSays === null)
    return (
      <Trans>
        {place} says {here}: {from.reason}
      </Trans>
    );
  const global = text(of, programSays);
  return (
    <Trans>
      Global says {global}, {place} says {here}: {from.reason}
    </Trans>
  );
}
