import { Plural, Trans } from "@lingui/react/macro";
import type { DealCase, DealDetail } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";

type Days = NonNullable<DealDetail["protectionDays"]> | DealCase["protectionDays"];

/** Which level the days of protection came from: the rules for all, the customer's region or country, or a person. */
export function DaysGivenWords({ given }: { given: Days }) {
  const words = useDealWords();
  const { place, globalDays } = given;
  if ("byHand" in given && given.byHand) return <Trans>chosen for this deal</Trans>;
  if (place === null) return <Trans>as the rules of engagement give to all</Trans>;
  const name = place.kind === "country" ? words.country(place.key) : place.label;
  return (
    <Trans>
      {name} says so, the rules say <Plural value={globalDays} one="# day" other="# days" /> to all: “
      {place.reason}”
    </Trans>
  );
}
