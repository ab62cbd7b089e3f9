import { useLingui } from "@lingui/react/macro";
import { notifyDone } from "#ui/feedback/notify.ts";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { changeSettings } from "../contract.ts";

/**
 * Some of the settings as a form: only what is changed is sent. Of `mayBeEmpty`, an empty field takes the setting back.
 */
export function useSettingsForm<Values extends object>(
  initial: Values,
  version: number,
  { verbatim = [], mayBeEmpty = [] }: { verbatim?: (keyof Values & string)[]; mayBeEmpty?: string[] } = {},
) {
  const { t } = useLingui();
  return useEndpointForm(changeSettings, {
    initial,
    ifMatch: version,
    verbatim,
    toBody: (values: Values) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([field, value]) => !isSame(value, Reflect.get(initial, field)))
          .map(([field, value]) => [
            field,
            mayBeEmpty.includes(field) && String(value).trim() === "" ? null : asSent(field, value),
          ]),
      ),
    onDone: () => notifyDone(t`Settings saved`),
  });
}

/** A choice among months is a text, a month a number. */
function asSent(field: string, value: unknown): unknown {
  return field === "fiscalYearStartMonth" ? Number(value) : value;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
