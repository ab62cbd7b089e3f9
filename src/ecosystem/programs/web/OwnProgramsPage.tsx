import { Trans, useLingui } from "@lingui/react/macro";
import { IconStairs } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section, Surface } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { OwnText, UntranslatedNote } from "../../texts/web/index.tsx";
import {
  type LeftProgram,
  levelsOf,
  listPartnerPrograms,
  type PartnerProgram,
  type ProgramDocument,
} from "../contract.ts";
import { textsRef } from "../texts-ref.ts";
import { Acknowledge } from "./Acknowledge.tsx";
import { BenefitMatrix } from "./BenefitMatrix.tsx";
import { LadderMatrix, LadderMeasures, LadderTerms } from "./LadderReading.tsx";
import { useProgramTexts } from "./ownWords.ts";
import { TrackReading } from "./TrackReading.tsx";
import "./serverSentences.ts";

interface OwnProgramsProps {
  /** A program's document as it holds for the reader's company. */
  held: <Document extends Pick<ProgramDocument, "ladder" | "benefits">>(
    programId: string,
    document: Document,
  ) => Document;
  /** What other features know of a program for a partner. */
  beside: (of: { partnerId: string; programId: string }) => ReactNode;
}

/** The programs that the reader's company is in, in plain words: which track, what the levels ask for and give. */
export function OwnProgramsPage({ held, beside }: OwnProgramsProps) {
  const { t } = useLingui();
  const { partner, vendorName } = useReader();
  return (
    <Page>
      <PageHeader
        title={t`Programs`}
        lead={t`What ${vendorName} offers your company: the levels, what they ask for, and what they give.`}
      />
      {partner && <Programs partnerId={partner.id} held={held} beside={beside} />}
    </Page>
  );
}

function Programs({ partnerId, ...more }: OwnProgramsProps & { partnerId: string }) {
  const { t } = useLingui();
  const programs = useEndpoint(listPartnerPrograms, { params: { partnerId } });
  return (
    <Loaded query={programs}>
      {({ items, left }) =>
        items.length === 0 && left.length === 0 ? (
          <Surface padded>
            <EmptyState icon={IconStairs} title={t`Your company is in no program yet`}>
              <Trans>
                Programs are for partners of a type or a region. As soon as one is for yours, what it asks for
                and gives stands here.
              </Trans>
            </EmptyState>
          </Surface>
        ) : (
          <>
            {items.map((item) => (
              <Own key={item.program.id} partnerId={partnerId} item={item} {...more} />
            ))}
            {left.length > 0 && <LeftOut left={left} />}
          </>
        )
      }
    </Loaded>
  );
}

/** What somebody left the company out of, since when and why. */
function LeftOut({ left }: { left: readonly LeftProgram[] }) {
  const { t } = useLingui();
  return (
    <Section title={t`Not in the program any more`}>
      <Sentences>
        {left.map(({ program, since, until, reason }) => (
          <span key={program.id}>
            <Trans>
              <ProgramLabel program={program} /> since <DayText value={since} />: {reason}
            </Trans>{" "}
            {until && (
              <Trans>
                That holds through <DayText value={dayBefore(until)} />.
              </Trans>
            )}
          </span>
        ))}
      </Sentences>
    </Section>
  );
}

function ProgramLabel({ program: { id, label } }: Pick<LeftProgram, "program">) {
  return <bdi>{useProgramTexts(id)("label", label)}</bdi>;
}

interface OwnProps extends OwnProgramsProps {
  partnerId: string;
  item: PartnerProgram;
}

function Own({ partnerId, item, held, beside }: OwnProps) {
  const { t } = useLingui();
  const { track, next } = item;
  const { id } = item.program;
  const document = held(id, item.document);
  const { ladder } = document;
  const label = useProgramTexts(id)("label", document.label);
  // What a track leaves out at every level is none of its partners' benefits.
  const levels = levelsOf(document);
  const counts = (level: string, key: string) => track.tiers[level]?.benefits?.includes(key) ?? true;
  const benefits = document.benefits.flatMap((benefit) => {
    const values = Object.fromEntries(
      Object.entries(benefit.values).filter(([level]) => counts(level, benefit.key)),
    );
    return Object.keys(values).length === 0 ? [] : [{ ...benefit, values }];
  });
  return (
    <>
      <UntranslatedNote of={textsRef(id)} />
      <Section
        title={label}
        note={
          <Trans>
            Version {item.version}, in force from <DayText value={item.effectiveFrom} /> on.
          </Trans>
        }
      >
        <FieldStack>
          <p>
            <OwnText of={textsRef(id)} field="summary">
              {document.summary}
            </OwnText>
          </p>
          <Acknowledge partnerId={partnerId} item={item} label={label} />
          {next && (
            <Note tone="info">
              <Trans>
                From <DayText value={next.effectiveFrom} /> on version {next.version} holds.
              </Trans>
            </Note>
          )}
        </FieldStack>
      </Section>
      {beside({ partnerId, programId: id })}
      {ladder && (
        <Section title={t`Levels of ${label}`} flush>
          <LadderMatrix programId={id} ladder={ladder} />
        </Section>
      )}
      {benefits.length > 0 && (
        <Section title={t`What the levels give`} flush>
          <BenefitMatrix programId={id} benefits={benefits} levels={levels} />
        </Section>
      )}
      {ladder && (
        <Section title={t`When levels are reviewed`}>
          <LadderTerms programId={id} ladder={ladder} />
        </Section>
      )}
      {ladder && (
        <Section title={t`What is measured`}>
          <LadderMeasures programId={id} ladder={ladder} />
        </Section>
      )}
      <TrackReading programId={id} track={track} benefits={benefits} levels={levels} />
      <Note tone="info">
        <Trans>
          Forms, onboarding, agreements and content are references here: they are named, and cannot be opened
          or signed here yet.
        </Trans>
      </Note>
    </>
  );
}
