import { pointerTo } from "#platform/document.ts";
import type { FieldError } from "#platform/problem.ts";
import { noLevel, type ProgramContext, placeErrors } from "./context.ts";
import { levelsOf, type ProgramDocument, type Reference, type Track } from "./document.ts";
import { dimensionsOf, tieBetween } from "./tracks.ts";

/* What can be wrong with the tracks: who is on them, and what they name. */

export function trackErrors(document: ProgramDocument, context: ProgramContext): FieldError[] {
  return [
    ...defaultErrors(document.tracks),
    ...keyErrors(document.tracks),
    ...tieErrors(document.tracks),
    ...document.tracks.flatMap((track, index) => [
      ...chosenErrors(track, index),
      ...placeErrors(track.regions, ["tracks", index, "regions"], context),
      ...specializationErrors(track, index, context),
      ...referenceErrors(track, index),
      ...tierErrors(track, index, document),
    ]),
  ];
}

function defaultErrors(tracks: readonly Track[]): FieldError[] {
  const defaults = tracks.flatMap((track, index) => (track.isDefault ? [{ track, index }] : []));
  const [first, second] = defaults;
  if (first === undefined) {
    const message =
      tracks.length === 0
        ? "A program needs a track. Add one, and make it the default: whoever fits no other is on it."
        : "No track is the default, so a partner that fits none would be without one. Make one of them the default.";
    return [{ pointer: "/tracks", message }];
  }
  if (second === undefined) return [];
  const message = `${first.track.label} and ${second.track.label} are both the default. Keep one of them.`;
  return [{ pointer: pointerTo(["tracks", second.index, "isDefault"]), message }];
}

function keyErrors(tracks: readonly Track[]): FieldError[] {
  return tracks.flatMap(({ key }, index) =>
    tracks.findIndex((track) => track.key === key) === index
      ? []
      : [
          {
            pointer: pointerTo(["tracks", index, "key"]),
            message: `Two tracks have the key "${key}". Give each its own.`,
          },
        ],
  );
}

function chosenErrors(track: Track, index: number): FieldError[] {
  const named = dimensionsOf(track);
  if (track.isDefault && named[0] !== undefined) {
    const message =
      "The default track is for whoever fits no other: name neither types, regions nor specializations in it.";
    return [{ pointer: pointerTo(["tracks", index, named[0]]), message }];
  }
  if (!track.isDefault && named.length === 0) {
    const message = `Nobody would ever be on ${track.label}. Name a type, a region or a specialization, or make it the default.`;
    return [{ pointer: pointerTo(["tracks", index, "types"]), message }];
  }
  return [];
}

function tieErrors(tracks: readonly Track[]): FieldError[] {
  return tracks.flatMap((track, index) =>
    tracks.slice(0, index).flatMap((earlier) => {
      const shared = tieBetween(earlier, track);
      if (shared === null || dimensionsOf(track).length === 0) return [];
      const what = Object.values(shared)
        .map((values) => values.join(", "))
        .join(" with ");
      const [dimension = "types"] = Object.keys(shared);
      const message = `${earlier.label} and ${track.label} are equally specific for ${what}. Take it out of one of them, or name more in one.`;
      return [{ pointer: pointerTo(["tracks", index, dimension]), message }];
    }),
  );
}

function specializationErrors(
  track: Track,
  index: number,
  { specializations }: ProgramContext,
): FieldError[] {
  if (specializations === undefined) return [];
  return track.specializations.flatMap((key, place) =>
    specializations.includes(key)
      ? []
      : [
          {
            pointer: pointerTo(["tracks", index, "specializations", place]),
            message: `There is no specialization "${key}". Add it under the specializations, or take it out here.`,
          },
        ],
  );
}

function referenceErrors(track: Track, index: number): FieldError[] {
  const wrong = (
    reference: Reference,
    kind: Reference["kind"],
    path: readonly PropertyKey[],
  ): FieldError[] =>
    reference.kind === kind
      ? []
      : [
          {
            pointer: pointerTo(["tracks", index, ...path, "kind"]),
            message: `Here stands a reference of the kind "${kind}".`,
          },
        ];
  return [
    ...wrong(track.applicationForm, "application-form", ["applicationForm"]),
    ...wrong(track.onboardingTrack, "onboarding-track", ["onboardingTrack"]),
    ...track.agreements.flatMap((one, at) => wrong(one, "agreement", ["agreements", at])),
    ...track.content.flatMap((one, at) => wrong(one, "content", ["content", at])),
    ...(track.rulesOfEngagement === null
      ? []
      : wrong(track.rulesOfEngagement, "rules-of-engagement", ["rulesOfEngagement"])),
  ];
}

function tierErrors(track: Track, index: number, document: ProgramDocument): FieldError[] {
  const levels = levelsOf(document);
  const benefits = document.benefits.map(({ key }) => key);
  return Object.entries(track.tiers).flatMap(([level, tier]) => {
    const at = ["tracks", index, "tiers", level];
    if (!levels.includes(level)) return [{ pointer: pointerTo(at), message: noLevel(level, levels) }];
    return (tier?.benefits ?? []).flatMap((key, place) =>
      benefits.includes(key)
        ? []
        : [
            {
              pointer: pointerTo([...at, "benefits", place]),
              message: `The program has no benefit "${key}". Add it to the benefits, or take it out of ${track.label}.`,
            },
          ],
    );
  });
}
