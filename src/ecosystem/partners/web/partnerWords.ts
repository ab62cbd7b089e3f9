import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { useTypeWords } from "../../partner-types/web/index.tsx";
import type { EdgeKind, PartnerType } from "../contract.ts";

/** What partners are and how they stand to each other, in the reader's words. */
export function usePartnerWords() {
  const { t } = useLingui();
  const format = useFormat();
  const types = useTypeWords();
  const above: Readonly<Record<EdgeKind, string>> = {
    "master of": t`Master agent`,
    "distributes to": t`Distributor`,
    owns: t`Owner`,
  };
  return {
    types,
    above,
    /** All that one partner is, in a line. */
    typesOf: (all: readonly PartnerType[]) => format.list(all.map((type) => types[type])),
  };
}
