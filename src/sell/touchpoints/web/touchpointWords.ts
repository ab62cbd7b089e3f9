import { useLingui } from "@lingui/react/macro";
import type { Kind, State } from "../contract.ts";

/** Kinds and states in the reader's words. */
export function useTouchpointWords() {
  const { t } = useLingui();
  const kinds: Readonly<Record<Kind, string>> = {
    registration: t`Registration`,
    demo: t`Demo`,
    meeting: t`Meeting`,
    document: t`Document`,
    introduction: t`Introduction`,
  };
  const states: Readonly<Record<State, string>> = {
    recorded: t`To confirm`,
    confirmed: t`Confirmed`,
    contested: t`Contested`,
    withdrawn: t`Withdrawn`,
  };
  return { kinds, states };
}
