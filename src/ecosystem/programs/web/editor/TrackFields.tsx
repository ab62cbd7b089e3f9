import { useLingui } from "@lingui/react/macro";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldStack, NumbersRow } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { ManyField, NumberField, type Option, TextField, YesField } from "#ui/form/fields.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { partnerTypes } from "../../../partner-types/contract.ts";
import { defaultTrack, levelsOf, type Reference, type Track, type TrackTier } from "../../contract.ts";
import { useProgramWords } from "../programWords.ts";
import { ReferencesNote } from "../TrackReading.tsx";
import { keyFor } from "./edit.ts";
import { PlacesField } from "./FrameFields.tsx";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface TrackFieldsProps {
  editor: ProgramEditor;
  plans: readonly Option[];
}

/** The tracks: whom each is for, and what it names. */
export function TrackFields({ editor, plans }: TrackFieldsProps) {
  const { t } = useLingui();
  const { document, change } = editor;
  const [none] = editor.faultsAt("/tracks");
  const add = {
    label: t`Add a track`,
    icon: IconPlus,
    onClick: () => {
      const label = t`New track`;
      const key = keyFor(
        label,
        document.tracks.map((track) => track.key),
      );
      const track = { ...defaultTrack(), key, label, isDefault: document.tracks.length === 0 };
      change({ ...document, tracks: [...document.tracks, track] });
    },
  };
  return (
    <Page>
      {none && <Note tone="warn">{none.message}</Note>}
      {document.tracks.map((track, index) => (
        <OneTrack key={track.key} editor={editor} track={track} index={index} plans={plans} />
      ))}
      <ActButton act={add} variant="default" size="compact-sm" />
      <ReferencesNote />
    </Page>
  );
}

interface OneTrackProps extends TrackFieldsProps {
  track: Track;
  index: number;
}

