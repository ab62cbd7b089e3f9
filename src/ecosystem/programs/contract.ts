import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { ProgramChangesJson } from "./contract/designing.ts";

export { TermsChange } from "./changes.ts";
export { isProgramShaped, programErrors } from "./check.ts";
export { comparePrograms, isNothing, type ProgramChanges, takenAway } from "./compare.ts";
export * from "./contract/designing.ts";
export * from "./contract/members.ts";
export * from "./contract/programs.ts";
export {
  type Benefit,
  benefitKinds,
  benefitUnits,
  type Counts,
  type Criteria,
  defaultTrack,
  included,
  levelsOf,
  ProgramDocument,
  type Reference,
  type Track,
  type TrackTier,
} from "./document.ts";
export { noticeError, overlapError } from "./schedule.ts";
export { type TemplateKey, templateKeys } from "./templates/templates.ts";

const name = z.string();
const published = z.object({
  name,
  version: z.int(),
  effectiveFrom: z.string(),
  /** What somebody may have less of by it; absent in what was published before this was said. */
  takesAway: ProgramChangesJson.optional(),
});
const decided = z.object({
  name,
  effectiveFrom: z.string(),
  effectiveUntil: z.string().nullable(),
  reason: z.string(),
});

export const events = {
  programPublished: eventType("program.published", { reach: null, payload: published }),
  programVersionWithdrawn: eventType("program.version-withdrawn", {
    reach: null,
    payload: z.object({ name, version: z.int(), reason: z.string() }),
  }),
  programDrafted: eventType("program.drafted", { reach: null, payload: z.object({ name }) }),
  programDraftDropped: eventType("program.draft-dropped", { reach: null, payload: z.object({ name }) }),
  partnerIncluded: eventType("program.partner-included", { reach: "own", payload: decided }),
  partnerExcluded: eventType("program.partner-excluded", { reach: "own", payload: decided }),
  enrolmentEnded: eventType("program.enrolment-ended", {
    reach: "own",
    payload: z.object({ name, effectiveUntil: z.string(), reason: z.string() }),
  }),
  programAcknowledged: eventType("program.acknowledged", {
    reach: "own",
    payload: z.object({ name, year: z.int() }),
  }),
  acknowledgementAsked: eventType("program.acknowledgement-asked", {
    reach: null,
    payload: z.object({ name, year: z.int(), partnerIds: z.array(z.string()) }),
  }),
};
