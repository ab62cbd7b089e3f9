import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { DealCase } from "../../contract.ts";

type KeyKind = DealCase["rivals"][number]["on"][number];

/** Registrations in the words of those who decide them. */
export function useCaseWords() {
  const { t } = useLingui();
  const format = useFormat();
  const keys: Readonly<Record<KeyKind, string>> = {
    domain: t`domain`,
    name: t`company name`,
    "tax-id": t`tax number`,
    "crm-id": t`CRM number`,
    parent: t`parent company`,
  };
  return {
    /** Why it matches, and how surely. */
    match: (kinds: readonly KeyKind[], sure: "certain" | "likely") => {
      const by = format.list(kinds.map((kind) => keys[kind]));
      return sure === "certain" ? t`${by}: certain` : t`${by}: likely`;
    },
    against: (count: number | null) =>
      count === null || count === 0
        ? t`Nothing`
        : t`${plural(count, { one: "# conflict", other: "# conflicts" })}`,
  };
}
