import { useLingui } from "@lingui/react/macro";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { Faults } from "#ui/form/Faults.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { ManyField, SelectField } from "#ui/form/fields.tsx";
import { FieldSum, MoreFields } from "#ui/form/MoreFields.tsx";
import { useProgramWords } from "../programWords.ts";
import { countedInPoints, nextRate, type Points, rateFor } from "./points.ts";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface PointsFieldsProps {
  editor: ProgramEditor;
  /** Where the measure stands in the document. */
  place: string;
  measure: Points;
  change: (measure: Points) => void;
}

/** By which rates points are given, from which day on, and where they count more. */
export function PointsFields(props: PointsFieldsProps) {
  const { t } = useLingui();
  const { editor, place, measure, change } = props;
  const { rates, markets } = measure;
  const add = (label: string, next: Partial<Points>) => ({
    label,
    icon: IconPlus,
    onClick: () => change({ ...measure, ...next }),
  });
  const rate = nextRate(measure, currencyIn(editor), editor.effectiveFrom);
  const market = { countries: [], times: "2" };
  return (
    <MoreFields
      title={t`Rates of ${measure.label}`}
      hint={t`points for an amount, from which day on, and where they count more`}
      open
    >
      {rates.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rate is known by its place alone
        <RateFields key={index} {...props} index={index} />
      ))}
      <Faults errors={editor.faultsAt(`${place}/rates`)} />
      <FieldSum>
        <ActButton
          act={add(t`Add a rate`, { rates: [...rates, rate] })}
          variant="default"
          size="compact-sm"
        />
      </FieldSum>
      {markets.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a market is known by its place alone
        <MarketFields key={index} {...props} index={index} />
      ))}
      <FieldSum>
        <ActButton
          act={add(t`Add countries where points count more`, { markets: [...markets, market] })}
          variant="default"
          size="compact-sm"
        />
      </FieldSum>
    </MoreFields>
  );
}

/** Amounts are in the ladder's currency unless told. */
function currencyIn({ document }: ProgramEditor): string {
  return document.ladder?.currency ?? "";
}

/** So many points for so much of a fact, of what is sold from a day on. */
function RateFields({ editor, place, measure, change, index }: PointsFieldsProps & { index: number }) {
  const { t } = useLingui();
  const rate = measure.rates[index];
  if (rate === undefined) return null;
  const number = index + 1;
  const { facts } = editor.names;
  const set = (next: typeof rate) =>
    change({ ...measure, rates: measure.rates.map((one, at) => (at === index ? next : one)) });
  const at = (name: string) => `${place}/rates/${index}/${name}`;
  const offered = countedInPoints(facts);
  // One that is gone, or cannot give points, stays in sight, so that it can be replaced.
  const gone = offered.some(({ key }) => key === rate.fact)
    ? []
    : [facts.find(({ key }) => key === rate.fact) ?? { key: rate.fact, label: rate.fact }];
  return (
    <FieldGroup title={t`Rate ${number}`}>
      <FieldRow>
        <SelectField
          {...editor.bind(at("fact"), rate.fact, (fact) =>
            set(rateFor(rate, fact, facts, currencyIn(editor))),
          )}
          label={t`Given for`}
          options={[...offered, ...gone].map(({ key, label }) => ({ value: key, label }))}
        />
        <DecimalField
          {...editor.bind(at("points"), rate.points, (points) => set({ ...rate, points }))}
          label={t`Points`}
        />
        <DecimalField
          {...editor.bind(at("per"), rate.per, (per) => set({ ...rate, per }))}
          label={t`for each`}
        />
        {rate.currency !== null && (
          <CurrencyField
            {...editor.bind(at("currency"), rate.currency, (currency) => set({ ...rate, currency }))}
            label={t`Currency`}
          />
        )}
        <DayField
          {...editor.bind(at("from"), rate.from, (from) => set({ ...rate, from }))}
          label={t`For sales from`}
        />
      </FieldRow>
      <TakeOut
        label={t`Take rate ${number} out`}
        onClick={() => change({ ...measure, rates: measure.rates.filter((_, at) => at !== index) })}
      />
    </FieldGroup>
  );
}

/** Countries whose customers' facts count several times. */
function MarketFields({ editor, place, measure, change, index }: PointsFieldsProps & { index: number }) {
  const { t } = useLingui();
  const words = useProgramWords();
  const market = measure.markets[index];
  if (market === undefined) return null;
  const set = (next: typeof market) =>
    change({ ...measure, markets: measure.markets.map((one, at) => (at === index ? next : one)) });
  const at = (name: string) => `${place}/markets/${index}/${name}`;
  return (
    <FieldGroup title={t`Where points count more`}>
      <FieldRow>
        <ManyField
          {...editor.bind<readonly string[]>(at("countries"), market.countries, (countries) =>
            set({ ...market, countries: [...countries] }),
          )}
          label={t`Countries of end customers`}
          options={words.countryOptions()}
        />
        <DecimalField
          {...editor.bind(at("times"), market.times, (times) => set({ ...market, times }))}
          label={t`Points count times`}
        />
      </FieldRow>
      <TakeOut
        label={t`Take these countries out`}
        onClick={() => change({ ...measure, markets: measure.markets.filter((_, at) => at !== index) })}
      />
    </FieldGroup>
  );
}

function TakeOut({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <FieldSum>
      <ActButton act={{ label, icon: IconTrash, onClick }} variant="subtle" size="compact-sm" />
    </FieldSum>
  );
}
