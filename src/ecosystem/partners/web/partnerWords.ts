import { useLingui } from "@lingui/react/macro";
import { useTypeWords } from "../../partner-types/web/index.tsx";
import type { EdgeKind } from "../contract.ts";

/** What partners are and how they stand to each other, in the reader's words. */
export function usePartnerWords() {
  const { t } = useLingui();
  const types = useTypeWords();
  const above: Readonly<Record<EdgeKind, string>> = {
    "master of": t`Master agent`,
    "distributes to": t`Distributor`,
    owns: t`Owner`,
  };
  return { types, above };
}
