import { Trans, useLingui } from "@lingui/react/macro";
import { z } from "zod";
import type { ProblemError } from "#ui/api/problem.ts";
import { dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { RegionUse } from "../contract.ts";
import classes from "./regions.module.css";

const Named = z.object({ namedBy: z.array(RegionUse) });

/** What names a region that would count nowhere, each with the way to where it is changed; nothing for another problem. */
export function NamedBy({ problem }: { problem: ProblemError | null }) {
  const { t } = useLingui();
  const format = useFormat();
  const named = Named.safeParse(problem?.extra);
  if (problem?.type !== "region-named" || !named.success) return null;
  const words = ({ by, program, track, override }: RegionUse): string => {
    if (override !== null) {
      const last = format.day(dayBefore(override.until));
      return t`${program.name}: an override until ${last}`;
    }
    return by === "criteria" ? t`${program.name}: who is in it` : t`${program.name}: the track ${track}`;
  };
  return (
    <div>
      <Trans>It is named by:</Trans>
      <ul className={classes.named}>
        {named.data.namedBy.map((use) => (
          <li key={[use.by, use.program.id, use.track, use.override?.id].join(" ")}>
            <AppLink
              to={
                use.override === null
                  ? `/programs/${use.program.id}`
                  : `/program-overrides/${use.override.id}`
              }
            >
              {words(use)}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
