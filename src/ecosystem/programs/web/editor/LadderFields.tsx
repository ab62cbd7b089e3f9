import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { Faults } from "#ui/form/Faults.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { FormSection } from "#ui/form/FormSection.tsx";
import { NumberField, SelectField, TextField } from "#ui/form/fields.tsx";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { expand, type LadderTwo } from "../../../ladders/contract.ts";
import { firstLadder, keyFor, withLadder } from "./edit.ts";
import { LevelFields } from "./LevelFields.tsx";
import { LevelName } from "./LevelName.tsx";
import { MeasureFields } from "./MeasureFields.tsx";
import type { ProgramEditor } from "./useProgramEditor.ts";

/** The levels, what they ask for, what is measured, and when it is reviewed. */
export function LadderFields({ editor }: { editor: ProgramEditor }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const { document, change } = editor;
  if (document.ladder === null) {
    const add = {
      label: t`Add levels`,
      icon: IconPlus,
      onClick: () =>
        change(
          withLadder(document, firstLadder(keyFor(document.label, []), document.label || t`Tiers`, currency)),
        ),
    };
    return (
      <Section title={t`Levels`}>
        <Faults errors={editor.faultsAt("/ladder")} />
        <EmptyState title={t`It has no levels`} action={add}>
          <Trans>Everybody in it has the same. With levels, partners that do more get more.</Trans>
        </EmptyState>
      </Section>
    );
  }
  return <Ladder editor={editor} ladder={expand(document.ladder)} />;
}

function Ladder({ editor, ladder }: { editor: ProgramEditor; ladder: LadderTwo }) {
  const { t } = useLingui();
  const { document, change, bind } = editor;
  const set = (part: Partial<LadderTwo>) => change({ ...document, ladder: { ...ladder, ...part } });
  const addLevel = {
    label: t`Add a level`,
    icon: IconPlus,
    onClick: () => set({ levels: [...ladder.levels, { level: "", requires: "" }] }),
  };
  return (
    <Page>
      <FormSection title={t`Levels`} note={t`From the one where everyone starts upwards.`}>
        <FieldRow>
          <LevelName
            {...{ editor, ladder }}
            index={-1}
            pointer="/ladder/base"
            label={t`Level where everyone starts`}
          />
          <CurrencyField
            {...bind("/ladder/currency", ladder.currency, (currency) => set({ currency }))}
            label={t`Currency of amounts`}
          />
        </FieldRow>
        <FieldRow>
          <TextField {...bind("/ladder/label", ladder.label, (label) => set({ label }))} label={t`Called`} />
          <TextField
            {...bind("/ladder/name", ladder.name, (name) => set({ name }))}
            label={t`Key`}
            description={t`Plans name the ladder by it; it never changes once published.`}
          />
        </FieldRow>
      </FormSection>
      {ladder.levels.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place, its name is being typed
        <LevelFields key={index} editor={editor} ladder={ladder} index={index} />
      ))}
      <ActButton act={addLevel} variant="default" size="compact-sm" />
      <MeasureFields editor={editor} ladder={ladder} set={set} />
      <ReviewFields editor={editor} ladder={ladder} set={set} />
      <ActButton
        act={{
          label: t`Take the levels out`,
          icon: IconTrash,
          danger: true,
          onClick: () => change(withLadder(document, null)),
        }}
        variant="subtle"
        size="compact-sm"
      />
    </Page>
  );
}

interface ReviewFieldsProps {
  editor: ProgramEditor;
  ladder: LadderTwo;
  set: (part: Partial<LadderTwo>) => void;
}

const cadences = [1, 3, 6, 12] as const;

function ReviewFields({ editor, ladder, set }: ReviewFieldsProps) {
  const { t } = useLingui();
  const { bind } = editor;
  const { reviews } = ladder;
  const every = (months: number) => ({
    value: String(months),
    label: t`${plural(months, { one: "every month", other: "every # months" })}`,
  });
  const cadence = (name: "everyMonths" | "demoteEveryMonths", label: string) => (
    <SelectField
      {...bind(`/ladder/reviews/${name}`, String(reviews[name]), (chosen) => {
        const months = cadences.find((one) => String(one) === chosen);
        if (months !== undefined) set({ reviews: { ...reviews, [name]: months } });
      })}
      label={label}
      options={cadences.map(every)}
    />
  );
  const days = (
    pointer: string,
    value: number,
    then: (value: number) => void,
    label: string,
    unit: string,
  ) => (
    <NumberField
      {...bind<number | string>(`/ladder${pointer}`, value, (typed) => {
        if (typeof typed === "number") then(typed);
      })}
      label={label}
      unit={unit}
      min={0}
    />
  );
  return (
    <FormSection title={t`When levels are reviewed`}>
      <SelectField
        {...bind<string>("/ladder/measuredAt", ladder.measuredAt, (chosen) => {
          const measuredAt = (["entity", "group", "downline", "country", "location"] as const).find(
            (one) => one === chosen,
          );
          if (measuredAt !== undefined) set({ measuredAt });
        })}
        label={t`Measured for`}
        options={[
          { value: "entity", label: t`Each partner` },
          { value: "group", label: t`Each group of companies` },
          { value: "downline", label: t`Each partner with those below it` },
          { value: "country", label: t`Each country of a partner` },
          { value: "location", label: t`Each location of a partner` },
        ]}
      />
      <FieldRow>
        {cadence("everyMonths", t`A level can be reached`)}
        {cadence("demoteEveryMonths", t`A level can be lost`)}
      </FieldRow>
      <FieldRow>
        {days(
          "/reviews/decidedAfterDays",
          reviews.decidedAfterDays,
          (value) => set({ reviews: { ...reviews, decidedAfterDays: value } }),
          t`Decided after the window`,
          t`days`,
        )}
        {days(
          "/reviews/inForceAfterDays",
          reviews.inForceAfterDays,
          (value) => set({ reviews: { ...reviews, inForceAfterDays: value } }),
          t`Counts after the decision`,
          t`days`,
        )}
      </FieldRow>
      <FieldRow>
        {days(
          "/graceDays",
          ladder.graceDays,
          (graceDays) => set({ graceDays }),
          t`Grace before a level is lost`,
          t`days`,
        )}
        {days("/warnDays", ladder.warnDays, (warnDays) => set({ warnDays }), t`Warned ahead`, t`days`)}
      </FieldRow>
      {days(
        "/minimumStayMonths",
        ladder.minimumStayMonths,
        (minimumStayMonths) => set({ minimumStayMonths }),
        t`A level stays at least`,
        t`months`,
      )}
      <TextField
        {...bind("/ladder/goodStanding", ladder.goodStanding.join("\n"), (text) =>
          set({ goodStanding: text === "" ? [] : text.split("\n") }),
        )}
        optional
        label={t`Good standing asks for`}
        description={t`One requirement a line, such as agreement >= 1. Who is not in good standing is not promoted.`}
        lines={2}
      />
    </FormSection>
  );
}
