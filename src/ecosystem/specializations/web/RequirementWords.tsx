import { Trans } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { type FactKind, listFactKinds } from "../../facts/contract.ts";
import { useFactWords } from "../../facts/web/index.tsx";
import { useRequirementWords } from "../../ladders/web/index.tsx";
import { measuresOf } from "../asked.ts";

type Kinds = readonly Pick<FactKind, "key" | "label" | "unit" | "counts">[];

/** A requirement as people say it. */
function useAskedWords(): (requires: string, kinds: Kinds) => string {
  const facts = useFactWords();
  const words = useRequirementWords();
  return (requires, kinds) => {
    const measures = measuresOf(kinds).map((one) => ({ ...one, label: facts.kind(one) }));
    return words.requirement(requires, { measures });
  };
}

/** What a company has to have, in a sentence. */
export function RequirementWords({ requires, kinds }: { requires: string; kinds: Kinds }) {
  const words = useAskedWords();
  return requires.trim() === "" ? <Trans>Nothing is asked yet.</Trans> : words(requires, kinds);
}

/** The same where the kinds of facts are not at hand. */
export function Requirement({ requires }: { requires: string }) {
  const kinds = useEndpoint(listFactKinds, {});
  return kinds.data === undefined ? null : <RequirementWords requires={requires} kinds={kinds.data.items} />;
}
