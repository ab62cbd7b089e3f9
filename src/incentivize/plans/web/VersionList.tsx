import { Trans, useLingui } from "@lingui/react/macro";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Timeline } from "#ui/page/Timeline.tsx";
import { DayText } from "#ui/text/dates.tsx";
import type { PlanRecord } from "../wire.ts";
import { Differences } from "./Differences.tsx";

interface VersionListProps {
  plan: PlanRecord;
  /** The version that the page shows. */
  shown: number;
}

/** The versions of a plan, the newest first: from when, and what each changed. */
export function VersionList({ plan, shown }: VersionListProps) {
  const { t } = useLingui();
  const items = plan.versions.map((one, index) => {
    const before = plan.versions[index + 1];
    const isShown = one.version === shown;
    return {
      id: one.id,
      at: one.publishedAt,
      who: one.publishedBy ?? undefined,
      tone: isShown ? ("info" as const) : ("idle" as const),
      what: (
        <>
          {isShown ? (
            <strong>
              <Trans>Version {one.version}</Trans>
            </strong>
          ) : (
            <AppLink to={`/plans/${plan.id}?version=${one.version}`}>
              <Trans>Version {one.version}</Trans>
            </AppLink>
          )}{" "}
          <Trans>
            for wins from <DayText value={one.effectiveFrom} />
          </Trans>
          {before && <Differences before={before.rules} after={one.rules} />}
        </>
      ),
    };
  });
  return (
    <Section title={t`Versions`} note={<Trans>A published version never changes.</Trans>}>
      <Timeline items={items} />
    </Section>
  );
}
