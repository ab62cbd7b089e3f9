export { type Enrolled, enrolledOn } from "./server/enrolled.ts";
export { type LeftOut, leftOutOf } from "./server/left-out.ts";
export { load as programOf, ownPrograms } from "./server/load.ts";
export { notices } from "./server/notices.ts";
export { listPartnerPrograms as programsOfPartner, openYears } from "./server/partner-programs.ts";
export { policy } from "./server/policy.ts";
export { createProgram } from "./server/programs.ts";
export { regionUses } from "./server/regions.ts";
export { programRoutes as routes } from "./server/routes.ts";
export {
  oldestProgramRow as mainProgram,
  type ProgramRow,
  type VersionRow,
} from "./server/store.ts";
export {
  documentOf,
  draftedDocument,
  type PublishedVersion,
  programsOn,
  versionOn,
  versionsOf,
} from "./server/versions.ts";
export { textsBeginning } from "./texts-ref.ts";
