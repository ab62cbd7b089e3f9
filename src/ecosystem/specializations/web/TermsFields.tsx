import { useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ColourField } from "#ui/form/ColourField.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { NumberField, TextField, YesField } from "#ui/form/fields.tsx";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import { listFactKinds } from "../../facts/contract.ts";
import type { Terms } from "../contract.ts";
import { RequirementFields } from "./RequirementFields.tsx";

/** What is typed of a version. */
export interface TermsValues {
  /** Of a new one; it never changes. */
  key: string;
  label: string;
  summary: string;
  requires: string;
  validMonths: number | string;
  warnDays: number | string;
  "badge.background": string;
  "badge.text": string;
  open: boolean;
}

export function termsOf(terms: Terms | null): TermsValues {
  return {
    key: "",
    label: terms?.label ?? "",
    summary: terms?.summary ?? "",
    requires: terms?.requires ?? "",
    validMonths: terms?.validMonths ?? 12,
    warnDays: terms?.warnDays ?? 60,
    "badge.background": terms?.badge.background ?? "#125f69",
    "badge.text": terms?.badge.text ?? "#ffffff",
    open: terms?.open ?? true,
  };
}

export function termsFrom(values: TermsValues) {
  const { key: _, "badge.background": background, "badge.text": text, ...rest } = values;
  return { ...rest, badge: { background, text } };
}

/** The fields of a version. */
export function TermsFields({ form }: { form: EndpointForm<TermsValues> }) {
  const { t } = useLingui();
  const kinds = useEndpoint(listFactKinds, {});
  return (
    <FieldStack>
      <TextField {...form.field("label")} optional={false} label={t`Name`} />
      <TextField {...form.field("summary")} optional label={t`What it stands for`} lines={2} />
      <Loaded query={kinds}>
        {({ items }) => <RequirementFields binding={form.field("requires")} kinds={items} />}
      </Loaded>
      <NumberField
        {...form.field("validMonths")}
        optional={false}
        label={t`Held for`}
        unit={t`months`}
        min={1}
        max={120}
      />
      <NumberField
        {...form.field("warnDays")}
        optional={false}
        label={t`Warned of and renewable before its end`}
        unit={t`days`}
        min={1}
        max={365}
      />
      <ColourField {...form.field("badge.background")} optional={false} label={t`Colour of the badge`} />
      <ColourField {...form.field("badge.text")} optional={false} label={t`Colour of its text`} />
      <YesField {...form.field("open")} optional={false} label={t`Companies can apply for it`} />
    </FieldStack>
  );
}
