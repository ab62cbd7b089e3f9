import { useLingui } from "@lingui/react/macro";
import type { Ladder } from "../contract.ts";

/** Says what is wrong with a ladder in the field's own words; what the form knows of the place decides whether. */
export function useLadderErrors(
  ladder: Ladder,
  errorAt: (path: string) => string | undefined,
): (path: string) => string | undefined {
  const { t } = useLingui();
  const empty = t`Fill this in.`;
  return (path) => {
    const error = errorAt(`ladder.${path}`);
    if (error === undefined) return undefined;
    if (path === "name") return t`Write a key of small letters, digits and hyphens that no other ladder has.`;
    const [, index = "", part] = path.split(".");
    const level = ladder.levels[Number(index)];
    if (part === "from" && level?.from) {
      return t`Write an amount above the bound before, with no more digits than the currency has.`;
    }
    if (part === "level") return level?.level ? t`Name each level once, in at most 40 characters.` : empty;
    if (part === "from" || (path === "base" && ladder.base === "")) return empty;
    return error;
  };
}
