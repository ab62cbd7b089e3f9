import { useLingui } from "@lingui/react/macro";
import type { ComponentProps } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField, TextField, YesField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { correctFact, enterFact, type Fact, type FactKind, isYesNo, listFactKinds } from "../contract.ts";
import { useFactWords } from "./useFactWords.ts";
import "./serverSentences.ts";

interface EnterFactFormProps {
  partnerId: string;
  onDone: () => void;
}

/** Enters a number with the day from which it counts and where it is from. */
export function EnterFactForm(props: EnterFactFormProps) {
  const kinds = useEndpoint(listFactKinds, {});
  return (
    <Loaded query={kinds}>
      {({ items }) => (
        <EnterFields
          kinds={items.filter((kind) => kind.recordedBy === "people" && !kind.own?.retired)}
          {...props}
        />
      )}
    </Loaded>
  );
}

function EnterFields({ kinds, partnerId, onDone }: EnterFactFormProps & { kinds: readonly FactKind[] }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const words = useFactWords();
  const unitOf = (key: string) => kinds.find((kind) => kind.key === key)?.unit;
  const form = useEndpointForm(enterFact, {
    initial: { kind: "", value: "", currency, countsOn: "", validUntil: "", note: "" },
    toBody: ({ currency: chosen, ...values }) => ({
      ...values,
      partnerId,
      currency: unitOf(values.kind) === "money" ? chosen : "",
    }),
    onDone,
  });
  return (
    <Form form={form} submit={t`Enter fact`} onCancel={onDone}>
      <SelectField
        {...form.field("kind")}
        label={t`What`}
        options={kinds.map((kind) => ({ value: kind.key, label: words.kind(kind) }))}
      />
      {isYesNo(form.values.kind) ? (
        <YesOrNoField {...form.field("value")} label={t`Is it so?`} />
      ) : (
        <DecimalField {...form.field("value")} label={t`Value`} />
      )}
      {unitOf(form.values.kind) === "money" && (
        <CurrencyField {...form.field("currency")} optional={false} label={t`Currency`} />
      )}
      <DayField {...form.field("countsOn")} label={t`Counts on`} description={t`Today unless told.`} />
      <DayField
        {...form.field("validUntil")}
        label={t`Valid until`}
        description={t`The first day on which it holds no more.`}
      />
      <TextField
        {...form.field("note")}
        optional={false}
        lines={2}
        label={t`Where the number is from`}
        description={t`The partner reads it.`}
      />
    </Form>
  );
}

/** What is recorded as 1 for yes and 0 for no. */
function YesOrNoField(field: Omit<ComponentProps<typeof SelectField>, "options">) {
  const { t } = useLingui();
  const options = [
    { value: "1", label: t`Yes` },
    { value: "0", label: t`No` },
  ];
  return <SelectField {...field} options={options} />;
}

/** Says what a fact should have said; both stay to be seen. */
export function CorrectFactForm({ fact, onDone }: { fact: Fact; onDone: () => void }) {
  const { t } = useLingui();
  const form = useEndpointForm(correctFact, {
    params: { factId: fact.id },
    initial: { value: fact.counts === "sum" ? "" : fact.value, never: false, note: "" },
    toBody: ({ never, value, note }) => ({ note, value: never ? null : value }),
    onDone,
  });
  return (
    <Form form={form} submit={t`Correct fact`} onCancel={onDone}>
      <YesField {...form.field("never")} optional={false} label={t`It was never so`} />
      {!form.values.never && isYesNo(fact.kind.key) && (
        <YesOrNoField {...form.field("value")} label={t`Is it so?`} />
      )}
      {!form.values.never && !isYesNo(fact.kind.key) && (
        <DecimalField {...form.field("value")} optional={false} label={t`The right value`} />
      )}
      <TextField
        {...form.field("note")}
        optional={false}
        lines={2}
        label={t`Why, and where the number is from`}
        description={t`The partner reads it.`}
      />
    </Form>
  );
}
