import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useReader } from "#ui/reader/reader.tsx";
import type { Tone } from "#ui/text/Status.tsx";
import type { PaySplit } from "../contract.ts";

/** How a split stands and what comes next, in the reader's words. */
export function useSplitWords() {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  return useMemo(() => {
    const states: Readonly<Record<PaySplit["state"], string>> = {
      open: t`Proposed`,
      "in-force": t`In force`,
      replaced: t`Replaced`,
      refused: t`Refused`,
      withdrawn: t`Withdrawn`,
    };
    const tones: Readonly<Record<PaySplit["state"], Tone>> = {
      open: "warn",
      "in-force": "good",
      replaced: "idle",
      refused: "bad",
      withdrawn: "idle",
    };
    const next = ({ state, waitsFor, can }: PaySplit): string => {
      if (state !== "open") return "";
      if (can.sign) return t`Sign it or refuse`;
      if (waitsFor === "confirmation") return t`All have signed: confirm it`;
      if (waitsFor === "signatures")
        return side === "partner" ? t`Your administrator signs` : t`Waits for signatures`;
      return t`Waits for the others and for ${vendorName}`;
    };
    return { states, tones, next };
  }, [t, side, vendorName]);
}
