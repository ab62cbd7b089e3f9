import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Stat } from "#ui/page/Stat.tsx";
import { Money } from "#ui/text/Money.tsx";
import { partneredThisQuarter } from "../contract.ts";
import { partneredIn } from "./places.ts";

/** What partners brought this quarter so far, and what they helped to win. */
export function PartneredStats() {
  const { t } = useLingui();
  const { data } = useEndpoint(partneredThisQuarter, {});
  if (data === undefined) return null;
  const { sourced, influenced, both, days } = data;
  return (
    <>
      <Stat
        label={t`Sourced by partners this quarter`}
        value={<Money value={sourced.won} whole />}
        note={
          <Trans>
            <Plural value={sourced.deals} one="# win" other="# wins" /> that a partner registered or owns
          </Trans>
        }
        to={partneredIn("sourced", days)}
      />
      <Stat
        label={t`Influenced by partners this quarter`}
        value={<Money value={influenced.won} whole />}
        note={
          <Trans>
            <Plural value={influenced.deals} one="# win" other="# wins" /> that another partner helped with,
            each once; <Money value={both.won} whole /> of it is sourced too
          </Trans>
        }
        to={partneredIn("influenced", days)}
      />
    </>
  );
}
