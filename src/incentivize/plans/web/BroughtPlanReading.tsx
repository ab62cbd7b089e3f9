import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { LadderLevels, LadderLine } from "#ecosystem/programs/web/index.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Status } from "#ui/text/Status.tsx";
import type { BroughtLadder, BroughtPlan } from "../plan-file.ts";

/** What a plan file brings: its name, whom it pays, and for each ladder whether it is here already. */
export function BroughtPlanReading({ plan, fileName }: { plan: BroughtPlan; fileName: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, rules, ladders } = plan;
  return (
    <>
      <Section title={t`What ${fileName} brings`}>
        <Facts
          facts={[
            { label: t`Plan`, value: name },
            { label: t`Pays`, value: format.list(rules.components.map(({ label }) => label)) },
            { label: t`Currency`, value: rules.currency },
            {
              label: t`Held from the day of close`,
              value: <Plural value={rules.hold.days} one="# day" other="# days" />,
            },
          ]}
        />
      </Section>
      {ladders.map((brought) => (
        <BroughtLadderReading key={brought.ladder.name} brought={brought} />
      ))}
    </>
  );
}

function BroughtLadderReading({ brought }: { brought: BroughtLadder }) {
  const { t } = useLingui();
  const { ladder, state } = brought;
  return (
    <Section
      title={t`Ladder: ${ladder.label}`}
      badge={<LadderState state={state} />}
      note={<WhatHappens brought={brought} />}
    >
      <LadderLevels ladder={ladder} />
    </Section>
  );
}

function LadderState({ state }: Pick<BroughtLadder, "state">) {
  if (state === "new") {
    return (
      <Status tone="info" hollow>
        <Trans>Not here yet</Trans>
      </Status>
    );
  }
  if (state === "same") {
    return (
      <Status tone="good">
        <Trans>Here, the same</Trans>
      </Status>
    );
  }
  return (
    <Status tone="warn">
      <Trans>Here, but otherwise</Trans>
    </Status>
  );
}

function WhatHappens({ brought: { state, counts } }: { brought: BroughtLadder }) {
  if (state === "new") return <Trans>It is created with the draft.</Trans>;
  if (state === "same") return <Trans>The plan reads the one that is here.</Trans>;
  const said = counts.format === "hanse-ladder/1" ? <LadderLine ladder={counts} /> : counts.label;
  return (
    <Trans>
      The plan reads the one that is here, not this one: {said}. It changes only by a new version under{" "}
      <AppLink to="/programs">Tiers</AppLink>.
    </Trans>
  );
}
