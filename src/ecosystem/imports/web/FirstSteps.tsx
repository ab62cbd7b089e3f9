import { useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import { Steps } from "#ui/page/Steps.tsx";
import type { ImportSummary } from "../contract.ts";
import { type Kind, kindOrder, kindWords } from "./kindWords.ts";

interface FirstStepsProps {
  recent: readonly ImportSummary[];
  onStart: (kind: Kind) => void;
}

/** What to bring first, in the order in which each finds what it names; away once deals are there. */
export function FirstSteps({ recent, onStart }: FirstStepsProps) {
  const { t, i18n } = useLingui();
  const done = new Set(recent.filter((one) => one.state === "done").map((one) => one.kind));
  if (done.has("opportunities")) return null;
  return (
    <Section
      title={t`What to bring first`}
      note={t`Deals name products, accounts and partners; in this order each file finds what it names.`}
    >
      <Steps
        label={t`What to bring first`}
        steps={kindOrder.map((kind) => ({
          id: kind,
          label: i18n._(kindWords[kind].name),
          worth: i18n._(kindWords[kind].worth),
          done: done.has(kind),
          action: { label: i18n._(kindWords[kind].act), onClick: () => onStart(kind) },
        }))}
      />
    </Section>
  );
}
