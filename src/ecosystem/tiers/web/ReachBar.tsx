import { Progress } from "@mantine/core";
import "@mantine/core/styles/Progress.layer.css";
import type { RequirementLine } from "../contract.ts";
import classes from "./tiers.module.css";

type Compared = NonNullable<RequirementLine["compare"]>;

interface ReachBarProps {
  compare: Compared;
  met: boolean;
  /** The same in numbers, for who does not see it. */
  text: string;
}

/** How much there is of what is asked for. Where it is asked for in several currencies: in the one that is nearest. */
export function ReachBar({ compare, met, text }: ReachBarProps) {
  return (
    <Progress.Root className={classes.bar ?? ""}>
      <Progress.Section
        value={100 * reachedShare(compare)}
        color={met ? "var(--ui-good)" : "var(--mantine-primary-color-filled)"}
        aria-label={compare.label}
        aria-valuetext={text}
      />
    </Progress.Root>
  );
}

function reachedShare({ have, need }: Compared): number {
  const shares = Object.entries(need).map(([currency, asked]) => {
    const share = Number(have[currency] ?? 0) / Number(asked);
    return Number.isFinite(share) ? share : 1;
  });
  return Math.min(1, Math.max(0, ...shares));
}
