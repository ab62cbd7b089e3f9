import { Trans, useLingui } from "@lingui/react/macro";
import { useRequirementWords } from "#ecosystem/ladders/web/index.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import type { AskedWords, DecidedWords, MeasuredWords as Measured } from "../explain-tier.ts";

/** A level that a review decided: when, from when, and why it is this one. */
export function DecidedTierWords(params: DecidedWords) {
  const format = useFormat();
  const because = useBecause(params);
  const { ladder, level } = params;
  const [decidedOn, inForceFrom] = [format.day(params.decidedOn), format.day(params.inForceFrom)];
  return (
    <Trans>
      Tier {level} ({ladder}), decided on {decidedOn} and in force from {inForceFrom}: {because}
    </Trans>
  );
}

function useBecause({ earned, why, since, graceUntil, inForceFrom }: DecidedWords): string {
  const { t } = useLingui();
  const format = useFormat();
  switch (why) {
    case "entered":
      return t`it began with what it earned.`;
    case "promoted":
      return t`it earned the level.`;
    case "kept":
      return t`it kept the level.`;
    case "not-in-good-standing":
      return t`it earned ${earned} and was not in good standing.`;
    case "minimum-stay": {
      const day = format.day(since);
      return t`it earned ${earned}, and has had the level since ${day}, less than its minimum stay.`;
    }
    case "waits-for-review":
      return t`it earned ${earned}, and that review took no level away.`;
    case "grace": {
      const day = format.day(graceUntil ?? inForceFrom);
      return t`it earned ${earned}, and has grace until ${day}.`;
    }
    case "demoted":
      return t`it no longer earned the level before.`;
    case "exception":
      return t`it was given the level by exception; it earned ${earned}.`;
    case "grandfathered":
      return t`it keeps the level by a grandfather clause; it earned ${earned}.`;
    case "stood":
      return t`a posted run has used it, so it stands for the quarter.`;
  }
}

/** What the level asks for. */
export function AskedTierWords({ level, requires, measures }: AskedWords) {
  const words = useRequirementWords();
  const asked = words.requirement(requires, { measures });
  return (
    <Trans>
      {level} asks for this: {asked}.
    </Trans>
  );
}

/** What one measure came to, and over which days. */
export function MeasuredWords({ measure, amounts, from, through }: Measured) {
  const { t } = useLingui();
  const format = useFormat();
  const written = amounts.map(({ amount, currency }) =>
    currency === null ? format.exact(amount) : format.money({ amount, currency }),
  );
  const had = written.length === 0 ? t`nothing` : written.join(" · ");
  const end = format.day(through);
  if (from === null) {
    return (
      <Trans>
        {measure} on {end}: {had}.
      </Trans>
    );
  }
  const start = format.day(from);
  return (
    <Trans>
      {measure} from {start} through {end}: {had}.
    </Trans>
  );
}