function OneTrack({ editor, track, index, plans }: OneTrackProps) {
  const { t } = useLingui();
  const words = useProgramWords();
  const { document, change, bind } = editor;
  const setAll = (tracks: Track[]) => change({ ...document, tracks });
  const set = (part: Partial<Track>) =>
    setAll(document.tracks.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const at = (name: string) => `/tracks/${index}/${name}`;
  // One that is gone stays in sight, so that it can be taken out.
  const gone = track.plans.filter((id) => !plans.some(({ value }) => value === id));
  return (
    <Section
      title={track.label}
      note={track.isDefault ? t`For whoever fits no other track.` : words.whom(track, track.specializations)}
      action={{
        label: t`Take it out`,
        icon: IconTrash,
        onClick: () => setAll(document.tracks.filter((_, place) => place !== index)),
      }}
    >
      <FieldStack>
        <TextField {...bind(at("label"), track.label, (label) => set({ label }))} label={t`Called`} />
        <YesField
          {...bind(at("isDefault"), track.isDefault, (isDefault) =>
            setAll(
              document.tracks.map((one, place) => ({
                ...one,
                isDefault: isDefault ? place === index : one.isDefault && place !== index,
              })),
            ),
          )}
          label={t`For whoever fits no other track`}
        />
        {!track.isDefault && (
          <FieldRow>
            <ManyField
              {...bind<readonly string[]>(at("types"), track.types, (types) =>
                set({ types: partnerTypes.filter((one) => types.includes(one)) }),
              )}
              optional
              label={t`Types of partners`}
              options={partnerTypes.map((type) => ({ value: type, label: words.types[type] }))}
            />
            <PlacesField
              editor={editor}
              pointer={at("regions")}
              value={track.regions}
              onChange={(regions) => set({ regions: [...regions] })}
              label={t`Regions and countries`}
            />
            <ManyField
              {...bind<readonly string[]>(at("specializations"), track.specializations, (keys) =>
                set({ specializations: [...keys] }),
              )}
              optional
              label={t`Specializations`}
              options={editor.names.specializations.map(({ key, label }) => ({ value: key, label }))}
            />
          </FieldRow>
        )}
        <NamedFields editor={editor} track={track} at={at} set={set} />
        <ManyField
          {...bind<readonly string[]>(at("plans"), track.plans, (chosen) => set({ plans: [...chosen] }))}
          optional
          label={t`Paid by`}
          options={[...plans, ...gone.map((value) => ({ value, label: t`a plan that is not there` }))]}
        />
        <MoreFields title={t`Otherwise at a level`} hint={t`benefits that count, days of protection`}>
          <TierFields editor={editor} track={track} at={at} set={set} />
        </MoreFields>
      </FieldStack>
    </Section>
  );
}

interface PartProps {
  editor: ProgramEditor;
  track: Track;
  at: (name: string) => string;
  set: (part: Partial<Track>) => void;
}

/** What the track names; several names stand below each other. */
function NamedFields({ editor, track, at, set }: PartProps) {
  const { t } = useLingui();
  const words = useProgramWords();
  const one = (kind: Reference["kind"], text: string): Reference => ({
    kind,
    name: text === "" ? null : text,
  });
  const many = (kind: Reference["kind"], text: string) =>
    text === "" ? [] : text.split("\n").map((name) => one(kind, name));
  const lines = (references: readonly Reference[]) => references.map(({ name }) => name ?? "").join("\n");
  const { bind } = editor;
  return (
    <>
      <FieldRow>
        <TextField
          {...bind(at("applicationForm/name"), track.applicationForm.name ?? "", (text) =>
            set({ applicationForm: one("application-form", text) }),
          )}
          optional
          label={words.named["application-form"]}
        />
        <TextField
          {...bind(at("onboardingTrack/name"), track.onboardingTrack.name ?? "", (text) =>
            set({ onboardingTrack: one("onboarding-track", text) }),
          )}
          optional
          label={words.named["onboarding-track"]}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          {...bind(at("agreements"), lines(track.agreements), (text) =>
            set({ agreements: many("agreement", text) }),
          )}
          optional
          label={words.named.agreement}
          description={t`One a line.`}
          lines={2}
        />
        <TextField
          {...bind(at("content"), lines(track.content), (text) => set({ content: many("content", text) }))}
          optional
          label={words.named.content}
          description={t`One a line.`}
          lines={2}
        />
      </FieldRow>
      <TextField
        {...bind(at("rulesOfEngagement"), track.rulesOfEngagement?.name ?? "", (text) =>
          set({ rulesOfEngagement: text === "" ? null : one("rules-of-engagement", text) }),
        )}
        optional
        label={words.named["rules-of-engagement"]}
        description={t`Empty: those that hold for everybody.`}
      />
    </>
  );
}

function TierFields({ editor, track, at, set }: PartProps) {
  const { t } = useLingui();
  const { document } = editor;
  const setTier = (level: string, part: Partial<TrackTier>) => {
    const { benefits, protectionDays } = { ...track.tiers[level], ...part };
    const tier = { ...(benefits && { benefits }), ...(protectionDays !== undefined && { protectionDays }) };
    const { [level]: _, ...others } = track.tiers;
    set({ tiers: Object.keys(tier).length === 0 ? others : { ...others, [level]: tier } });
  };
  return levelsOf(document).map((level) => {
    const tier = track.tiers[level];
    const chosen = tier?.benefits ?? [];
    return (
      <NumbersRow key={level}>
        <ManyField
          {...editor.bind<readonly string[]>(at(`tiers/${level}/benefits`), chosen, (keys) =>
            setTier(level, { benefits: keys.length === 0 ? undefined : [...keys] }),
          )}
          optional
          label={t`${level}: only these benefits`}
          options={document.benefits.map(({ key, label }) => ({ value: key, label }))}
        />
        <NumberField
          {...editor.bind<number | string>(
            at(`tiers/${level}/protectionDays`),
            tier?.protectionDays ?? "",
            (days) => setTier(level, { protectionDays: typeof days === "number" ? days : undefined }),
          )}
          optional
          label={t`${level}: registrations protected for`}
          unit={t`days`}
          min={1}
          max={730}
        />
      </NumbersRow>
    );
  });
}
