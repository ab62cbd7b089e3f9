import { Plural, Trans } from "@lingui/react/macro";
import type { DealCase, DealDetail } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";

type Days = NonNullable<DealDetail["protectionDays"]> | DealCase["protectionDays"];

/**
 * Which level the days of protection came from, and why: the rules for all, a program at the partner's level, the region
 * or country that counts in it, or a person.
 */
export function DaysGivenWords({ given }: { given: Days }) {
  if ("byHand" in given && given.byHand) return <Trans>chosen for this deal</Trans>;
  const [other] = given.passedOver;
  return (
    <>
      <Source given={given} />
      {other && (
        <>
          {". "}
          <Trans>
            {other.program} gives <Plural value={other.days} one="# day" other="# days" />: what is said
            nearest to the deal counts, then what gives more
          </Trans>
        </>
      )}
    </>
  );
}

function Source({ given: { place, program, globalDays } }: { given: Days }) {
  const words = useDealWords();
  if (place === null && program === null) return <Trans>as the rules of engagement give to all</Trans>;
  if (place === null)
    return program?.level ? (
      <Trans>
        as {program.name} gives everywhere at the level {program.level}
      </Trans>
    ) : (
      <Trans>as {program?.name} gives everywhere</Trans>
    );
  const name = place.kind === "country" ? words.country(place.key) : place.label;
  if (program === null)
    return (
      <Trans>
        {name} says so, the rules say <Plural value={globalDays} one="# day" other="# days" /> to all: “
        {place.reason}”
      </Trans>
    );
  return program.counts === "contracting-entity" ? (
    <Trans>
      {name}, where the partner contracts, says so in {program.name}, which gives{" "}
      <Plural value={globalDays} one="# day" other="# days" /> elsewhere: “{place.reason}”
    </Trans>
  ) : (
    <Trans>
      {name}, where the customer is, says so in {program.name}, which gives{" "}
      <Plural value={globalDays} one="# day" other="# days" /> elsewhere: “{place.reason}”
    </Trans>
  );
}
