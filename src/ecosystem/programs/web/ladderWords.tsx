import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { LadderOne as Ladder } from "../../ladders/contract.ts";

/** A ladder's bounds in words, from the base upwards: `Gold from $60,000 won in the quarter before`. */
function useBounds(): (ladder: Ladder) => { level: string; line: string; brief: string }[] {
  const { t } = useLingui();
  const format = useFormat();
  return ({ base, levels, currency }) => [
    { level: base, line: t`${base}, where everyone starts`, brief: base },
    ...levels.map(({ level, from: amount }) => {
      const from = format.moneyRound({ amount, currency });
      return {
        level,
        line: t`${level} from ${from} won in the quarter before`,
        brief: t`${level} from ${from}`,
      };
    }),
  ];
}

/** A ladder in one line, for a cell of a table. */
export function LadderLine({ ladder }: { ladder: Ladder }) {
  const bounds = useBounds();
  return bounds(ladder)
    .map(({ brief }) => brief)
    .join(" · ");
}

/** A ladder's levels below each other, each with the bound that opens it. */
export function LadderLevels({ ladder }: { ladder: Ladder }) {
  const bounds = useBounds();
  return (
    <Sentences>
      {bounds(ladder).map(({ level, line }) => (
        <span key={level}>{line}</span>
      ))}
    </Sentences>
  );
}
