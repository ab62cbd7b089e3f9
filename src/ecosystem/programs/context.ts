import { pointerTo } from "#platform/document.ts";
import type { FieldError } from "#platform/problem.ts";
import type { MeasurableKind } from "../ladders/contract.ts";

/** What a document may name; without a list whatever it names is taken as known. */
export interface ProgramContext {
  kinds?: readonly MeasurableKind[];
  /** The keys of the vendor's regions. */
  regions?: readonly string[];
  specializations?: readonly string[];
}

const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** Places that are neither a region of the vendor's nor a country. */
export function placeErrors(
  places: readonly string[],
  path: readonly PropertyKey[],
  { regions }: ProgramContext,
): FieldError[] {
  return places.flatMap((place, index) => {
    const isCountry = /^[A-Z]{2}$/.test(place);
    const known = isCountry ? countryNames.of(place) !== undefined : (regions?.includes(place) ?? true);
    if (known) return [];
    const message = isCountry
      ? `There is no country "${place}".`
      : `There is no region "${place}". Add it under the regions, or take it out here.`;
    return [{ pointer: pointerTo([...path, index]), message }];
  });
}

/** That a document names a level which it has not. */
export function noLevel(level: string, levels: readonly string[]): string {
  return `There is no level "${level}". The levels are ${levels.join(", ")}: give it to one of them, or take it out.`;
}
