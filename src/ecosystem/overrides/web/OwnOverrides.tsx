import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { dayBefore } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { useProgramNames } from "../../programs/web/index.tsx";
import { listPartnerOverrides, type Parameter } from "../contract.ts";
import { useOverrideWords } from "./useOverrideWords.tsx";
import { WhatHolds } from "./WhatHolds.tsx";

/** What holds for a partner otherwise than a program says to all, and why; nothing where nothing does. */
export function OwnOverrides({ partnerId, programId }: { partnerId: string; programId: string }) {
  const { t } = useLingui();
  const words = useOverrideWords();
  const names = useProgramNames(programId);
  const { data } = useEndpoint(listPartnerOverrides, { params: { partnerId } });
  const own = data?.items.filter(({ program }) => program.id === programId) ?? [];
  if (own.length === 0) return null;
  return (
    <Section
      title={t`What holds for you instead`}
      note={t`Where your company contracts, some of it is otherwise than the program says to all. The tables below have it so.`}
    >
      <Sentences>
        {own.map((one) => (
          <span key={JSON.stringify(one.about)}>
            <strong>{words.parameter(aboutInWords(one.about, names), "")}</strong>:{" "}
            <WhatHolds override={one} />{" "}
            <Trans>
              Until <DayText value={dayBefore(one.until)} />.
            </Trans>
          </span>
        ))}
      </Sentences>
    </Section>
  );
}

type About = Parameter["about"];

interface Named {
  key: string;
  label: string;
}

/** What is otherwise, by the names that the reader has for the program's parts. */
function aboutInWords(about: About, names: ReturnType<typeof useProgramNames>): About {
  const called = ({ key, label }: Named, by: (key: string, label: string) => string): Named => ({
    key,
    label: by(key, label),
  });
  switch (about.kind) {
    case "threshold":
      return { ...about, level: names.level(about.level), measure: called(about.measure, names.measure) };
    case "benefit":
      return { ...about, level: names.level(about.level), benefit: called(about.benefit, names.benefit) };
    case "protection-days":
      return about;
    default:
      return { ...about, track: called(about.track, names.track) };
  }
}
